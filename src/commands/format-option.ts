import { Option } from 'commander';

/** How a result may be written; only answers have a Markdown form, and only what is found in documents the last two. */
export type Format = 'text' | 'json' | 'markdown' | 'sarif' | 'github';

/** `--format` for a command that writes these forms. */
export function formatOption(formats: readonly string[] = ['text', 'json']): Option {
  return new Option('--format <format>', 'how to write the result').choices(formats).default('text');
}

/** Writes a result for programs; `docs/output.md` says what is in it. */
export function asJson(result: object): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

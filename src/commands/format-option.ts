import { Option } from 'commander';

export type Format = 'text' | 'json';

/** `--format`, the same for every command. */
export function formatOption(): Option {
  return new Option('--format <format>', 'how to write the result').choices(['text', 'json']).default('text');
}

/** Writes a result for programs; `docs/output.md` says what is in it. */
export function asJson(result: object): string {
  return `${JSON.stringify(result, undefined, 2)}\n`;
}

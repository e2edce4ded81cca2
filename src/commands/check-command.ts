import type { Command } from 'commander';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findPacks, OWN_RULES } from './find-packs.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import { refuse } from './refuse.ts';
import type { PackReport } from './render-check.ts';
import type { Surroundings } from './surroundings.ts';

/** Adds `check`: what is wrong with packs is its result, so it goes to stdout. */
export function addCheckCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('check')
    .summary('report every mistake of a pack')
    .description(DESCRIPTION)
    .argument('[folder]', 'a pack, or a folder of packs (default: rules, or else the packs supplied)')
    .addOption(formatOption())
    .option('--schema', 'write JSON Schemas of packs without mistakes, for editors')
    .action(async (folder: string | undefined, options: CheckOptions) => {
      finish(await check(folder, options, surroundings));
    });
}

interface CheckOptions {
  readonly format: Format;
  readonly schema?: boolean;
}

const DESCRIPTION = `Reports every mistake of a pack, with its place and how to mend it.

Examples:
  compute-rights check
  compute-rights check rules/example --format json
  compute-rights check rules/example --schema

With --schema, each pack without mistakes gets a folder schema: pack.json, instrument.json, request.json and
scenarios.json know its words. A YAML file begins with: # yaml-language-server: $schema=schema/instrument.json

Exits with 0 if there is none (warnings may be), 1 if there is one, 2 if there is no pack to be read.`;

async function check(
  asked: string | undefined,
  { format, schema = false }: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const packs: PackReport[] = [];
  // The packs supplied with the program are nobody's to write into.
  for (const folder of findPacks(schema ? (asked ?? OWN_RULES) : asked, surroundings)) {
    packs.push(await checkPack(folder, schema, surroundings.cwd));
  }
  const undone = packs.flatMap(({ diagnostics }) => diagnostics.filter(isAboutFiles));
  if (undone.length > 0) return refuse(undone, surroundings);
  const { renderCheck, summariseCheck } = await import('./render-check.ts');
  const result = summariseCheck(packs);
  surroundings.stdout.write(format === 'json' ? asJson(result) : renderCheck(result));
  return result.errors === 0 ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

async function checkPack(folder: string, schema: boolean, cwd: string): Promise<PackReport> {
  const { loadPack } = await import('../pack/load-pack.ts');
  const loaded = await loadPack(diskPath(folder, cwd));
  if (!loaded.ok) return { folder, diagnostics: loaded.diagnostics };
  const { id, digest, instruments, clauses } = loaded.value;
  const pack = { id, digest, instruments: instruments.length, clauses: clauses.length };
  if (!schema) return { folder, pack, diagnostics: loaded.warnings };
  const { writeSchemas } = await import('./write-schemas.ts');
  const written = await writeSchemas(loaded.value, folder, cwd);
  if (!written.ok) return { folder, pack, diagnostics: written.diagnostics };
  return { folder, pack, diagnostics: loaded.warnings, schemas: written.value };
}

/** Where the pack itself cannot be had, or its schemas have no place, the job could not be done. */
function isAboutFiles({ code }: Diagnostic): boolean {
  return code === 'file/unreadable' || code === 'file/unwritable';
}

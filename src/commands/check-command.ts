import type { Command } from 'commander';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findPacks } from './find-packs.ts';
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
    .action(async (folder: string | undefined, { format }: { readonly format: Format }) => {
      finish(await check(folder, format, surroundings));
    });
}

const DESCRIPTION = `Reports every mistake of a pack, with its place and how to mend it.

Examples:
  compute-rights check
  compute-rights check rules/example --format json

Exits with 0 if there is none (warnings may be), 1 if there is one, 2 if there is no pack to be read.`;

async function check(
  asked: string | undefined,
  format: Format,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const packs: PackReport[] = [];
  for (const folder of findPacks(asked, surroundings)) packs.push(await checkPack(folder, surroundings.cwd));
  const unreadable = packs.flatMap(({ diagnostics }) => diagnostics.filter(isAboutReading));
  if (unreadable.length > 0) return refuse(unreadable, surroundings);
  const { renderCheck, summariseCheck } = await import('./render-check.ts');
  const result = summariseCheck(packs);
  surroundings.stdout.write(format === 'json' ? asJson(result) : renderCheck(result));
  return result.errors === 0 ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

async function checkPack(folder: string, cwd: string): Promise<PackReport> {
  const { loadPack } = await import('../pack/load-pack.ts');
  const loaded = await loadPack(diskPath(folder, cwd));
  if (!loaded.ok) return { folder, diagnostics: loaded.diagnostics };
  const { id, digest, instruments, clauses } = loaded.value;
  const pack = { id, digest, instruments: instruments.length, clauses: clauses.length };
  return { folder, pack, diagnostics: loaded.warnings };
}

/** Where the pack itself cannot be had, there is nothing to report about it. */
function isAboutReading({ code }: Diagnostic): boolean {
  return code === 'file/unreadable';
}

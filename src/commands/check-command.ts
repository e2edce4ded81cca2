import type { Command } from 'commander';
import type { Examination } from '../analysis/examine-pack.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import type { Progress } from '../diagnostics/progress.ts';
import type { Pack } from '../pack/pack.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findPacks, OWN_RULES } from './find-packs.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { refuse } from './refuse.ts';
import { ownVersion } from './own-version.ts';
import type { CheckResult, PackReport } from './render-check.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

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
    .addOption(formatOption(['text', 'json', 'sarif', 'github']))
    .option('--strict', 'let warnings count against a pack too')
    .option('--grade-floor <grade>', 'also report sources of a weaker grade than this')
    .option('--nodes <count>', 'nodes of decision diagrams beyond which an analysis gives up')
    .option('--schema', 'write JSON Schemas of packs without mistakes, for editors')
    .action(async (folder: string | undefined, options: CheckOptions) => {
      finish(await check(folder, options, surroundings));
    });
}

interface CheckOptions {
  readonly format: Format;
  readonly schema?: boolean;
  readonly strict?: boolean;
  readonly gradeFloor?: string;
  readonly nodes?: string;
}

const DESCRIPTION = `Reports every mistake of a pack, with its place and how to mend it. Of a pack without mistakes it reports what is \
doubtful over all requests there can be, and proves what the pack promises.

Examples:
  compute-rights check
  compute-rights check rules/example --format json
  compute-rights check rules/example --strict --grade-floor B
  compute-rights check --format sarif > findings.sarif
  compute-rights check rules/example --schema

With --schema, each pack without mistakes gets a folder schema: pack.json, instrument.json, request.json and
scenarios.json know its words. A YAML file begins with: # yaml-language-server: $schema=schema/instrument.json

Exits with 0 if there is none (warnings may be), 1 if there is one, if a promise is not proved, or with --strict if there is
a warning, 2 if there is no pack to be read.`;

async function check(
  asked: string | undefined,
  options: CheckOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { format, schema = false } = options;
  const packs: PackReport[] = [];
  // The packs supplied with the program are nobody's to write into.
  for (const folder of findPacks(schema ? (asked ?? OWN_RULES) : asked, surroundings)) {
    const report = await showingProgress(surroundings, `reading ${folder}`, (progress) =>
      checkPack(folder, { ...options, progress }, surroundings.cwd),
    );
    packs.push(report);
  }
  const undone = packs.flatMap(({ diagnostics }) => diagnostics.filter(isAboutFiles));
  if (undone.length > 0) return refuse(undone, surroundings);
  const { summariseCheck } = await import('./render-check.ts');
  const result = summariseCheck(packs);
  surroundings.stdout.write(await rendered(result, format));
  return isClean(result, options) ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

function isClean({ errors, warnings, packs }: CheckResult, { strict = false }: CheckOptions): boolean {
  const areKept = packs.every(({ unproved = [] }) => unproved.length === 0);
  return errors === 0 && areKept && !(strict && warnings > 0);
}

async function rendered(result: CheckResult, format: Format): Promise<string> {
  const { renderCheck } = await import('./render-check.ts');
  const all = result.packs.flatMap(({ diagnostics, findings = [] }) => [...diagnostics, ...findings]);
  switch (format) {
    case 'json':
      return asJson(result);
    case 'sarif': {
      const { sarifLog } = await import('../analysis/render/sarif.ts');
      const suppressed = result.packs.flatMap((each) => each.suppressed ?? []);
      return asJson(sarifLog([...all, ...suppressed], ownVersion()));
    }
    case 'github': {
      const { githubAnnotations } = await import('../analysis/render/github-annotations.ts');
      return githubAnnotations(all);
    }
    case 'text':
    case 'markdown':
      return renderCheck(result);
  }
}

async function checkPack(folder: string, options: Checking, cwd: string): Promise<PackReport> {
  const { loadPack } = await import('../pack/load-pack.ts');
  const path = diskPath(folder, cwd);
  const loaded = await loadPack(path);
  if (!loaded.ok) return { folder, diagnostics: loaded.diagnostics };
  const { id, digest, instruments, clauses } = loaded.value;
  const pack = { id, digest, instruments: instruments.length, clauses: clauses.length };
  const report = { folder, pack, diagnostics: loaded.warnings };
  const examined = await examine(loaded.value, path, options);
  if (options.schema !== true) return { ...report, ...examined };
  const { writeSchemas } = await import('./write-schemas.ts');
  const written = await writeSchemas(loaded.value, folder, cwd);
  if (!written.ok) return { ...report, diagnostics: written.diagnostics };
  return { ...report, ...examined, schemas: written.value };
}

/** What is asked, and who is told how far it has come. */
type Checking = CheckOptions & { readonly progress: Progress };

async function examine(
  pack: Pack,
  path: string,
  { gradeFloor, nodes, progress }: Checking,
): Promise<Examination> {
  const { examinePack } = await import('../analysis/examine-pack.ts');
  const { readWrittenParts } = await import('../pack/written-parts.ts');
  if (gradeFloor !== undefined && !pack.grades.some(({ id }) => id === gradeFloor)) {
    const grades = listed(pack.grades.map(({ id }) => id));
    throw new UsageError(`${inBackticks(gradeFloor)} is no grade of ${inBackticks(pack.id)}: take ${grades}`);
  }
  return examinePack(pack, await readWrittenParts(path), {
    progress,
    ...(gradeFloor !== undefined && { gradeFloor }),
    ...(nodes !== undefined && { nodes: countIn(nodes) }),
  });
}

function countIn(text: string): number {
  if (!/^[1-9]\d{0,11}$/.test(text)) throw new UsageError(`${inBackticks(text)} is no number of nodes`);
  return Number(text);
}

/** Where the pack itself cannot be had, or its schemas have no place, the job could not be done. */
function isAboutFiles({ code }: Diagnostic): boolean {
  return code === 'file/unreadable' || code === 'file/unwritable';
}

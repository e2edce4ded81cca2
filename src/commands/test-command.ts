import type { Command } from 'commander';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/plain-text.ts';
import type { Pack } from '../pack/pack.ts';
import type { ScenarioSource } from '../regression/run-scenario-files.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findNearestPack } from './find-nearest-pack.ts';
import { findPacks } from './find-packs.ts';
import { findScenarioFiles } from './find-scenario-files.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import type { Input } from './read-input.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

interface TestOptions {
  readonly rules?: string;
  readonly format: Format;
}

/** Adds `test`: runs scenarios, requests with the answers that must come of them. */
export function addTestCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('test')
    .summary('run scenarios: requests with the answer they must get')
    .description(DESCRIPTION)
    .argument('[paths...]', 'files or folders (default: scenarios, fixtures/*/scenarios)')
    .option('--rules <folder>', TEST_RULES_HELP)
    .addOption(formatOption())
    .action(async (paths: readonly string[], options: TestOptions) => {
      finish(await test(paths, options, surroundings));
    });
}

const TEST_RULES_HELP =
  'folder of a pack, or of one that holds it (default: nearest to the scenarios, or else rules)';

const DESCRIPTION = `Runs scenarios, and shows for each that fails what was expected and what was found.

Examples:
  compute-rights test
  compute-rights test scenarios/offers.yaml --rules rules/example
  compute-rights test scenarios --format json

Exits with 0 if all hold, 1 if one fails, a file cannot be used or there is none, 2 if a pack does \
not load or a path cannot be read.`;

async function test(
  paths: readonly string[],
  { rules, format }: TestOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const asked = rules === undefined ? undefined : findPacks(rules, surroundings);
  const files = await findScenarioFiles(paths, surroundings);
  if (!files.ok) return refuse(files.diagnostics, surroundings);
  const sources = await withPacks(files.value, asked, surroundings);
  if (!sources.ok) return refuse(sources.diagnostics, surroundings);
  const { runScenarioFiles } = await import('../regression/run-scenario-files.ts');
  const { hasPassed } = await import('../regression/report.ts');
  const { renderReport } = await import('../regression/render-report.ts');
  const report = await runScenarioFiles(sources.value);
  surroundings.stdout.write(format === 'json' ? asJson(report) : renderReport(report));
  if (report.scenarios.length + report.unusable.length === 0) surroundings.stderr.write(NONE_FOUND);
  return hasPassed(report) ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

const NONE_FOUND = 'error: there are no scenarios; name the files or folders that hold them\n';

/** Gives each file the packs among which its own is looked for: those asked for, or the nearest, or those of the working directory. */
async function withPacks(
  files: readonly Input[],
  asked: readonly string[] | undefined,
  surroundings: Surroundings,
): Promise<Checked<readonly ScenarioSource[]>> {
  const loaded = new Map<string, Checked<readonly Pack[]>>();
  const load = async (folders: readonly string[]): Promise<Checked<readonly Pack[]>> => {
    const key = folders.join('\n');
    const packs = loaded.get(key) ?? (await loadPacks(folders, surroundings.cwd));
    loaded.set(key, packs);
    return packs;
  };
  if (files.length === 0) await load(asked ?? findPacks(undefined, surroundings));
  const sources: ScenarioSource[] = [];
  for (const input of files) {
    const nearest = asked === undefined ? await findNearestPack(input, surroundings) : undefined;
    const packs = await load(
      nearest === undefined ? (asked ?? findPacks(undefined, surroundings)) : [nearest],
    );
    if (packs.ok) sources.push({ ...input, packs: packs.value });
  }
  const diagnostics = [...loaded.values()].flatMap((packs) => (packs.ok ? [] : packs.diagnostics));
  return diagnostics.length > 0 ? { ok: false, diagnostics } : { ok: true, value: sources, warnings: [] };
}

async function loadPacks(folders: readonly string[], cwd: string): Promise<Checked<readonly Pack[]>> {
  const { loadPack } = await import('../pack/load-pack.ts');
  const packs = new Map<string, Pack>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    const loaded = await loadPack(diskPath(folder, cwd));
    if (!loaded.ok) {
      diagnostics.push(...loaded.diagnostics);
      continue;
    }
    const { id } = loaded.value;
    if (packs.has(id)) throw new UsageError(`two of the packs have the same id: ${listed([id])}`);
    packs.set(id, loaded.value);
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: [...packs.values()], warnings: [] };
}

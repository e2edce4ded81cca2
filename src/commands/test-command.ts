import type { Command } from 'commander';
import { coverageAsked, type CoverageOptions } from './coverage-options.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { formatOption } from './format-option.ts';
import { mutationAsked, type MutationOptions } from './mutation-options.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { prepareTests, type Prepared } from './prepare-tests.ts';
import { refuse } from './refuse.ts';
import { renderListing, renderTestReport, TEST_FORMATS, type TestFormat } from './render-test-report.ts';
import { resetScenarios } from './reset-scenarios.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';
import { watchScenarios } from './watch-scenarios.ts';

interface TestOptions extends CoverageOptions, MutationOptions {
  readonly rules?: string;
  readonly only?: readonly string[];
  readonly list?: true;
  readonly reset?: true;
  readonly watch?: true;
  readonly format: TestFormat;
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
    .option('--only <what>', 'part of an id, or what the scenario is about; may be repeated', collect)
    .option('--list', 'list the scenarios, and run none')
    .option('--reset', 'write into the files what the engine says now; then read the difference')
    .option('--watch', 'run again whenever rules or scenarios change')
    .option('--coverage', 'report what of the contracts the scenarios make decide, and what not')
    .option('--mutate', 'report which mistakes in the rules no scenario would notice')
    .option('--at-least <percent>', AT_LEAST_HELP, collect)
    .option('--missed <count>', 'for how many missed parts, and missed regions, to propose a scenario')
    .option('--nodes <count>', 'nodes of decision diagrams beyond which regions are not counted')
    .addOption(formatOption(TEST_FORMATS))
    .action(async (paths: readonly string[], options: TestOptions) => {
      finish(await test(paths, options, surroundings));
    });
}

const TEST_RULES_HELP =
  'folder of a pack, or of one that holds it (default: nearest to the scenarios, or else rules)';

const AT_LEAST_HELP =
  'percentage that --coverage must reach (parts=100 or regions=40 for one of them), or of the mistakes that --mutate makes (default: 100)';

const DESCRIPTION = `Runs scenarios, and shows for each that fails what was expected and what was found.

Examples:
  compute-rights test
  compute-rights test scenarios/offers.yaml --rules rules/example
  compute-rights test --only 'Q17*' --only provider=rival
  compute-rights test --only outcome=undetermined --list
  compute-rights test scenarios --format junit > scenarios.xml
  compute-rights test --coverage --at-least parts=100 --at-least regions=40
  compute-rights test --mutate --at-least 90

--only takes a part of an id, in which * stands for any text, or pack=, provider=, act=, outcome= \
or clause= and an id.

Exits with 0 if all hold, 1 if one fails, a file cannot be used, or coverage or the share of noticed mistakes is below its \
floor, 2 if there was none to run, a pack does not load, a path cannot be read, or with --mutate one fails. Ctrl-C ends --watch with 130.`;

function collect(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

async function test(
  paths: readonly string[],
  options: TestOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  checkTogether(options, surroundings);
  mutationAsked(options);
  const asked = { paths, ...options };
  coverageAsked(options);
  const runOnce = (): Promise<ExitCode> => runScenarios(asked, surroundings);
  if (options.watch === true) return watchScenarios(asked, runOnce, surroundings);
  return runOnce();
}

/** What cannot be had at once is said before anything is done. */
function checkTogether(
  { list, reset, watch, coverage, mutate, atLeast, format }: TestOptions,
  { env }: Surroundings,
): void {
  const doing = Object.entries({ list, reset, watch, coverage, mutate }).filter(
    ([, isAsked]) => isAsked === true,
  );
  if (doing.length > 1) {
    throw new UsageError(`${doing.map(([name]) => `--${name}`).join(' and ')} cannot be used together`);
  }
  if (list === true && !['text', 'json'].includes(format)) {
    throw new UsageError('--list is written as text or json');
  }
  if (atLeast !== undefined && coverage !== true && mutate !== true)
    throw new UsageError('--at-least goes with --coverage or --mutate');
  if (reset === true) checkReset(format, env);
}

/** What `--reset` writes is for people to read before it is kept. */
function checkReset(format: TestFormat, env: Surroundings['env']): void {
  if (format !== 'text') throw new UsageError('--reset is written as text');
  if (['', 'false', '0'].includes(env['CI'] ?? '')) return;
  throw new UsageError(
    '--reset does nothing in CI, where the variable CI is set: nobody reads the difference',
  );
}

async function runScenarios(
  asked: TestOptions & { readonly paths: readonly string[] },
  surroundings: Surroundings,
): Promise<ExitCode> {
  const prepared = await prepareTests(asked, surroundings);
  if (!prepared.ok) return refuse(prepared.diagnostics, surroundings);
  const { cases, unusable } = prepared.value.cases;
  if (cases.length + unusable.length === 0) return refuseNone(asked, surroundings);
  if (asked.list === true) return list(prepared.value, asked.format, surroundings);
  if (asked.reset === true) return resetScenarios(prepared.value, surroundings);
  const examined = await examineScenarios(prepared.value, asked, surroundings);
  if (examined !== undefined) return examined;
  const { runCases } = await import('../regression/run-cases.ts');
  const { hasPassed, hasRun } = await import('../regression/report.ts');
  const report = await showingProgress(surroundings, 'running scenarios', (progress) =>
    runCases(prepared.value.cases, progress),
  );
  if (!hasRun(report)) return refuseNone(asked, surroundings);
  surroundings.stdout.write(await renderTestReport(report, asked.format, surroundings));
  return hasPassed(report) ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

/** Looks at what the scenarios leave untested, by what they decide or by mistakes; `undefined` where neither is asked. */
async function examineScenarios(
  prepared: Prepared,
  asked: TestOptions,
  surroundings: Surroundings,
): Promise<ExitCode | undefined> {
  const coverage = coverageAsked(asked);
  if (coverage !== undefined) {
    const { coverScenarios } = await import('./cover-scenarios.ts');
    return (await coverScenarios(prepared, coverage, surroundings)) ?? refuseNone(asked, surroundings);
  }
  const mutation = mutationAsked(asked);
  if (mutation === undefined) return undefined;
  const { mutateScenarios } = await import('./mutate-scenarios.ts');
  const done = await mutateScenarios(prepared, { ...asked, ...mutation }, surroundings);
  return done ?? refuseNone(asked, surroundings);
}

/** A file that cannot be used is said, lest its scenarios be missed in the list. */
async function list({ cases }: Prepared, format: TestFormat, surroundings: Surroundings): Promise<ExitCode> {
  const { listCases } = await import('../regression/list-cases.ts');
  const listing = listCases(cases);
  surroundings.stdout.write(await renderListing(listing, format));
  if (listing.unusable.length === 0) return EXIT.nothingAgainst;
  refuse(
    listing.unusable.flatMap(({ diagnostics }) => diagnostics),
    surroundings,
  );
  return EXIT.somethingToReport;
}

/** Nothing that was run is nothing that holds. */
function refuseNone({ only = [] }: TestOptions, { stderr }: Surroundings): ExitCode {
  stderr.write(
    only.length === 0
      ? 'error: there are no scenarios to run; name the files or folders that hold them\n'
      : 'error: no scenario to run is left by --only; --list shows which there are\n',
  );
  return EXIT.couldNotDo;
}

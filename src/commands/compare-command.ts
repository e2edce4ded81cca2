import type { Command } from 'commander';
import type { Agreed, ComparisonReport } from '../comparison/report.ts';
import type { PackComparison } from '../comparison/comparison.ts';
import type { Compared } from '../comparison/sides.ts';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Progress } from '../diagnostics/progress.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { dayFromIso, type Day } from '../vocabulary/day.ts';
import { comparedPacks, type BothPacks } from './compared-packs.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findScenarioFiles } from './find-scenario-files.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { readInput } from './read-input.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

interface CompareOptions {
  readonly rules?: string;
  readonly fromDay?: string;
  readonly toDay?: string;
  readonly scenarios?: readonly string[];
  readonly requests?: string;
  readonly expect?: string;
  readonly replay?: string;
  readonly format: Format;
  readonly all?: boolean;
}

/** Adds `compare`: what an amendment changes, for whom, and that nothing else does. */
export function addCompareCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('compare')
    .summary('show what changes between two packs, and prove that nothing else does')
    .description(DESCRIPTION)
    .argument('[before]', 'a folder, or two revisions of git as before..after')
    .argument('[after]', 'a folder')
    .option('--rules <folder>', 'the folder of which two revisions are compared')
    .option('--from-day <day>', 'compare what holds on this day, as 2025-01-20')
    .option('--to-day <day>', 'with what holds on this one')
    .option('--scenarios <paths...>', 'also tell which scenarios are answered otherwise')
    .option('--requests <file>', 'the same of requests, one on each line as JSON; - for standard input')
    .option('--expect <file>', 'changes that are acknowledged, by their ids, with who and why')
    .option('--replay <file>', 'ask decisions again that evaluate --record has recorded')
    .option('--all', 'write every statement, however many there are')
    .addOption(formatOption(['text', 'json', 'markdown']))
    .action(async (before: string | undefined, after: string | undefined, options: CompareOptions) => {
      finish(await compare(before, after, options, surroundings));
    });
}

const DESCRIPTION = `Shows what changes between two packs, two revisions of one, or two days: for whom, from what to what, \
under which circumstances, each with a request that shows it. What is not told has not changed.

Examples:
  compute-rights compare rules/before rules/after
  compute-rights compare main..HEAD --rules rules/example --format markdown
  compute-rights compare rules/example --from-day 2025-01-20 --to-day 2025-01-21
  compute-rights compare main.. --requests asked.jsonl --expect agreed.yaml
  compute-rights compare --replay decided.jsonl rules/before rules/after

With --replay one folder is enough, but only the rules of before show which clause made a difference; with --to-day all are \
asked on that day.

Exits with 0 if nothing changed but what is acknowledged, 1 if something did or could not be found out, \
2 if a pack, a revision or a file cannot be read.`;

async function compare(
  before: string | undefined,
  after: string | undefined,
  options: CompareOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { rules, fromDay, toDay, replay } = options;
  if (replay !== undefined) return replayed(replay, { before, after }, options, surroundings);
  const days = daysFrom(options);
  const packs = await comparedPacks({ before, after, rules, fromDay, toDay }, surroundings);
  if (!packs.ok) return refuse(packs.diagnostics, surroundings);
  const compared: Compared = { packs: packs.value, ...(days !== undefined && { days }) };
  const asked = await flipsIn(compared, options, surroundings);
  if (!asked.ok) return refuse(asked.diagnostics, surroundings);
  const comparison = await showingProgress(surroundings, 'comparing', (progress) =>
    comparisonOf(packs.value, options, progress),
  );
  const agreed = await agreedIn(comparison, options, surroundings);
  if (!agreed.ok) return refuse(agreed.diagnostics, surroundings);
  const { reportOn, isAsExpected } = await import('../comparison/report.ts');
  const report = reportOn(comparison, agreed.value, asked.value);
  surroundings.stdout.write(await render(report, options, surroundings));
  return isAsExpected(report) ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

/** Decisions are asked again by themselves; what is about two packs has no say in that. */
async function replayed(
  replay: string,
  sides: { readonly before: string | undefined; readonly after: string | undefined },
  { rules, toDay, format, all = false, ...options }: CompareOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { compareRecord } = await import('./compare-record.ts');
  const { fromDay, scenarios, requests, expect } = options;
  const others = {
    '--from-day': fromDay,
    '--scenarios': scenarios,
    '--requests': requests,
    '--expect': expect,
  };
  const idle = Object.entries(others).flatMap(([name, value]) => (value === undefined ? [] : [name]));
  return compareRecord({ replay, ...sides, rules, toDay, format, all, idle }, surroundings);
}

function daysFrom({ fromDay, toDay }: CompareOptions): Compared['days'] {
  if (fromDay === undefined || toDay === undefined) return undefined;
  return { before: dayFrom(fromDay, '--from-day'), after: dayFrom(toDay, '--to-day') };
}

function dayFrom(text: string, option: string): Day {
  const day = dayFromIso(text);
  if (day === undefined)
    throw new UsageError(`${option} is ${inBackticks(text)}, which is no day such as 2025-01-21`);
  return day;
}

async function comparisonOf(
  { before, after }: BothPacks,
  { fromDay, toDay }: CompareOptions,
  progress: Progress,
): Promise<PackComparison> {
  const { compare: compareBoth } = await import('../comparison/compare.ts');
  const days = fromDay === undefined || toDay === undefined ? {} : { fromDay, toDay };
  return compareBoth(before, after, { ...days, progress });
}

type Asked = Pick<ComparisonReport, 'scenarios' | 'requests'>;

/** Asks both sides the user's own scenarios and requests. */
async function flipsIn(
  compared: Compared,
  { scenarios, requests }: CompareOptions,
  surroundings: Surroundings,
): Promise<Checked<Asked>> {
  const own = scenarios === undefined ? NOT_ASKED : await scenarioFlips(scenarios, compared, surroundings);
  if (!own.ok) return own;
  const asked = requests === undefined ? NOT_ASKED : await requestFlips(requests, compared, surroundings);
  return asked.ok ? { ok: true, value: { ...own.value, ...asked.value }, warnings: [] } : asked;
}

const NOT_ASKED = { ok: true, value: {}, warnings: [] } as const;

async function scenarioFlips(
  paths: readonly string[],
  compared: Compared,
  surroundings: Surroundings,
): Promise<Checked<Asked>> {
  const files = await findScenarioFiles(paths, surroundings);
  if (!files.ok) return files;
  const { flippedScenarios } = await import('../comparison/flips.ts');
  const flips = await showingProgress(surroundings, 'asking scenarios', () =>
    flippedScenarios(files.value, compared),
  );
  return flips.ok ? { ...flips, value: { scenarios: flips.value } } : flips;
}

async function requestFlips(
  path: string,
  compared: Compared,
  surroundings: Surroundings,
): Promise<Checked<Asked>> {
  const input = await readInput(path, surroundings);
  if (!input.ok) return input;
  const { flippedRequests } = await import('../comparison/flips.ts');
  const flips = await showingProgress(surroundings, 'asking requests', () =>
    flippedRequests(input.value, compared),
  );
  return flips.ok ? { ...flips, value: { requests: flips.value } } : flips;
}

/** An acknowledgement of what was not found is an error: it would hide a change that is made again. */
async function agreedIn(
  comparison: PackComparison,
  { expect }: CompareOptions,
  surroundings: Surroundings,
): Promise<Checked<ReadonlyMap<string, Agreed>>> {
  if (expect === undefined) return { ok: true, value: new Map(), warnings: [] };
  const input = await readInput(expect, surroundings);
  if (!input.ok) return input;
  const { readAcknowledgements, checkAcknowledgements } = await import('../pack/acknowledgements.ts');
  const { idsIn } = await import('../comparison/report.ts');
  const read = readAcknowledgements(input.value.text, input.value.file);
  if (!read.ok) return read;
  const diagnostics = checkAcknowledgements(read.value, idsIn(comparison));
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const agreed = read.value.map(({ change, who, why }) => [change, { who, why }] as const);
  return { ok: true, value: new Map(agreed), warnings: [] };
}

async function render(
  report: ComparisonReport,
  { format, all = false }: CompareOptions,
  surroundings: Surroundings,
): Promise<string> {
  if (format === 'json') return asJson(report);
  if (format === 'markdown') {
    const { renderMarkdown } = await import('../comparison/render/render-markdown.ts');
    return renderMarkdown(report);
  }
  const { renderText } = await import('../comparison/render/render-text.ts');
  return renderText(report, { width: textLayout(surroundings).width, all });
}

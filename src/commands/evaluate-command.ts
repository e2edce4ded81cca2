import { Option, type Command } from 'commander';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Decision } from '../evaluation/decision.ts';
import type { AskedRequest } from '../pack/asked-request.ts';
import type { Overrides } from '../pack/override-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Recorded } from '../pack/records/with-recorded.ts';
import type { Request } from '../pack/request.ts';
import type { Unlock } from '../unlock/unlocks.ts';
import { diskPath } from './disk-path.ts';
import { exitCodeOf, type ExitCode } from './exit-code.ts';
import { findPack } from './find-packs.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { readInput, type Input } from './read-input.ts';
import { basisOf, checkLedgerUsage } from './recorded-basis.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

interface EvaluateOptions {
  readonly rules?: string;
  readonly actor?: string;
  readonly date?: string;
  readonly act?: readonly string[];
  readonly provider?: readonly string[];
  readonly set?: readonly string[];
  readonly reading?: readonly string[];
  readonly assumptions: boolean;
  readonly format: Format;
  readonly explain?: 'brief' | 'full';
  readonly ledger?: string;
  readonly opportunity?: string;
  readonly knownOn?: string;
  readonly unlock?: boolean;
  readonly atMost?: string;
  readonly record?: string;
}

/** Adds `evaluate`: decides one request, from a file, from standard input, or from options alone. */
export function addEvaluateCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  program
    .command('evaluate')
    .summary('decide a request, and say why')
    .description(DESCRIPTION)
    .argument('[request]', 'a YAML or JSON file, or - for standard input')
    .option('--rules <folder>', RULES_HELP)
    .option(
      '--provider <id>',
      'candidate to examine; may be repeated; all of the pack if none is named',
      append,
    )
    .option('--actor <id>', 'party that acts')
    .option('--act <id>', 'what is to be done; may be repeated', append)
    .option('--date <day>', 'day on which it is done, as 2025-03-31')
    .option('--set <fact=value>', 'state a fact; may be repeated', append)
    .option('--reading <id=option>', 'take a reading of an open question; may be repeated', append)
    .option('--ledger <file>', 'take what happened from a ledger')
    .option('--opportunity <id>', 'take an opportunity of the ledger too')
    .option('--known-on <day>', 'answer by what was recorded and announced by then')
    .option('--record <file>', 'add the decision to a file, to be asked again by compare --replay')
    .option('--no-assumptions', 'treat every assumed value and reading as unknown')
    .option('--unlock', 'find what would let those serve that may not')
    .addOption(new Option('--at-most <changes>', AT_MOST_HELP).choices(['1', '2', '3', '4']))
    .addOption(formatOption(['text', 'json', 'markdown']))
    .addOption(new Option('--explain <length>', EXPLAIN_HELP).choices(['brief', 'full']))
    .action(async (request: string | undefined, options: EvaluateOptions) => {
      finish(await evaluate(request, options, surroundings));
    });
}

const AT_MOST_HELP = 'with --unlock: how many changes it may take (default: 2)';

const EXPLAIN_HELP = 'how much the words say (default: full for one candidate, brief for several)';

export const RULES_HELP =
  'folder of a pack, or of one that holds it (default: rules, or else the packs supplied)';

const DESCRIPTION = `Decides a request: for each candidate whether it may serve, and why. Options replace what the file says.

Examples:
  compute-rights evaluate request.yaml
  compute-rights evaluate request.yaml --set megawatts=200 --explain brief
  compute-rights evaluate --actor buyer --act procure-capacity --date 2025-03-31
  cat request.json | compute-rights evaluate - --format json
  compute-rights evaluate request.yaml --ledger deals.jsonl --opportunity site
  compute-rights evaluate request.yaml --unlock --at-most 3
  compute-rights evaluate request.yaml --record decided.jsonl

Exits with 0 if every named provider is permitted or none is named, 1 if one is not, 3 if one is \
undetermined and nothing is worse, 2 if the question could not be answered.`;

async function evaluate(
  path: string | undefined,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const overrides = overridesFrom(options);
  checkUsage(path, options, overrides);
  const folder = findPack(options.rules, surroundings);
  const input = path === undefined ? undefined : await readInput(path, surroundings);
  if (input?.ok === false) return refuse(input.diagnostics, surroundings);
  const { loadPack } = await import('../pack/load-pack.ts');
  const loaded = await loadPack(diskPath(folder, surroundings.cwd));
  if (!loaded.ok) return refuse(loaded.diagnostics, surroundings);
  const basis = await basisOf(loaded.value, folder, options, surroundings);
  if (!basis.ok) return refuse(basis.diagnostics, surroundings);
  const { pack, recorded } = basis.value;
  const asked = await checkInput(pack, input?.value, overrides, recorded);
  if (!asked.ok) return refuse(asked.diagnostics, surroundings);
  const { evaluateRequest } = await import('../evaluation/evaluate-request.ts');
  const assumptions = options.assumptions ? 'as-stated' : 'open';
  const { request } = asked.value;
  const { decision, unlocks } = await showingProgress(surroundings, 'deciding', async () => {
    const decided = await evaluateRequest(pack, request, { assumptions });
    return { decision: decided, unlocks: await unlocksAsked(pack, request, decided, options) };
  });
  const kept = await record(decision, asked.value, options, surroundings);
  if (!kept.ok) return refuse(kept.diagnostics, surroundings);
  surroundings.stdout.write(await render(decision, unlocks, options, surroundings));
  return exitCodeOf(decision);
}

function checkUsage(
  path: string | undefined,
  { assumptions, reading, ledger, opportunity, knownOn, unlock = false, atMost }: EvaluateOptions,
  overrides: Overrides,
): void {
  checkLedgerUsage({ ledger, opportunity, knownOn });
  if (path === undefined) demandWholeRequest(overrides);
  if (!assumptions && reading !== undefined) throw new UsageError(READING_OPENED);
  if (!assumptions && unlock) throw new UsageError(NOTHING_TO_SETTLE);
  if (atMost !== undefined && !unlock) throw new UsageError(AT_MOST_ALONE);
}

/** Without a file, what a request cannot do without has to come from options. */
function demandWholeRequest({ actor, acts, date }: Overrides): void {
  const given = { '--actor': actor, '--act': acts, '--date': date };
  const missing = Object.entries(given).flatMap(([option, value]) => (value === undefined ? [option] : []));
  if (missing.length > 0) throw new UsageError(`${NO_REQUEST} (missing: ${missing.join(', ')})`);
}

const READING_OPENED = '--no-assumptions opens every reading, so --reading has no use beside it';

const NOTHING_TO_SETTLE = '--no-assumptions opens every reading, so --unlock could settle none';

const AT_MOST_ALONE = '--at-most says how many changes --unlock may take, and --unlock is not given';

const NO_REQUEST =
  'there is no request: name a file, or - for standard input, or give --actor, --act and --date';

async function checkInput(
  pack: Pack,
  input: Input | undefined,
  overrides: Overrides,
  recorded: Recorded | undefined,
): Promise<Checked<AskedRequest>> {
  const { checkAsked, readAsked } = await import('../pack/check-request.ts');
  if (input === undefined) return checkAsked(pack, {}, 'command line', overrides, recorded);
  return readAsked(pack, input.text, input.file, overrides, recorded);
}

/** Records a decision before it is shown: what was shown is on record. */
async function record(
  decision: Decision,
  { document }: AskedRequest,
  { record: path, assumptions }: EvaluateOptions,
  { cwd }: Surroundings,
): Promise<Checked<true>> {
  if (path === undefined) return { ok: true, value: true, warnings: [] };
  const { recordDecision } = await import('../replay/record/append-decision.ts');
  const settings = { assumptions: assumptions ? 'as-stated' : 'open' } as const;
  return recordDecision(diskPath(path, cwd), decision, document, settings);
}

/** What would let candidates serve; `undefined` where nobody asks. */
async function unlocksAsked(
  pack: Pack,
  request: Request,
  decision: Decision,
  { unlock = false, atMost }: EvaluateOptions,
): Promise<readonly Unlock[] | undefined> {
  if (!unlock) return undefined;
  const { findUnlocks, USUAL_CHANGES } = await import('../unlock/find-unlocks.ts');
  return findUnlocks(pack, request, decision, atMost === undefined ? USUAL_CHANGES : Number(atMost));
}

async function render(
  decision: Decision,
  unlocks: readonly Unlock[] | undefined,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<string> {
  if (options.format === 'json') return asJson({ ...decision, ...(unlocks !== undefined && { unlocks }) });
  const explain = options.explain ?? (decision.answers.length === 1 ? 'full' : 'brief');
  if (options.format === 'markdown') {
    const { renderMarkdown } = await import('../explanation/render-markdown.ts');
    const memo = renderMarkdown(decision, { explain });
    if (unlocks === undefined) return memo;
    const { renderUnlocksMarkdown } = await import('../unlock/render/render-markdown.ts');
    return memo + renderUnlocksMarkdown(unlocks, decision.request.date);
  }
  const { renderText } = await import('../explanation/render-text.ts');
  const layout = textLayout(surroundings);
  const text = renderText(decision, { explain, ...layout });
  if (unlocks === undefined) return text;
  const { renderUnlocksText } = await import('../unlock/render/render-text.ts');
  return text + renderUnlocksText(unlocks, decision.request.date, layout);
}

function overridesFrom({ actor, date, act, provider, set, reading }: EvaluateOptions): Overrides {
  return {
    ...(actor !== undefined && { actor }),
    ...(date !== undefined && { date }),
    ...(act !== undefined && { acts: act }),
    ...(provider !== undefined && { providers: provider }),
    ...(set !== undefined && { facts: set }),
    ...(reading !== undefined && { readings: reading }),
  };
}

/** Collects the values of an option that may be repeated. */
function append(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

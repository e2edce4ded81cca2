import { Option, type Command } from 'commander';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Decision } from '../evaluation/decision.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import type { Unlock } from '../unlock/unlocks.ts';
import { addRequestOptions, readAsked, type AskedRequest, type RequestOptions } from './asked-request.ts';
import { diskPath } from './disk-path.ts';
import { exitCodeOf, type ExitCode } from './exit-code.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

interface EvaluateOptions extends RequestOptions {
  readonly format: Format;
  readonly explain?: 'brief' | 'full';
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
  const command = program
    .command('evaluate')
    .summary('decide a request, and say why')
    .description(DESCRIPTION);
  addRequestOptions(command)
    .option('--record <file>', 'add the decision to a file, to be asked again by compare --replay')
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
  checkUsage(options);
  const asked = await readAsked(path, options, surroundings);
  if (!asked.ok) return refuse(asked.diagnostics, surroundings);
  const { pack, request } = asked.value;
  const { evaluateRequest } = await import('../evaluation/evaluate-request.ts');
  const assumptions = options.assumptions ? 'as-stated' : 'open';
  const firmness = options.format === 'json' || explainOf(options, request.providers.length) === 'full';
  const { decision, unlocks } = await showingProgress(surroundings, 'deciding', async () => {
    const decided = await evaluateRequest(pack, request, { assumptions, firmness });
    return { decision: decided, unlocks: await unlocksAsked(pack, request, decided, options) };
  });
  const kept = await record(decision, asked.value, options, surroundings);
  if (!kept.ok) return refuse(kept.diagnostics, surroundings);
  surroundings.stdout.write(await render(decision, unlocks, options, surroundings));
  return exitCodeOf(decision);
}

function explainOf({ explain }: EvaluateOptions, candidates: number): 'brief' | 'full' {
  return explain ?? (candidates === 1 ? 'full' : 'brief');
}

function checkUsage({ assumptions, unlock = false, atMost }: EvaluateOptions): void {
  if (!assumptions && unlock) throw new UsageError(NOTHING_TO_SETTLE);
  if (atMost !== undefined && !unlock) throw new UsageError(AT_MOST_ALONE);
}

const NOTHING_TO_SETTLE = '--no-assumptions opens every reading, so --unlock could settle none';

const AT_MOST_ALONE = '--at-most says how many changes --unlock may take, and --unlock is not given';

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
  const explain = explainOf(options, decision.answers.length);
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

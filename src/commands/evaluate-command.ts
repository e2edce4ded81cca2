import { Option, type Command } from 'commander';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Decision } from '../evaluation/decision.ts';
import type { Overrides } from '../pack/override-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Recorded } from '../pack/records/with-recorded.ts';
import type { Request } from '../pack/request.ts';
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
    .option('--no-assumptions', 'treat every assumed value and reading as unknown')
    .addOption(formatOption(['text', 'json', 'markdown']))
    .addOption(new Option('--explain <length>', EXPLAIN_HELP).choices(['brief', 'full']))
    .action(async (request: string | undefined, options: EvaluateOptions) => {
      finish(await evaluate(request, options, surroundings));
    });
}

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
  const request = await checkInput(pack, input?.value, overrides, recorded);
  if (!request.ok) return refuse(request.diagnostics, surroundings);
  const { evaluateRequest } = await import('../evaluation/evaluate-request.ts');
  const assumptions = options.assumptions ? 'as-stated' : 'open';
  const decision = await showingProgress(surroundings, 'deciding', () =>
    evaluateRequest(pack, request.value, { assumptions }),
  );
  surroundings.stdout.write(await render(decision, options, surroundings));
  return exitCodeOf(decision);
}

function checkUsage(
  path: string | undefined,
  { assumptions, reading, ledger, opportunity, knownOn }: EvaluateOptions,
  overrides: Overrides,
): void {
  checkLedgerUsage({ ledger, opportunity, knownOn });
  if (path === undefined) demandWholeRequest(overrides);
  if (!assumptions && reading !== undefined) throw new UsageError(READING_OPENED);
}

/** Without a file, what a request cannot do without has to come from options. */
function demandWholeRequest({ actor, acts, date }: Overrides): void {
  const given = { '--actor': actor, '--act': acts, '--date': date };
  const missing = Object.entries(given).flatMap(([option, value]) => (value === undefined ? [option] : []));
  if (missing.length > 0) throw new UsageError(`${NO_REQUEST} (missing: ${missing.join(', ')})`);
}

const READING_OPENED = '--no-assumptions opens every reading, so --reading has no use beside it';

const NO_REQUEST =
  'there is no request: name a file, or - for standard input, or give --actor, --act and --date';

async function checkInput(
  pack: Pack,
  input: Input | undefined,
  overrides: Overrides,
  recorded: Recorded | undefined,
): Promise<Checked<Request>> {
  const { checkRequest, readRequest } = await import('../pack/check-request.ts');
  if (input === undefined) return checkRequest(pack, {}, 'command line', overrides, recorded);
  return readRequest(pack, input.text, input.file, overrides, recorded);
}

async function render(
  decision: Decision,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<string> {
  if (options.format === 'json') return asJson(decision);
  const explain = options.explain ?? (decision.answers.length === 1 ? 'full' : 'brief');
  if (options.format === 'markdown') {
    const { renderMarkdown } = await import('../explanation/render-markdown.ts');
    return renderMarkdown(decision, { explain });
  }
  const { renderText } = await import('../explanation/render-text.ts');
  return renderText(decision, { explain, ...textLayout(surroundings) });
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

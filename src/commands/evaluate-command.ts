import { Option, type Command } from 'commander';
import type { Decision } from '../evaluation/decision.ts';
import { addRequestOptions, readAsked, type RequestOptions } from './asked-request.ts';
import { exitCodeOf, type ExitCode } from './exit-code.ts';
import { asJson, formatOption, type Format } from './format-option.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';

interface EvaluateOptions extends RequestOptions {
  readonly format: Format;
  readonly explain?: 'brief' | 'full';
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
    .addOption(formatOption(['text', 'json', 'markdown']))
    .addOption(new Option('--explain <length>', EXPLAIN_HELP).choices(['brief', 'full']))
    .action(async (request: string | undefined, options: EvaluateOptions) => {
      finish(await evaluate(request, options, surroundings));
    });
}

const EXPLAIN_HELP = 'how much the words say (default: full for one candidate, brief for several)';

const DESCRIPTION = `Decides a request: for each candidate whether it may serve, and why. Options replace what the file says.

Examples:
  compute-rights evaluate request.yaml
  compute-rights evaluate request.yaml --set megawatts=200 --explain brief
  compute-rights evaluate --actor buyer --act procure-capacity --date 2025-03-31
  cat request.json | compute-rights evaluate - --format json
  compute-rights evaluate request.yaml --ledger deals.jsonl --opportunity north-site

Exits with 0 if every named provider is permitted or none is named, 1 if one is not, 3 if one is \
undetermined and nothing is worse, 2 if the question could not be answered.`;

async function evaluate(
  path: string | undefined,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const asked = await readAsked(path, options, surroundings);
  if (!asked.ok) return refuse(asked.diagnostics, surroundings);
  const { pack, request } = asked.value;
  const { evaluateRequest } = await import('../evaluation/evaluate-request.ts');
  const assumptions = options.assumptions ? 'as-stated' : 'open';
  const firmness = options.format === 'json' || explainOf(options, request.providers.length) === 'full';
  const decision = await evaluateRequest(pack, request, { assumptions, firmness });
  surroundings.stdout.write(await render(decision, options, surroundings));
  return exitCodeOf(decision);
}

function explainOf({ explain }: EvaluateOptions, candidates: number): 'brief' | 'full' {
  return explain ?? (candidates === 1 ? 'full' : 'brief');
}

async function render(
  decision: Decision,
  options: EvaluateOptions,
  surroundings: Surroundings,
): Promise<string> {
  if (options.format === 'json') return asJson(decision);
  const explain = explainOf(options, decision.answers.length);
  if (options.format === 'markdown') {
    const { renderMarkdown } = await import('../explanation/render-markdown.ts');
    return renderMarkdown(decision, { explain });
  }
  const { renderText } = await import('../explanation/render-text.ts');
  return renderText(decision, { explain, ...textLayout(surroundings) });
}

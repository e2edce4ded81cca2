import type { Command } from 'commander';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Timeline } from '../timeline/timeline.ts';
import { addRequestOptions, readAsked, type AskedRequest, type RequestOptions } from './asked-request.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { asJson, formatOption } from './format-option.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

const FORMATS = ['text', 'json', 'markdown', 'svg'] as const;

interface TimelineCommandOptions extends RequestOptions {
  readonly from: string;
  readonly to: string;
  readonly vary?: string;
  readonly earliest?: string;
  readonly format: (typeof FORMATS)[number];
}

/** Adds `timeline`: the answers to a request over days, or over the values of a fact. */
export function addTimelineCommand(
  program: Command,
  surroundings: Surroundings,
  finish: (code: ExitCode) => void,
): void {
  const command = program
    .command('timeline')
    .summary('show how the answers change over time')
    .description(DESCRIPTION);
  addRequestOptions(command)
    .requiredOption('--from <value>', 'first day, or first value of the fact that is varied')
    .requiredOption('--to <value>', 'last day or value')
    .option('--vary <fact>', 'vary a number or a day among the facts, not the date')
    .option('--earliest <provider>', 'find the first day on which the provider may serve')
    .addOption(formatOption(FORMATS))
    .action(async (request: string | undefined, options: TimelineCommandOptions) => {
      finish(await showTimeline(request, options, surroundings));
    });
}

const DESCRIPTION = `Shows how the answers to a request change from one day to another, and what changes them: an amendment, a \
deadline, the end of a release. Takes the options of evaluate.

Examples:
  compute-rights timeline request.yaml --from 2024-01-01 --to 2026-12-31
  compute-rights timeline request.yaml --vary megawatts --from 0 --to 500
  compute-rights timeline r.yaml --from 2024-01-01 --to 2026-12-31 --format svg

Exits with 0 once it is shown, 2 if it could not be. With --earliest: 0 if there is such a day, 3 if there is \
only one on which the provider may be permitted and may not, 1 if there is none.`;

async function showTimeline(
  path: string | undefined,
  options: TimelineCommandOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const { earliest, from } = options;
  checkUsage(options);
  const asked = await readAsked(
    path,
    {
      ...options,
      ...(path === undefined && options.date === undefined && options.vary === undefined && { date: from }),
      ...(earliest !== undefined && { provider: [earliest] }),
    },
    surroundings,
  );
  if (!asked.ok) return refuse(asked.diagnostics, surroundings);
  const followed = await showingProgress(surroundings, 'following', () => follow(asked.value, options));
  if (!followed.ok) return refuse(followed.diagnostics, surroundings);
  const timeline = followed.value;
  surroundings.stdout.write(await render(timeline, options, surroundings));
  return timeline.earliest === undefined ? EXIT.nothingAgainst : exitCodeOf(timeline.earliest);
}

function checkUsage({ earliest, provider, vary }: TimelineCommandOptions): void {
  if (earliest !== undefined && provider !== undefined)
    throw new UsageError('--earliest names the only provider, so --provider has no use beside it');
  if (earliest !== undefined && vary !== undefined)
    throw new UsageError('--earliest looks for a day, so --vary has no use beside it');
}

async function follow(
  { pack, request }: AskedRequest,
  { from, to, vary, earliest, assumptions }: TimelineCommandOptions,
): Promise<Checked<Timeline>> {
  const { checkAxis } = await import('../timeline/check-axis.ts');
  const axis = checkAxis(pack, { from, to, ...(vary !== undefined && { vary }) }, 'command line');
  if (!axis.ok) return axis;
  const { followRequest } = await import('../timeline/follow-request.ts');
  const followed = await followRequest(pack, request, axis.value, {
    assumptions: assumptions ? 'as-stated' : 'open',
  });
  if (!followed.ok || earliest === undefined) return followed;
  const { earliestFor } = await import('../timeline/earliest-for.ts');
  const [only] = followed.value.providers;
  if (only === undefined) throw new Error('a timeline of one provider has none');
  return { ...followed, value: { ...followed.value, earliest: earliestFor(only) } };
}

function exitCodeOf({ permitted, perhaps }: NonNullable<Timeline['earliest']>): ExitCode {
  if (permitted !== undefined) return EXIT.nothingAgainst;
  return perhaps === undefined ? EXIT.somethingToReport : EXIT.undetermined;
}

async function render(
  timeline: Timeline,
  { format }: TimelineCommandOptions,
  surroundings: Surroundings,
): Promise<string> {
  switch (format) {
    case 'json':
      return asJson(timeline);
    case 'markdown':
      return (await import('../timeline/render/render-markdown.ts')).renderMarkdown(timeline);
    case 'svg':
      return (await import('../timeline/render/render-svg.ts')).renderSvg(timeline);
    case 'text':
      return (await import('../timeline/render/render-text.ts')).renderText(
        timeline,
        textLayout(surroundings),
      );
  }
}

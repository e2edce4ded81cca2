import type { Checked } from '../diagnostics/diagnostic.ts';
import type { ReplayFrom } from '../replay/replay-record.ts';
import type { Replay } from '../replay/replay.ts';
import { rangeIn, RULES_IDLE } from './compared-packs.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findPack } from './find-packs.ts';
import { asJson, type Format } from './format-option.ts';
import { dayOption } from './recorded-basis.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

/** What of the options of `compare` has to do with a record of decisions. */
export interface RecordAsked {
  readonly replay: string;
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly rules?: string | undefined;
  readonly toDay?: string | undefined;
  readonly format: Format;
  readonly all: boolean;
  /** Options that are about two packs, and not about decisions. */
  readonly idle: readonly string[];
}

/** Asks recorded decisions again: of a folder, of a folder and one before it, or of two revisions. */
export async function compareRecord(asked: RecordAsked, surroundings: Surroundings): Promise<ExitCode> {
  const { replay: path, toDay, idle } = asked;
  const [first] = idle;
  if (first !== undefined) throw new UsageError(`${first} has no use beside --replay`);
  dayOption('--to-day', toDay);
  const sides = await sidesOf(asked, surroundings);
  if (!sides.ok) return refuse(sides.diagnostics, surroundings);
  const { before, after } = sides.value;
  const { replay } = await import('../replay/replay-record.ts');
  const replayed = await showingProgress(surroundings, 'deciding anew', () =>
    replay(diskPath(path, surroundings.cwd), after, {
      ...(before !== undefined && { before }),
      ...(toDay !== undefined && { day: toDay }),
    }),
  );
  if (!replayed.ok) return refuse(replayed.diagnostics, surroundings);
  surroundings.stdout.write(await render(replayed.value, asked, surroundings));
  const { reasonChanged, flipped } = replayed.value;
  return reasonChanged + flipped === 0 ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

interface Sides {
  readonly before?: ReplayFrom;
  readonly after: ReplayFrom;
}

async function sidesOf(
  { before: first, after: second, rules }: RecordAsked,
  surroundings: Surroundings,
): Promise<Checked<Sides>> {
  const onDisk = (folder: string | undefined): string =>
    diskPath(findPack(folder, surroundings, 'name one of them'), surroundings.cwd);
  const range = first === undefined || second !== undefined ? undefined : rangeIn(first);
  if (range === undefined) {
    if (first !== undefined && rules !== undefined) throw new UsageError(RULES_IDLE);
    const value =
      second === undefined
        ? { after: onDisk(first ?? rules) }
        : { before: onDisk(first), after: onDisk(second) };
    return { ok: true, value, warnings: [] };
  }
  const { textsAtRevision } = await import('./git/pack-at-revision.ts');
  const folder = findPack(rules, surroundings);
  const before = await textsAtRevision(range.from, folder, surroundings);
  const after = await textsAtRevision(range.to, folder, surroundings);
  if (!before.ok) return before;
  return after.ok ? { ...after, value: { before: before.value, after: after.value } } : after;
}

async function render(
  replay: Replay,
  { format, all }: RecordAsked,
  surroundings: Surroundings,
): Promise<string> {
  if (format === 'json') return asJson(replay);
  if (format === 'markdown') {
    const { renderMarkdown } = await import('../replay/render/render-markdown.ts');
    return renderMarkdown(replay);
  }
  const { renderText } = await import('../replay/render/render-text.ts');
  return renderText(replay, { width: textLayout(surroundings).width, all });
}

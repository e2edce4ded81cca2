import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Pack } from '../pack/pack.ts';
import { diskPath } from './disk-path.ts';
import { findPack } from './find-packs.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** How the two sides of a comparison are named on the command line. */
export interface SidesAsked {
  readonly before?: string | undefined;
  readonly after?: string | undefined;
  readonly rules?: string | undefined;
  readonly fromDay?: string | undefined;
  readonly toDay?: string | undefined;
}

/** The packs of both sides; one pack twice where two of its days are compared. */
export interface BothPacks {
  readonly before: Pack;
  readonly after: Pack;
}

/** Loads what is to be compared: two folders, one folder at two revisions, or one folder on two days. */
export async function comparedPacks(
  asked: SidesAsked,
  surroundings: Surroundings,
): Promise<Checked<BothPacks>> {
  const { before, after, rules, fromDay, toDay } = asked;
  if ((fromDay === undefined) !== (toDay === undefined)) throw new UsageError(ONE_DAY);
  if (before !== undefined && after !== undefined) {
    if (rules !== undefined) throw new UsageError(RULES_IDLE);
    return bothLoaded(await onDisk(before, surroundings), await onDisk(after, surroundings));
  }
  return fromDay === undefined
    ? atRevisions(before, rules, surroundings)
    : onTwoDays(before, rules, surroundings);
}

async function onTwoDays(
  folder: string | undefined,
  rules: string | undefined,
  surroundings: Surroundings,
): Promise<Checked<BothPacks>> {
  if (folder !== undefined && rules !== undefined) throw new UsageError(RULES_IDLE);
  const pack = await onDisk(folder ?? rules, surroundings);
  return bothLoaded(pack, pack);
}

const ONE_DAY = 'two days are compared: give both --from-day and --to-day';
export const RULES_IDLE = '--rules names the folder of two revisions; here the folders are named already';
const NOTHING_TO_COMPARE =
  'there is nothing to compare: name two folders, two revisions as before..after, or --from-day and --to-day';

async function onDisk(folder: string | undefined, surroundings: Surroundings): Promise<Checked<Pack>> {
  const { loadPack } = await import('../pack/load-pack.ts');
  return loadPack(diskPath(findPack(folder, surroundings, 'name one of them'), surroundings.cwd));
}

/** Two revisions of git. */
export interface Range {
  readonly from: string;
  readonly to: string;
}

/** Reads `before..after` as git does: a side that is left out is `HEAD`. */
export function rangeIn(text: string): Range | undefined {
  const parts = text.split('..');
  const [from = '', to = ''] = parts;
  if (parts.length !== 2 || (from === '' && to === '') || /[./\\]$/.test(from) || /^[./\\]/.test(to))
    return undefined;
  return { from: from === '' ? HEAD : from, to: to === '' ? HEAD : to };
}

const HEAD = 'HEAD';

async function atRevisions(
  asked: string | undefined,
  rules: string | undefined,
  surroundings: Surroundings,
): Promise<Checked<BothPacks>> {
  const range = asked === undefined ? undefined : rangeIn(asked);
  if (range === undefined) throw new UsageError(NOTHING_TO_COMPARE);
  const { from, to } = range;
  const { packAtRevision } = await import('./git/pack-at-revision.ts');
  const folder = findPack(rules, surroundings);
  return bothLoaded(
    await packAtRevision(from, folder, surroundings),
    await packAtRevision(to, folder, surroundings),
  );
}

function bothLoaded(before: Checked<Pack>, after: Checked<Pack>): Checked<BothPacks> {
  if (before.ok && after.ok)
    return { ok: true, value: { before: before.value, after: after.value }, warnings: [] };
  const diagnostics = [before, after].flatMap((each) => (each.ok ? [] : each.diagnostics));
  return {
    ok: false,
    diagnostics: [...new Map(diagnostics.map((each) => [JSON.stringify(each), each])).values()],
  };
}

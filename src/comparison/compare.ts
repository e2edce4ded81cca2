import type { Progress } from '../diagnostics/progress.ts';
import type { Pack } from '../pack/pack.ts';
import { dayFromIso, type Day } from '../vocabulary/day.ts';
import type { PackComparison } from './comparison.ts';
import { comparePacks } from './compare-packs.ts';

/** What is compared besides two packs, and how much it may take. */
export interface CompareOptions {
  /** ISO days on which each side is asked; both or none. Without them all days are compared. */
  readonly fromDay?: string;
  readonly toDay?: string;
  /** Nodes of decision diagrams beyond which the comparison gives up, and says so. */
  readonly nodes?: number;
  /** Statements beyond which a change of one act with one candidate is counted only. */
  readonly statements?: number;
  /** Is told, now and then, what is being done. */
  readonly progress?: Progress;
}

/** Nodes that take some seconds and some tens of megabytes. */
const MOST_NODES = 2_000_000;
const MOST_STATEMENTS = 64;

/**
 * Finds what changes between two packs: for whom, from what to what, and under which circumstances, each with a request that
 * shows it. What is not told has not changed: that is proved on the decision diagrams of both, over every request there can
 * be. With `fromDay` and `toDay` the packs, or one pack twice, are compared on two days. Throws a `RangeError` where one of
 * the days is no ISO day, or stands without the other.
 *
 * ```ts
 * const { verdict, changes } = await compare(pack, pack, { fromDay: '2023-12-31', toDay: '2024-06-01' });
 * const [first] = changes;
 * console.log(`${verdict}, such as ${first?.before} → ${first?.after}`);
 * // prints: more-restrictive, such as permitted → prohibited
 * ```
 */
export async function compare(
  before: Pack,
  after: Pack,
  { fromDay, toDay, nodes = MOST_NODES, statements = MOST_STATEMENTS, progress }: CompareOptions = {},
): Promise<PackComparison> {
  const packs = { before, after };
  const effort = { nodes, statements, ...(progress !== undefined && { progress }) };
  if (fromDay === undefined && toDay === undefined) return comparePacks({ packs }, effort);
  return comparePacks({ packs, days: { before: dayOf(fromDay), after: dayOf(toDay) } }, effort);
}

function dayOf(text: string | undefined): Day {
  if (text === undefined) throw new RangeError('two days are compared, or none: give both');
  const day = dayFromIso(text);
  if (day === undefined) throw new RangeError(`\`${text}\` is no ISO day such as 2025-01-21`);
  return day;
}

import type { DealTerms, OtherTerms } from '../../src/pack/procedure.ts';
import type { TermChange } from '../../src/pack/request.ts';
import type { AsAWhole, Difference } from './naive-first-right.ts';
import { alternativeOf, type World } from './naive-world.ts';

type Side = 'no change' | 'better' | 'worse' | 'different';

/** Rights with the same text here compare terms alike, so that what one of them makes of an unclear change, all do. */
function comparingOf({ better, tolerance }: DealTerms): string {
  const inOrder = (map: Readonly<Record<string, unknown>>): unknown =>
    Object.entries(map).sort(([one], [other]) => (one < other ? -1 : 1));
  return JSON.stringify([inOrder(better), inOrder(tolerance)]);
}

/** True where nothing that counts is different. */
export function isEqual(world: World, terms: DealTerms, { changes }: Difference): boolean {
  return changes.every((change) => sideOf(world, terms, change) === 'no change');
}

/** Whether a deal that is not equal is better or worse for the grantor: unknown, unless all that changed points one way. */
export function asAWhole(world: World, terms: DealTerms, { event, changes }: Difference): AsAWhole {
  const sides = new Set(changes.map((change) => sideOf(world, terms, change)));
  sides.delete('no change');
  const [only, second] = [...sides];
  if (second === undefined && (only === 'better' || only === 'worse')) return only;
  const key = `terms ${String(event)} ${comparingOf(terms)}`;
  return world.choose({ key, reportedAs: 'opportunity.terms' }, ['better', 'worse', 'neither']);
}

/** Where a change of one term leaves the grantor. */
function sideOf(world: World, terms: DealTerms, change: TermChange): Side {
  if (change.is === 'numbers' && isWithin(terms.tolerance, change)) return 'no change';
  const better = Object.hasOwn(terms.better, change.term) ? terms.better[change.term] : undefined;
  if (better === undefined) {
    const others: OtherTerms = alternativeOf(world, terms.others, ['immaterial', 'material']);
    return others === 'immaterial' ? 'no change' : 'different';
  }
  const direction = directionOf(change);
  if (better === 'unordered' || direction === 'changed') return 'different';
  return direction === better ? 'better' : 'worse';
}

function isWithin(
  tolerance: DealTerms['tolerance'],
  { term, from, to }: Extract<TermChange, { is: 'numbers' }>,
): boolean {
  const percent = Object.hasOwn(tolerance, term) ? (tolerance[term] ?? 0) : 0;
  return Math.abs(to - from) * 100 <= percent * Math.abs(from);
}

function directionOf(change: TermChange): 'lower' | 'higher' | 'changed' {
  if (change.is !== 'numbers') return change.is;
  return change.to < change.from ? 'lower' : 'higher';
}

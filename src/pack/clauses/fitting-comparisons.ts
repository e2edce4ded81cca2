import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { nameOf } from '../forms/check-shape.ts';
import type { ScalarType } from '../forms/read-scalar.ts';
import { isTree } from '../forms/value-tree.ts';
import type { Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import type { Tested } from './tested.ts';

export const NUMBER_COMPARISONS = ['at-least', 'more-than', 'at-most', 'less-than'] as const;
export const DAY_COMPARISONS = ['before', 'on-or-before', 'after', 'on-or-after'] as const;

/** Reports a comparison that means nothing for what it compares. */
export function reportUnfitComparison(
  key: string,
  spot: Spot,
  tested: Tested,
  context: ResolveContext,
): undefined {
  const subject = nameOf({ ...spot, path: spot.path.slice(0, -1) });
  const message = `${inBackticks(key)} does not fit ${subject}, which is ${SORTS[tested.type.is]}`;
  const hint = `what fits is a value, a list of values, ${listed(fitting(tested))}`;
  return context.report('clause/unfit-comparison', spot, message, { hint, part: 'key' });
}

const SORTS: Readonly<Record<ScalarType['is'], string>> = {
  assessment: 'an assessment, true or false',
  boolean: 'true or false',
  date: 'a date',
  enum: 'an enum',
  event: 'an event',
  number: 'a number',
  party: 'a party',
  reading: 'a reading',
};

/** Gives the comparisons that fit what is tested. */
export function fitting(tested: Tested): readonly string[] {
  const ordered = { number: NUMBER_COMPARISONS, date: DAY_COMPARISONS };
  const { is } = tested.type;
  return [
    'not',
    ...(tested.subject.is === 'fact' ? ['same-as'] : []),
    ...(hasWithin(tested.type) ? ['within'] : []),
    ...(is === 'number' || is === 'date' ? ordered[is] : []),
  ];
}

/** True for parties, which have groups, and for values that form a tree. */
function hasWithin(type: ScalarType): boolean {
  return type.is === 'party' || (type.is === 'enum' && isTree(type));
}

import type { Variable } from './variable.ts';

/** True of a variable that is in its first class where a question says nothing about it. */
export function isNoneUnlessSaid({ about }: Variable): boolean {
  return NONE_UNLESS_SAID.includes(about.is);
}

/** Without a word there is no deal on record, nobody is designated, and the provider serves directly. */
const NONE_UNLESS_SAID: readonly Variable['about']['is'][] = [
  'state',
  'counterparty',
  'consent',
  'waiver',
  'designee',
  'through',
];

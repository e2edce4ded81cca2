export const POSITIONS = [
  'permits',
  'reserves',
  'reserved-for-another',
  'forbids',
  'offer-first',
  'not-before',
  'nothing',
] as const;
/** What one clause says about one actor, act and candidate. `reserves` is for the candidate itself. */
export type Position = (typeof POSITIONS)[number];

/** True where the position lets the candidate serve. */
export function isFavourable(position: Position): boolean {
  return position === 'permits' || position === 'reserves';
}

/** True where the position stands in the candidate's way, for good or for now. */
export function isAdverse(position: Position): boolean {
  return position !== 'nothing' && !isFavourable(position);
}

/** True where the candidate may not serve at all under the position. */
export function isBarring(position: Position): boolean {
  return position === 'forbids' || position === 'reserved-for-another';
}

/** True where one of the two lets the candidate serve and the other stands in its way: only then can one displace the other. */
export function opposes(one: Position, other: Position): boolean {
  return (isFavourable(one) && isAdverse(other)) || (isAdverse(one) && isFavourable(other));
}

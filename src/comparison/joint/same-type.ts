import type { FactType } from '../../pack/pack.ts';

/** True where values of the two types can stand in one request: values of an enum may have come or gone. */
export function isSameType(one: FactType, other: FactType): boolean {
  if (one.is === 'number' && other.is === 'number') return one.unit === other.unit;
  return one.is === other.is;
}

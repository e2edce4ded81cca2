import type { Limit, Parameter } from '../../src/vocabulary/stated.ts';

/** Every limit that a parameter may have where it is not unknown. */
export function limitsIn<T>({ stated }: Parameter<T>): Limit<T>[] {
  if (stated.is === 'by-reading') return Object.values(stated.of).filter((limit) => limit.is !== 'unknown');
  if (stated.is === 'assumed') return [stated.limit];
  return stated.is === 'unknown' ? [] : [stated];
}

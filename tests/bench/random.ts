/** Draws numbers and members that are the same each time for a seed. */
export interface Random {
  /** A whole number from 0 to one below the bound. */
  readonly below: (bound: number) => number;
  readonly oneOf: <T>(members: readonly T[]) => T;
}

/** Mulberry32: small, and even enough to draw cases from. */
export function randomFrom(seed: number): Random {
  let state = seed;
  const below = (bound: number): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * bound);
  };
  return {
    below,
    oneOf: (members) => {
      const member = members[below(members.length)];
      if (member === undefined) throw new RangeError('nothing to draw from');
      return member;
    },
  };
}

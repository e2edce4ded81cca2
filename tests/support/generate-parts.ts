import fc from 'fast-check';

import type { Document, Part } from './generated-words.ts';

/** Left out, but for so many times in ten. */
export function sometimes<T>(timesInTen: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 10 - timesInTen, arbitrary: fc.constant(undefined) },
    { weight: timesInTen, arbitrary },
  );
}

/** A map of what is given, `undefined` where nothing is. */
export function group(parts: Readonly<Record<string, Part | undefined>>): Document | undefined {
  const given = withoutBlanks(parts);
  return Object.keys(given).length === 0 ? undefined : given;
}

export function withoutBlanks(parts: Readonly<Record<string, Part | undefined>>): Document {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

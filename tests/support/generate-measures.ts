import fc from 'fast-check';

import { isoDay, type Document, type Part } from './generated-words.ts';

/** The happenings of every generated pack. */
export const GENERATED_HAPPENINGS = {
  order: { means: 'an order', amounts: { amount: { unit: 'MW' } }, 'told-by': ['colour', 'owned'] },
} as const satisfies Document;

const days = (from: number, to: number): fc.Arbitrary<string> =>
  fc.integer({ min: from, max: to }).map(isoDay);

const lengths = fc.integer({ min: 2, max: 6 }).map((count) => `${String(count)} calendar-days`);

const periodic = fc
  .record({
    over: fc.oneof(
      { weight: 4, arbitrary: fc.record({ every: lengths, from: days(-12, 4) }) },
      { weight: 1, arbitrary: fc.constant({ calendar: 'month', from: isoDay(-60) }) },
    ),
    in: fc.constantFrom<Part[]>(
      'current',
      'last-closed',
      'lowest-closed',
      'highest-closed',
      { 'low-for': 2 },
      { 'high-for': 2 },
    ),
    carried: fc.integer({ min: 0, max: 5 }),
  })
  .map(({ over, in: which, carried }): Document => {
    const mayCarry = carried > 0 && carried < 3 && typeof which === 'string';
    return { over, in: which, ...(mayCarry && { 'carry-forward': { 'excess-over': carried } }) };
  });

const upToDate = fc.oneof(
  lengths.map((trailing): Document => ({ over: { trailing } })),
  days(-8, 4).map((since): Document => ({ over: { since } })),
);

const measure = fc
  .record({
    isCount: fc.boolean(),
    periods: fc.oneof({ weight: 3, arbitrary: periodic }, { weight: 2, arbitrary: upToDate }),
    where: fc.constantFrom<Document[]>({}, {}, { where: { owned: true } }),
    counts: fc.boolean(),
  })
  .map(({ isCount, periods, where, counts }): Document => {
    const isCurrent = periods['in'] === undefined || periods['in'] === 'current';
    return {
      means: 'what was ordered',
      ...(isCount ? { counts: 'order' } : { sums: { order: 'amount' } }),
      ...where,
      ...periods,
      ...(counts && isCurrent && { 'with-request': isCount ? 1 : 'size' }),
    };
  });

/** Two measures, told apart by the same keys if by any. */
export const measures: fc.Arbitrary<Readonly<Record<string, Document>>> = fc
  .record({
    one: measure,
    other: measure,
    by: fc.constantFrom<Document[]>({}, { by: 'colour' }, { by: 'colour' }),
  })
  .map(({ one, other, by }) => ({ 'm-1': { ...one, ...by }, 'm-2': { ...other, ...by } }));

/** A record with few gaps: what is missing is tried in every way. */
export function happened(date: number): fc.Arbitrary<Document> {
  const open = fc.constantFrom('amount', 'colour', 'owned', 'none', 'none', 'none');
  return fc
    .record({
      entries: fc.array(
        fc.record({
          before: fc.nat(14),
          amount: fc.integer({ min: 0, max: 6 }).map((halves) => halves / 2),
          colour: fc.constantFrom('red', 'red', 'green'),
          owned: fc.boolean(),
        }),
        { maxLength: 4 },
      ),
      open,
      missing: fc.constantFrom(0, 0, 0, 1, 2),
    })
    .map(({ entries, open: left, missing }) => ({
      'complete-to': isoDay(date - missing),
      entries: entries.map(({ before, ...entry }, place): Document => {
        const known = Object.entries(entry).filter(([key]) => place > 0 || key !== left);
        return { order: isoDay(date - before), ...Object.fromEntries(known) };
      }),
    }));
}

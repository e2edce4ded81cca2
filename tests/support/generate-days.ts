import fc from 'fast-check';

import { isoDay, type Document, type Part } from './generated-words.ts';
import { stated } from './generate-scopes.ts';

/** Two calendars that do not reach over all the days that packs and requests are about. */
export const GENERATED_CALENDARS = {
  works: {
    means: 'days on which the works are open',
    closed: ['saturday', 'sunday'],
    holidays: [isoDay(9), isoDay(3)],
    covers: { from: isoDay(-2), to: isoDay(13) },
  },
  quay: {
    means: 'days on which ships call',
    holidays: [isoDay(5)],
    covers: { from: isoDay(3), to: isoDay(8) },
  },
} as const satisfies Document;

/** Facts that only give days to count from. */
export const DAY_FACTS = {
  failure: { type: 'event', question: 'Has the holder failed?' },
  launch: { type: 'event', question: 'Has it been launched?' },
  expiry: { type: 'date', question: 'When does it expire?' },
} as const satisfies Document;

const inDays = fc.integer({ min: 1, max: 4 }).map((days) => `${String(days)} calendar-days`);

const durations: fc.Arbitrary<string> = fc.oneof(
  { weight: 4, arbitrary: inDays },
  { weight: 1, arbitrary: fc.constant('1 weeks') },
);

/** Lengths that may be counted on a calendar. */
export const periods: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: durations },
  {
    weight: 2,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 4 }), fc.constantFrom('works', 'quay'))
      .map(([days, calendar]) => `${String(days)} business-days on ${calendar}`),
  },
);

/** Lengths of the stages of a first right: a last day may be put off besides. */
export const stageLengths: fc.Arbitrary<Part> = fc.oneof(
  { weight: 5, arbitrary: periods },
  {
    weight: 1,
    arbitrary: fc
      .tuple(durations, fc.constantFrom('works', 'quay'))
      .map(([length, calendar]) => `${length} or next business-day on ${calendar}`),
  },
);

const days = fc.integer({ min: 1, max: 14 }).map(isoDay);
const events = fc.constantFrom<Document[]>({ event: 'failure' }, { event: 'launch' });
const known: fc.Arbitrary<Part> = fc.oneof(
  fc.constant({ fact: 'expiry' }),
  fc.constant({ effective: 'deed-1' }),
  days,
);

const counted: fc.Arbitrary<Document> = fc.oneof(
  itself(fc.record({ after: stated(periods, false), of: fc.oneof(known, events) })),
  itself(fc.record({ before: stated(periods, false), of: known })),
);

function itself(given: fc.Arbitrary<Document>): fc.Arbitrary<Document> {
  const words = fc.constantFrom<Document[]>(
    {},
    {},
    { 'day-itself': 'counts' },
    { 'day-itself': 'does-not-count' },
  );
  return fc.tuple(given, words).map(([day, word]) => ({ ...day, ...word }));
}

/** First days of clauses: stated, of an event or a date, or counted. */
export const beginnings: fc.Arbitrary<Part> = fc.oneof(
  { weight: 1, arbitrary: stated(fc.integer({ min: -2, max: 9 }).map(isoDay), false) },
  { weight: 1, arbitrary: fc.oneof(events, fc.constant({ fact: 'expiry' })) },
  { weight: 3, arbitrary: counted },
);

/** Last days of clauses. */
export const endings: fc.Arbitrary<Part> = fc.oneof(
  { weight: 3, arbitrary: stated(fc.integer({ min: 3, max: 18 }).map(isoDay)) },
  { weight: 1, arbitrary: events },
  { weight: 2, arbitrary: counted },
);

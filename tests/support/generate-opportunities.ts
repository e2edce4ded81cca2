import fc from 'fast-check';

import { sometimes, withoutBlanks } from './generate-parts.ts';
import { isoDay, NOTICE_CONTENTS, type Document, type Part } from './generated-words.ts';

/** A request that says all that can be said, or one from which facts, readings and recorded days are missing. */
export type Completeness = 'complete' | 'incomplete';

export function opportunities(date: number, completeness: Completeness): fc.Arbitrary<Document> {
  const missing = fc.integer({ min: 0, max: 3 });
  const told = fc.array(stories(date), { minLength: 1, maxLength: 2 }).map((each) => each.flat());
  return fc
    .record({
      counterparty: fc.constantFrom('gamma', 'gamma', 'gamma', 'gamma', 'beta', 'alpha'),
      events: fc.oneof(
        { weight: 2, arbitrary: fc.array(events(date), { maxLength: 6 }) },
        { weight: 4, arbitrary: told },
        { weight: 1, arbitrary: fc.array(words(date), { minLength: 2, maxLength: 4 }) },
      ),
      recorded: fc.oneof(fc.constant(0), completeness === 'complete' ? fc.constant(0) : missing),
      silent: completeness === 'complete' ? fc.constant(false) : fc.boolean(),
    })
    .map(({ counterparty, events: unsorted, recorded, silent }) =>
      withoutBlanks({
        id: 'deal',
        counterparty,
        'complete-to': silent ? undefined : isoDay(date - recorded),
        events: withNotices([...unsorted].sort((one, other) => one.day - other.day)).map(
          ({ event }) => event,
        ),
      }),
    );
}

interface DatedEvent {
  readonly day: number;
  readonly event: Document;
}

const ANSWERS = ['decline', 'exercise', 'interest', 'agreement', 'information-request', 'information'];

/** Drops answers of a holder that has had no notice by then: a request that records them is refused. */
function withNotices(dated: readonly DatedEvent[]): readonly DatedEvent[] {
  return dated.filter(({ day, event }) => {
    const isAnswer = ANSWERS.some((kind) => kind in event);
    const holder = event['by'] ?? event['to'];
    return (
      !isAnswer ||
      dated.some((other) => 'notice' in other.event && other.day <= day && other.event['to'] === holder)
    );
  });
}

/** Anything, on any of a few days. */
function events(date: number): fc.Arbitrary<DatedEvent> {
  const days = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 9 }).map((before) => date - before) },
    { weight: 1, arbitrary: fc.constant(date + 1) },
  );
  return fc
    .record({ day: days, kind: fc.constantFrom(...KINDS), by: holders })
    .chain(({ day, kind, by }) => eventOf(kind, day, by));
}

const KINDS = [
  ...([
    'notice',
    'notice',
    'notice',
    'notice',
    'notice',
    'decline',
    'decline',
    'exercise',
    'exercise',
  ] as const),
  ...([
    'interest',
    'interest',
    'agreement',
    'information-request',
    'information',
    'change',
    'change',
  ] as const),
  ...([
    'intent',
    'letter-of-intent',
    'offer',
    'signature',
    'signature',
    'consent',
    'refusal',
    'waiver',
  ] as const),
];

type Kind = (typeof KINDS)[number];

/** One event on a day, with all that may be said of it. */
function eventOf(kind: Kind, day: number, by: string): fc.Arbitrary<DatedEvent> {
  const on = isoDay(day);
  return partsOf(kind, day, by).map((parts) => ({ day, event: withoutBlanks({ [kind]: on, ...parts }) }));
}

type Parts = Readonly<Record<string, Part | undefined>>;

function partsOf(kind: Kind, day: number, by: string): fc.Arbitrary<Parts> {
  const own = fc.constant(by);
  if (kind === 'notice') return fc.record({ to: own, contains: contents, given: sometimes(8, givenBy(day)) });
  if (kind === 'information') return fc.record({ to: own });
  if (kind === 'change') return fc.record({ of: differences });
  if (kind === 'exercise') {
    return fc.record({ by: own, takes: sometimes(3, parts), differs: sometimes(4, differences) });
  }
  if (kind === 'waiver') {
    return fc.record({ by: own, of: sometimes(4, places), 'any-terms': sometimes(3, fc.constant(true)) });
  }
  const isOfNobody = STAGES_AND_SIGNATURE.includes(kind);
  return isOfNobody ? fc.constant({}) : fc.record({ by: own });
}

const STAGES_AND_SIGNATURE: readonly Kind[] = ['intent', 'letter-of-intent', 'offer', 'signature'];

/** Places of clauses: their ids are put in their stead once the pack is known. */
const places = fc.uniqueArray(fc.nat(5), { minLength: 1, maxLength: 2 });

function givenBy(receipt: number): fc.Arbitrary<string> {
  return fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 6 })).map((before) => isoDay(receipt - before));
}

/** What is taken of a size that deals have. */
const parts: fc.Arbitrary<Document> = fc
  .record({ fact: fc.constantFrom('size', 'size', 'share'), taken: fc.integer({ min: 1, max: 2 }) })
  .map(({ fact, taken }) => ({ [fact]: { taken, of: 4 } }));

const directions = fc.constantFrom<Part[]>('lower', 'higher', 'changed');
/** Nothing, so much that it is just within a tolerance of 5 %, and more. */
const prices = fc.constantFrom(100, 95, 105, 94, 106, 120).map((to) => ({ from: 100, to }));

const differences: fc.Arbitrary<Document> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ price: fc.oneof(prices, directions) }) },
  { weight: 2, arbitrary: fc.record({ price: fc.oneof(prices, directions), volume: directions }) },
  { weight: 1, arbitrary: fc.record({ site: fc.constant('changed') }) },
  { weight: 1, arbitrary: fc.record({ colour: directions }) },
);

/** One round with one holder: perhaps stages, a notice, questions, an answer, a change and a signature within a few days. */
function stories(date: number): fc.Arbitrary<readonly DatedEvent[]> {
  const answers = fc.constantFrom<Kind[]>('decline', 'decline', 'exercise', 'exercise', 'agreement');
  const stages = fc.constantFrom<Kind[]>('intent', 'letter-of-intent', 'offer');
  return fc
    .record({
      notice: fc.integer({ min: 0, max: 11 }).map((before) => date - before),
      by: holders,
      stage: sometimes(3, step(stages, -3, 1)),
      question: sometimes(2, step(fc.constantFrom<Kind[]>('information-request', 'information'), 0, 4)),
      information: sometimes(2, step(fc.constant<Kind>('information'), 1, 6)),
      interest: sometimes(3, step(fc.constant<Kind>('interest'), 0, 5)),
      answer: sometimes(5, step(answers, 0, 8)),
      change: sometimes(3, step(fc.constant<Kind>('change'), 0, 9)),
      again: sometimes(2, step(fc.constant<Kind>('notice'), 1, 8)),
      signature: sometimes(3, step(fc.constant<Kind>('signature'), 0, 12)),
    })
    .chain(({ notice, by, ...steps }) => {
      const drawn = Object.values(steps).filter((each) => each !== undefined);
      const all = drawn.map(({ kind, after }) => eventOf(kind, notice + after, by));
      return fc.tuple(eventOf('notice', notice, by), ...all);
    });
}

function step(kinds: fc.Arbitrary<Kind>, min: number, max: number) {
  return fc.record({ kind: kinds, after: fc.integer({ min, max }) });
}

/** What a party says of a deal, one word after the other, and what becomes of the deal meanwhile. */
function words(date: number): fc.Arbitrary<DatedEvent> {
  return fc
    .record({
      day: fc.nat(6).map((before) => date - before),
      is: fc.constantFrom<Kind[]>('consent', 'refusal', 'consent', 'waiver', 'waiver', 'change'),
      by: holders,
    })
    .chain(({ day, is, by }) => eventOf(is, day, by));
}

const holders = fc.constantFrom('alpha', 'alpha', 'alpha', 'beta');

const contents: fc.Arbitrary<Part | undefined> = fc.oneof(
  { weight: 7, arbitrary: fc.constant([...NOTICE_CONTENTS]) },
  { weight: 2, arbitrary: fc.subarray([...NOTICE_CONTENTS]) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

import fc from 'fast-check';

import {
  CANDIDATES,
  EVERY_PARTY,
  GENERATED_ACTS,
  GENERATED_FACTS,
  GENERATED_READINGS,
  isoDay,
  NOTICE_CONTENTS,
  type Document,
  type GeneratedFact,
  type GeneratedReading,
  type Part,
} from './generated-words.ts';
import { happened } from './generate-measures.ts';
import { sometimes, withoutBlanks, type Emphasis } from './generate-clauses.ts';

/** A request that says all that can be said, or one from which facts, readings and recorded days are missing. */
export type Completeness = 'complete' | 'incomplete';

export function requests(emphasis: Emphasis): fc.Arbitrary<Document> {
  const isAboutADeal = emphasis === 'procedures';
  const isAboutSize = emphasis === 'quantities';
  const isAboutMeasures = emphasis === 'measures';
  const likely =
    isAboutADeal || isAboutSize
      ? fc.constantFrom<Completeness[]>('complete', 'complete', 'incomplete')
      : anyCompleteness;
  return fc
    .record({ completeness: likely, date: dates })
    .chain(({ completeness, date }) =>
      fc.record({
        actor: fc.oneof(
          { weight: 12, arbitrary: fc.constant('buyer') },
          { weight: 1, arbitrary: fc.constant('gamma') },
        ),
        date: fc.constant(isoDay(date)),
        acts: fc.subarray([...GENERATED_ACTS], { minLength: 1 }),
        providers: fc.option(
          fc.oneof(
            { weight: 5, arbitrary: fc.subarray([...CANDIDATES], { minLength: 1 }) },
            { weight: 1, arbitrary: fc.subarray([...EVERY_PARTY], { minLength: 1 }) },
          ),
          { nil: undefined },
        ),
        through: sometimes(2, fc.constantFrom('alpha', 'alpha', 'beta')),
        designees: sometimes(2, fc.record({ alpha: fc.subarray(['beta', 'gamma'], { minLength: 1 }) })),
        assessments: sometimes(completeness === 'complete' ? 10 : 5, assessments(date)),
        facts: fc
          .tuple(facts(isAboutADeal ? 'complete' : completeness), isAboutSize ? largeSizes : fc.constant({}))
          .map(([stated, large]) => ({ ...stated, ...large })),
        happened: sometimes(isAboutMeasures ? 10 : 1, happened(date)),
        divisible: sometimes(
          isAboutSize || isAboutMeasures ? (isAboutSize ? 10 : 5) : 3,
          fc.constantFrom(['size'], ['share'], ['size', 'share'], ['share', 'size']),
        ),
        readings: readings(completeness),
        opportunity: sometimes(isAboutADeal ? 10 : 7, opportunities(date, completeness)),
      }),
    )
    .map(withoutBlanks)
    .filter(namesNoActor)
    .map(divisibleInWhatIsStated);
}

/** What is not stated cannot be made smaller; a request that asks it is refused. */
function divisibleInWhatIsStated({ divisible, ...request }: Document): Document {
  const { facts: stated = {} } = request;
  const isStated = (fact: Part): boolean =>
    typeof stated === 'object' && typeof fact === 'string' && Object.hasOwn(stated, fact);
  const named = Array.isArray(divisible) ? (divisible as readonly Part[]).filter(isStated) : [];
  return named.length === 0 ? request : { ...request, divisible: named };
}

/** Over most bounds, so that there is something to be made smaller. */
const largeSizes = fc.record({ size: fc.integer({ min: 2, max: 6 }), share: fc.integer({ min: 1, max: 6 }) });

const anyCompleteness = fc.constantFrom<Completeness[]>('complete', 'incomplete', 'incomplete');

/** Nobody is asked to serve themselves; a request that asks it is refused. */
function namesNoActor({ actor, providers }: Document): boolean {
  return actor === 'buyer' || (Array.isArray(providers) && !providers.includes(actor));
}

const dates = fc.oneof(
  { weight: 1, arbitrary: fc.integer({ min: -3, max: 2 }) },
  { weight: 6, arbitrary: fc.integer({ min: 3, max: 17 }) },
);

function facts(completeness: Completeness): fc.Arbitrary<Document> {
  const entries = (Object.keys(GENERATED_FACTS) as GeneratedFact[]).map(
    (fact) => [fact, known(completeness, valuesOfFact(fact))] as const,
  );
  const place = fc.constantFrom(
    'fjord',
    'port',
    'beach',
    'south',
    'other',
    ...(completeness === 'complete' ? [] : ['north', 'coast']),
  );
  const failure = fc.oneof(fc.constant('not-yet'), fc.integer({ min: 0, max: 14 }).map(isoDay));
  const second = {
    place: known(completeness, place),
    failure: known(completeness, failure),
  };
  return fc.record({ ...Object.fromEntries(entries), ...second }).map(withoutBlanks);
}

function assessments(date: number): fc.Arbitrary<Document> {
  return fc.boolean().map((finding) => ({
    'refusal-reasonable': { finding, by: 'a judge', on: isoDay(date - 1) },
  }));
}

function valuesOfFact(id: GeneratedFact): fc.Arbitrary<Part> {
  const fact = GENERATED_FACTS[id];
  switch (fact.type) {
    case 'enum':
      return fc.constantFrom(...Object.keys(fact.values), ...('open' in fact ? ['other'] : []));
    case 'boolean':
      return fc.boolean();
    case 'number':
      return fc.oneof(fc.integer({ min: 0, max: 5 }), fc.constantFrom(1.5, 2.5));
    case 'date':
      return fc.integer({ min: -1, max: 15 }).map(isoDay);
    case 'party':
      return fc.constantFrom(...EVERY_PARTY, 'other');
  }
}

function readings(completeness: Completeness): fc.Arbitrary<Document> {
  const entries = (Object.keys(GENERATED_READINGS) as GeneratedReading[]).map(
    (id) => [id, known(completeness, fc.constantFrom(...Object.keys(GENERATED_READINGS[id])), 4)] as const,
  );
  return fc.record(Object.fromEntries(entries)).map(withoutBlanks);
}

function known(
  completeness: Completeness,
  values: fc.Arbitrary<Part>,
  timesInTen = 7,
): fc.Arbitrary<Part | undefined> {
  if (completeness === 'complete') return values;
  const missing = { weight: 10 - timesInTen, arbitrary: fc.constant(undefined) };
  return fc.oneof(missing, { weight: timesInTen, arbitrary: values });
}

function opportunities(date: number, completeness: Completeness): fc.Arbitrary<Document> {
  const missing = fc.integer({ min: 0, max: 4 });
  return fc
    .record({
      counterparty: fc.constantFrom('gamma', 'gamma', 'beta', 'alpha'),
      events: fc.oneof(
        fc.array(events(date), { maxLength: 5 }),
        fc.array(stories(date), { minLength: 1, maxLength: 2 }).map((told) => told.flat()),
        fc.array(words(date), { minLength: 2, maxLength: 3 }),
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

/** Drops answers of a holder that has had no notice by then: a request that records them is refused. */
function withNotices(events: readonly DatedEvent[]): readonly DatedEvent[] {
  return events.filter(({ day, event }) => {
    const isAnswer = 'decline' in event || 'exercise' in event;
    return !isAnswer || events.some((other) => other.day <= day && other.event['to'] === event['by']);
  });
}

function events(date: number): fc.Arbitrary<DatedEvent> {
  const days = fc.oneof(
    { weight: 9, arbitrary: fc.integer({ min: 0, max: 9 }).map((before) => date - before) },
    { weight: 1, arbitrary: fc.constant(date + 1) },
  );
  return fc
    .record({ day: days, kind: kinds, by: holders, contains: contents })
    .map(({ day, kind, by, contains }) => {
      const on = isoDay(day);
      if (kind === 'notice') return { day, event: withoutBlanks({ notice: on, to: by, contains }) };
      return { day, event: kind === 'offer' || kind === 'signature' ? { [kind]: on } : { [kind]: on, by } };
    });
}

/** One round with one holder: a notice, and perhaps an answer and a signature a few days later. */
function stories(date: number): fc.Arbitrary<readonly DatedEvent[]> {
  return fc
    .record({
      notice: fc.integer({ min: 0, max: 14 }).map((before) => date - before),
      by: holders,
      contains: contents,
      answer: sometimes(
        4,
        fc.record({ is: fc.constantFrom('decline', 'decline', 'exercise'), after: fc.nat(8) }),
      ),
      signedAfter: sometimes(3, fc.nat(12)),
    })
    .map(({ notice, by, contains, answer, signedAfter }) => [
      { day: notice, event: withoutBlanks({ notice: isoDay(notice), to: by, contains }) },
      ...(answer === undefined
        ? []
        : [{ day: notice + answer.after, event: { [answer.is]: isoDay(notice + answer.after), by } }]),
      ...(signedAfter === undefined
        ? []
        : [{ day: notice + signedAfter, event: { signature: isoDay(notice + signedAfter) } }]),
    ]);
}

/** What a party says of a deal, one word after the other. */
function words(date: number): fc.Arbitrary<DatedEvent> {
  return fc
    .record({
      day: fc.nat(6).map((before) => date - before),
      is: fc.constantFrom('consent', 'refusal', 'consent', 'refusal', 'waiver'),
      by: holders,
    })
    .map(({ day, is, by }) => ({ day, event: { [is]: isoDay(day), by } }));
}

const holders = fc.constantFrom('alpha', 'alpha', 'alpha', 'beta');

const kinds = fc.constantFrom(
  ...(['notice', 'notice', 'notice', 'notice', 'decline', 'decline', 'exercise'] as const),
  ...(['consent', 'consent', 'refusal', 'refusal', 'waiver', 'waiver', 'signature', 'offer'] as const),
);

const contents: fc.Arbitrary<Part | undefined> = fc.oneof(
  { weight: 5, arbitrary: fc.constant([...NOTICE_CONTENTS]) },
  { weight: 2, arbitrary: fc.subarray([...NOTICE_CONTENTS]) },
  { weight: 1, arbitrary: fc.constant(undefined) },
);

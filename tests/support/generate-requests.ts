import fc from 'fast-check';

import {
  CANDIDATES,
  EVERY_PARTY,
  GENERATED_ACTS,
  GENERATED_FACTS,
  GENERATED_READINGS,
  isoDay,
  type Document,
  type GeneratedFact,
  type GeneratedReading,
  type Part,
} from './generated-words.ts';
import type { Emphasis } from './generate-clauses.ts';
import { happened } from './generate-measures.ts';
import { opportunities, type Completeness } from './generate-opportunities.ts';
import { sometimes, withoutBlanks } from './generate-parts.ts';

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
  const event = fc.oneof(fc.constant('not-yet'), fc.integer({ min: 0, max: 14 }).map(isoDay));
  const second = {
    place: known(completeness, place),
    failure: known(completeness, event),
    launch: known(completeness, event),
    expiry: known(completeness, fc.integer({ min: -1, max: 20 }).map(isoDay)),
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

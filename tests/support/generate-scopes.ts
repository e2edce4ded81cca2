import fc from 'fast-check';

import {
  CANDIDATES,
  EVERY_PARTY,
  GENERATED_FACTS,
  GENERATED_READINGS,
  isoDay,
  type Document,
  type GeneratedFact,
  type GeneratedMeasure,
  type GeneratedReading,
  type Part,
} from './generated-words.ts';

type Entry = readonly [key: string, value: Part];

/** Facts and readings that the scopes of one pack share, so that its clauses meet. */
export type Palette = readonly (GeneratedFact | GeneratedReading | GeneratedMeasure)[];

const palettes: fc.Arbitrary<Palette> = fc.subarray(
  [
    ...(Object.keys(GENERATED_FACTS) as GeneratedFact[]),
    ...(Object.keys(GENERATED_READINGS) as GeneratedReading[]),
  ],
  { minLength: 1, maxLength: 4 },
);

/** Where quantities are put to the test, most words are quantities. */
const quantityPalettes: fc.Arbitrary<Palette> = palettes.map((palette) => [
  ...(['size', 'size', 'share'] as const),
  ...palette.slice(0, 1),
]);

/** Where measures are, most words are measures, and the rest are what tells happenings apart. */
const measurePalettes: fc.Arbitrary<Palette> = palettes.chain((palette) =>
  fc.constantFrom<Palette[]>(
    ['m-1', ...palette.slice(0, 1)],
    ['m-1', 'm-1', 'size', 'colour'],
    ['m-1', 'm-2', ...palette.slice(0, 1)],
  ),
);

/** Words for what is put to the test. */
export function palettesFor(emphasis: string): fc.Arbitrary<Palette> {
  if (emphasis === 'measures') return measurePalettes;
  return emphasis === 'quantities' ? quantityPalettes : palettes;
}

/** A scope over the words of the palette, the candidate and the date. */
export function scopes(palette: Palette, depth = 2, terms: 0 | 1 = 1): fc.Arbitrary<Document> {
  const tests = fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...palette).chain(testsOfWord) },
    { weight: 1, arbitrary: pairedWith('provider', valueTests(CANDIDATES)) },
    { weight: 1, arbitrary: pairedWith('place', testsOfPlace) },
    {
      weight: terms,
      arbitrary: pairedWith('defined', fc.constantFrom('term-1', 'term-2', ['term-1', 'term-2'])),
    },
    { weight: 1, arbitrary: pairedWith('date', comparisons(DAY_COMPARISONS, dayBounds)) },
  );
  if (depth === 0) return maps(tests, 1);
  const inner = scopes(palette, depth - 1, terms);
  const list = fc.array(inner, { minLength: 1, maxLength: 2 });
  const groups = fc.oneof(pairedWith('any', list), pairedWith('all', list), pairedWith('not', inner));
  return maps(fc.oneof({ weight: 3, arbitrary: tests }, { weight: 2, arbitrary: groups }), 2);
}

function maps(entries: fc.Arbitrary<Entry>, maxLength: number): fc.Arbitrary<Document> {
  const distinct = fc.uniqueArray(entries, { minLength: 1, maxLength, selector: ([key]) => key });
  return distinct.map((list) => Object.fromEntries(list));
}

function pairedWith(key: string, values: fc.Arbitrary<Part>): fc.Arbitrary<Entry> {
  return values.map((value) => [key, value] as const);
}

function testsOfWord(word: GeneratedFact | GeneratedReading | GeneratedMeasure): fc.Arbitrary<Entry> {
  if (word === 'm-1' || word === 'm-2')
    return pairedWith(word, comparisons(NUMBER_COMPARISONS, numberBounds));
  if (word === 'R-1' || word === 'R-2') {
    return pairedWith(word, valueTests(Object.keys(GENERATED_READINGS[word])));
  }
  const twin = TWINS[word];
  const tests = ownTests(word);
  return pairedWith(word, twin === undefined ? tests : withSameAs(tests, twin));
}

/** A tree of values; a request may know no more than an inner one. */
export const PLACES = {
  north: {
    means: 'the north',
    within: { fjord: 'a fjord', coast: { means: 'the coast', within: { port: 'a port', beach: 'a beach' } } },
  },
  south: 'the south',
} as const;

const testsOfPlace: fc.Arbitrary<Part> = fc.oneof(
  valueTests(['fjord', 'port', 'beach', 'south', 'other']),
  fc.constantFrom('north', 'coast').map((node) => ({ within: node })),
);

function ownTests(word: GeneratedFact): fc.Arbitrary<Part> {
  const fact = GENERATED_FACTS[word];
  switch (fact.type) {
    case 'enum':
      return valueTests([...Object.keys(fact.values), ...('open' in fact ? ['other'] : [])]);
    case 'boolean':
      return valueTests([true, false]);
    case 'number':
      return fc.oneof(
        { weight: 3, arbitrary: comparisons(NUMBER_COMPARISONS, numberBounds) },
        { weight: 1, arbitrary: valueTests([2, 3]) },
      );
    case 'date':
      return comparisons(DAY_COMPARISONS, dayBounds);
    case 'party':
      return valueTests([...EVERY_PARTY, 'other']);
  }
}

/** What a fact may be compared with by `same-as`. */
const TWINS: Partial<Record<GeneratedFact, GeneratedFact>> = {
  colour: 'lining',
  lining: 'colour',
  owned: 'leased',
  leased: 'owned',
  size: 'share',
  share: 'size',
  due: 'opened',
  opened: 'due',
  operator: 'owner',
  owner: 'operator',
};

function withSameAs(tests: fc.Arbitrary<Part>, fact: GeneratedFact): fc.Arbitrary<Part> {
  return fc.oneof(
    { weight: 6, arbitrary: tests },
    { weight: 1, arbitrary: fc.constant({ 'same-as': fact }) },
  );
}

function valueTests(values: readonly (string | number | boolean)[]): fc.Arbitrary<Part> {
  const one = fc.constantFrom(...values);
  const several = fc.subarray([...values], { minLength: 1, maxLength: Math.max(1, values.length - 1) });
  return fc.oneof(
    one,
    several,
    one.map((value) => ({ not: value })),
    several.map((list) => ({ not: list })),
  );
}

const NUMBER_COMPARISONS = [
  ['at-least', 'more-than'],
  ['at-most', 'less-than'],
] as const;
const DAY_COMPARISONS = [
  ['on-or-after', 'after'],
  ['on-or-before', 'before'],
] as const;

/** From below, from above, or both, which makes an interval. */
function comparisons(
  [low, high]: typeof NUMBER_COMPARISONS | typeof DAY_COMPARISONS,
  bounds: fc.Arbitrary<Part>,
): fc.Arbitrary<Part> {
  const one = (names: readonly string[]): fc.Arbitrary<Document> =>
    fc
      .record({ name: fc.constantFrom(...names), bound: bounds })
      .map(({ name, bound }) => ({ [name]: bound }));
  const both = fc.tuple(one(low), one(high)).map(([lower, upper]) => ({ ...lower, ...upper }));
  return fc.oneof(
    { weight: 2, arbitrary: one(low) },
    { weight: 2, arbitrary: one(high) },
    { weight: 1, arbitrary: both },
  );
}

/** A value in every form that the language has for it; most are plain. */
export function stated(values: fc.Arbitrary<Part>, withNone = true): fc.Arbitrary<Part> {
  const limits = withNone
    ? fc.oneof({ weight: 7, arbitrary: values }, { weight: 1, arbitrary: fc.constant('none') })
    : values;
  return fc.oneof(
    { weight: 8, arbitrary: limits },
    { weight: 2, arbitrary: limits.map((assume) => ({ assume, because: 'usual' })) },
    { weight: 1, arbitrary: fc.constant('unknown') },
    { weight: 1, arbitrary: byReading(limits) },
  );
}

function byReading(limits: fc.Arbitrary<Part>): fc.Arbitrary<Part> {
  const values = fc.oneof({ weight: 4, arbitrary: limits }, { weight: 1, arbitrary: fc.constant('unknown') });
  return fc
    .constantFrom<GeneratedReading[]>('R-1', 'R-2')
    .chain((id) =>
      fc
        .record(Object.fromEntries(Object.keys(GENERATED_READINGS[id]).map((option) => [option, values])))
        .map((of) => ({ reading: id, of })),
    );
}

const numberBounds = stated(fc.integer({ min: 1, max: 4 }));
const dayBounds = stated(fc.integer({ min: 0, max: 14 }).map(isoDay));

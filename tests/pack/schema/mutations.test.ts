import fc from 'fast-check';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRequest } from '../../../src/pack/check-request.ts';
import { loadPackFiles } from '../../../src/pack/load-pack.ts';
import { readYaml } from '../../../src/pack/written/read-yaml.ts';
import { complaintsOf } from '../../support/schema-complaints.ts';
import { runs, SEED } from '../../support/seed.ts';
import { textsIn, valueOf } from '../good-pack.ts';
import { files as wideTexts } from '../wide-pack.ts';

type Data = null | boolean | number | string | Data[] | { [key: string]: Data };

const RULES = path.resolve(import.meta.dirname, '../../../fixtures/semantics/rules');
const packs = [...readdirSync(RULES).map((name) => textsIn(path.join(RULES, name))), wideTexts].map((texts) =>
  Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, dataOf(text)])),
);

/** Words of the language, and values of every form, to be put where they may or may not belong. */
const PIECES: readonly Data[] = [
  'none',
  'unknown',
  'other',
  'any',
  'automatic',
  'not-yet',
  'not-made',
  '',
  ' ',
  'a b',
  '2024-02-29',
  '2025-02-29',
  '3 weeks',
  '1 GW',
  '5 kW',
  '0 MW',
  0,
  -0,
  1.5,
  -3,
  true,
  null,
  [],
  {},
  { assume: 'none', because: 'x' },
  { assume: 'unknown', because: 'x' },
  { not: 'other' },
  { within: 'sellers' },
  { 'same-as': 'price' },
  { 'at-least': 1, 'less-than': 2 },
  { 'at-least': 1, not: 2 },
  { event: 'opening' },
  { not: { within: 'public' } },
  { defined: ['little', 'tiny'] },
  [{ size: 'small' }, { size: 'small' }],
];

const drawn = fc.record({ at: fc.nat(), change: fc.nat(5), other: fc.nat() });

describe('a document of which one part is changed', () => {
  test('is accepted by the schema of its pack wherever the pack still loads', { timeout: 300_000 }, () => {
    let accepted = 0;
    fc.assert(
      fc.property(fc.constantFrom(...packs), drawn, (documents, { at, change, other }) => {
        const mutated = changed(documents, at, change, other) as Record<string, Data>;
        const texts = Object.fromEntries(
          Object.entries(mutated).map(([name, data]) => [name, JSON.stringify(data)]),
        );
        const loaded = loadPackFiles(texts);
        if (!loaded.ok) return;
        accepted++;
        const complaints = complaintsOf(loaded.value);

        const all = Object.entries(texts).flatMap(([name, text]) =>
          complaints(name === 'pack.yaml' ? 'pack' : 'instrument', text),
        );
        expect(all).toEqual([]);
      }),
      { seed: SEED, numRuns: runs(400) },
    );
    expect(accepted).toBeGreaterThan(runs(400) / 20);
  });

  test('is accepted by the schema of requests wherever it still is a request', () => {
    const pack = valueOf(loadPackFiles(wideTexts));
    const complaints = complaintsOf(pack);
    let accepted = 0;
    fc.assert(
      fc.property(drawn, ({ at, change, other }) => {
        const request = changed(REQUEST, at, change, other);
        if (!checkRequest(pack, request).ok) return;
        accepted++;

        expect(complaints('request', JSON.stringify(request))).toEqual([]);
      }),
      { seed: SEED, numRuns: runs(2_000) },
    );
    expect(accepted).toBeGreaterThan(runs(2_000) / 20);
  });
});

const REQUEST: Data = {
  actor: 'buyer',
  date: '2025-06-01',
  acts: ['procure'],
  providers: ['seller', 'other'],
  facts: {
    size: 'small',
    megawatts: '3 MW',
    power: '1.2 GW',
    customer: 'public',
    opening: 'not-yet',
    operator: 'rival',
  },
  readings: { 'R-1': 'yes-it-does' },
  through: 'rival',
  designees: { seller: ['rival'] },
  assessments: { reasonable: { finding: true, by: 'a judge', on: '2025-05-01' } },
  elections: {},
  opportunity: {
    id: 'deal',
    counterparty: 'rival',
    'complete-to': '2025-06-01',
    events: [
      { notice: '2025-03-01', to: 'seller', contains: ['price', 'delivery'] },
      { decline: '2025-03-02', by: 'seller' },
      { consent: '2025-03-03', by: 'seller' },
      { offer: '2025-03-04' },
    ],
  },
};

/** Changes one part, chosen by number among all parts below the top. */
function changed(top: Data, at: number, change: number, other: number): Data {
  const copy = structuredClone(top);
  const places = placesIn(copy);
  const place = places[at % places.length];
  if (place === undefined) return copy;
  const { home, key } = place;
  const own = home[key] ?? null;
  const piece =
    other % 2 === 0 ? PIECES[Math.floor(other / 2) % PIECES.length] : places[other % places.length]?.value;
  const values: readonly (Data | undefined)[] = [
    undefined,
    structuredClone(piece),
    [structuredClone(own)],
    Array.isArray(own) ? [...own, ...structuredClone(own)] : { not: structuredClone(own) },
    structuredClone(piece),
    Array.isArray(own) ? (own[0] ?? null) : structuredClone(piece),
  ];
  const value = values[change];
  if (value !== undefined) home[key] = value;
  else if (!Array.isArray(home)) delete home[key];
  return copy;
}

interface Place {
  readonly home: Record<string, Data>;
  readonly key: string;
  readonly value: Data;
}

function placesIn(data: Data): readonly Place[] {
  if (typeof data !== 'object' || data === null) return [];
  // A list is written to by its indices, as a map is by its keys.
  const home = data as Record<string, Data>;
  return Object.entries(home).flatMap(([key, value]) => [{ home, key, value }, ...placesIn(value)]);
}

function dataOf(text: string): Data {
  return JSON.parse(JSON.stringify(valueOf(readYaml(text, 'file.yaml')).data)) as Data;
}

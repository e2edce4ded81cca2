import { describe, expect, test } from 'vitest';
import { covered, decidedParts } from './covered.ts';
import { DEALS, entry } from './deals.ts';
import { deed } from './deed.ts';

const pack = deed();

describe('a scenario makes decide', () => {
  test.each(Object.entries(DEALS))('%s', async (_, [deal, expected]) => {
    expect(await decidedParts(pack, entry(deal))).toEqual(expected);
  });

  test('only what it expects something of', async () => {
    const both =
      '  - { id: deal, request: { actor: buyer, date: 2024-06-01, acts: [procure, serve], facts: { size: 9, kind: plain } },' +
      ' expect: { seller: { outcome: permitted } } }\n';

    expect(await decidedParts(pack, both)).toEqual(['clause reserved']);
  });

  test('nothing where it expects diagnostics', async () => {
    const refused =
      '  - { id: refused, request: { actor: buyer, date: 2024-06-01, acts: [procure], facts: { sise: 9 } }, diagnostics: [request/undeclared-fact] }\n';

    const { scenarios, parts, regions } = await covered(pack, refused, { missed: 0 });

    expect({ scenarios, parts: parts.reached, regions: regions.reached }).toEqual({
      scenarios: 1,
      parts: 0,
      regions: 0,
    });
  });
});

describe('the parts of a pack', () => {
  test('are counted by kind, without obligations and without what decides no request', async () => {
    const { parts } = await covered(pack, '');

    expect(parts.kinds).toEqual([
      { kind: 'clause', of: 3, reached: 0 },
      { kind: 'carve-out', of: 2, reached: 0 },
      { kind: 'displacement', of: 1, reached: 0 },
      { kind: 'ending', of: 2, reached: 0 },
      { kind: 'reading', of: 2, reached: 0 },
      { kind: 'state', of: 6, reached: 0 },
    ]);
    expect(parts).toMatchObject({ of: 16, reached: 0, idle: [] });
  });

  test('are all counted where the diagrams of the pack are too large, for then none is known to be idle', async () => {
    const { parts, regions } = await covered(
      pack,
      entry(DEALS['a clause that governs']?.[0] ?? { outcome: '' }),
      {
        nodes: 5,
      },
    );

    expect(parts).toMatchObject({ of: 16, reached: 1, idle: [] });
    expect(parts.missed.every(({ scenario }) => scenario === undefined)).toBe(true);
    expect(regions).toMatchObject({ of: 0, reached: 0, gaveUp: [{ because: 'it needs more than 5 nodes' }] });
  });
});

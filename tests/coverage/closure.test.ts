import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { PackCoverage } from '../../src/coverage/coverage.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { loadedPack } from '../support/load-documents.ts';
import { covered } from './covered.ts';
import { deed } from './deed.ts';

const RULES = path.join(import.meta.dirname, '../commands/workplace/rules/example');
const example = loadedPack({
  'pack.yaml': await readFile(path.join(RULES, 'pack.yaml'), 'utf8'),
  'deed.yaml': await readFile(path.join(RULES, 'deed.yaml'), 'utf8'),
});

/** More than any of the packs needs. */
const EVERYTHING = { missed: 500 };

const PACKS: readonly (readonly [string, Pack, number])[] = [
  ['the deed of these tests', deed(), 15],
  ['the example of the command line', example, 15],
];

/** Of the deed: the seller itself may always serve, and before it there was nothing. */
const LARGEST = ['', 'before 2024-01-01'];

describe('scenarios that are proposed', () => {
  test.each(PACKS)('hold, and cover every region and part of %s', async (_, pack, least) => {
    const before = await covered(pack, '', EVERYTHING);
    const proposed = textsIn(before);

    const after = await covered(pack, proposed.join('\n'), EVERYTHING);

    expect(before.regions).toMatchObject({ reached: 0, untold: 0, gaveUp: [] });
    expect(before.regions.of).toBeGreaterThanOrEqual(least);
    expect(after.regions).toMatchObject({ of: before.regions.of, reached: before.regions.of, missed: [] });
    expect(after.parts.missed.filter(({ scenario }) => scenario !== undefined)).toEqual([]);
    expect(after.unexamined).toEqual([]);
  });

  test('are as few as were asked for, the largest regions first, and say how many are left', async () => {
    const some = await covered(deed(), '', { missed: 2 });

    expect(some.regions.missed.map(({ where }) => where.join('; '))).toEqual(LARGEST);
    expect(some.regions.untold).toBeGreaterThan(0);
    expect(some.regions.untold).toBeLessThanOrEqual(some.regions.of - 2);
    expect(some.parts.missed.filter(({ scenario }) => scenario !== undefined)).toHaveLength(2);
    expect(some.parts.missed).toHaveLength(some.parts.of);
  });

  test('are the same each time', async () => {
    expect(await covered(deed(), '')).toEqual(await covered(deed(), ''));
  });
});

/** A part and a region may be mended by the same scenario. */
function textsIn({ parts, regions }: PackCoverage): readonly string[] {
  const texts = [...parts.missed, ...regions.missed].flatMap(({ scenario }) => scenario ?? []);
  return [...new Set(texts)];
}

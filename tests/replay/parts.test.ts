import fc from 'fast-check';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../src/pack/forms/digest.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { dataOf, loadPackData, type PackData } from '../../src/pack/pack-data.ts';
import { differingParts } from '../../src/replay/parts/differing-parts.ts';
import { putBack } from '../../src/replay/parts/put-back.ts';
import { twoPacks } from '../comparison/generated-pairs.ts';
import { valueOf } from '../pack/good-pack.ts';
import { filesOf } from '../support/generate-packs.ts';
import { runs, SEED } from '../support/seed.ts';

const folders = [
  'rules/openai',
  ...readdirSync('fixtures/semantics/rules').map((name) => path.join('fixtures/semantics/rules', name)),
];

function textsOf(folder: string): Record<string, string> {
  const names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

function documents(texts: Readonly<Record<string, string>>): PackData {
  return dataOf(new Map(Object.entries(texts)));
}

/** Documents in one text: equal text, equal documents, in whatever order. */
function told({ pack, instruments }: PackData): string {
  return canonicalText([pack, Object.fromEntries(instruments)]);
}

describe('the documents of a pack', () => {
  test.each(folders)('of %s load as its files do', (folder) => {
    const texts = textsOf(folder);

    const loaded = valueOf(loadPackData(documents(texts)));

    expect(loaded.digest).toBe(valueOf(loadPackFiles(texts)).digest);
  });
});

describe('the parts in which two packs differ', () => {
  test('put back together give what was there before, and alone what loads or is refused', () => {
    process.stdout.write(`parts put back: FC_SEED=${String(SEED)}\n`);
    const seen = { pairs: 0, parts: 0, loaded: 0 };

    fc.assert(
      fc.property(twoPacks, ({ before, after }) => {
        const [then, now] = [documents(filesOf(before)), documents(filesOf(after))];
        const parts = differingParts(then, now);

        expect(sorted(putBack(now, parts))).toBe(sorted(then));
        const alone = parts.map((part) => loadPackData(putBack(now, [part])).ok);

        seen.pairs += 1;
        seen.parts += parts.length;
        seen.loaded += alone.filter(Boolean).length;
      }),
      { seed: SEED, numRuns: runs(15) },
    );

    process.stdout.write(`parts put back: ${JSON.stringify(seen)}\n`);
    expect(seen.loaded).toBeGreaterThan(seen.pairs);
  });

  test('leave the documents as they are', () => {
    const after = documents(textsOf('rules/openai'));
    const before: PackData = { ...after, instruments: new Map([...after.instruments].slice(0, 3)) };
    const was = told(after);

    putBack(after, differingParts(before, after));

    expect(told(after)).toBe(was);
  });
});

/** Lists that are known by the ids of their items may come in another order. */
function sorted(given: PackData): string {
  const inOrder = (value: unknown): unknown => {
    if (Array.isArray(value))
      return value
        .map(inOrder)
        .toSorted((one, other) => (canonicalText(one) < canonicalText(other) ? -1 : 1));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inOrder(each)]));
  };
  return canonicalText(inOrder([given.pack, Object.fromEntries(given.instruments)]));
}

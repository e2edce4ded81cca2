import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compile } from '../../src/diagram/compile/compile.ts';
import { compileDiagrams, diagramsAsPlanned } from '../../src/diagram/compile/compile-pack.ts';
import type { Compiled } from '../../src/diagram/compile/compiled.ts';
import { decidedByDiagram } from '../../src/diagram/compile/decided-by-diagram.ts';
import type { Question } from '../../src/diagram/compile/question.ts';
import { loadPack, loadPackFiles } from '../../src/index.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { settlementFor } from '../../src/pack/settlement.ts';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';
import { syntheticPack } from '../bench/synthetic-pack.ts';
import { filesOf, packs } from '../support/generate-packs.ts';
import { loadedPack } from '../support/load-documents.ts';
import { runs, SEED } from '../support/seed.ts';

const FIRST_DAY = dayFromIso('2025-02-01') ?? 0;

/** Some values of a fact, of which none is left out as unknown. */
function valuesOf({ parties }: Pack, type: Pack['facts'][number]['type']): readonly unknown[] {
  if (type.is === 'enum') return [...type.values.map(({ id }) => id), undefined];
  if (type.is === 'party') return [...parties.map(({ id }) => id), 'other', undefined];
  if (type.is === 'number') return [0, 1, 2, 2.5, 3, 5, 9, undefined];
  if (type.is === 'date') return [isoFromDay(FIRST_DAY), isoFromDay(FIRST_DAY + 30), undefined];
  if (type.is === 'event') return ['not-yet', isoFromDay(FIRST_DAY + 10), undefined];
  return [true, false, undefined];
}

function questionsTo(pack: Pack, picks: readonly number[]): Question[] {
  let at = 0;
  const pick = <T>(values: readonly T[]): T => values[(picks[at++ % picks.length] ?? 0) % values.length] as T;
  return Array.from({ length: 20 }, () => ({
    actor: pick(pack.parties).id,
    act: pick(pack.acts).id,
    provider: pick([...pack.parties.map(({ id }) => id), 'other']),
    date: isoFromDay(FIRST_DAY + pick([0, 20, 24, 30, 33, 40, 60])),
    facts: Object.fromEntries(pack.facts.map(({ id, type }) => [id, pick(valuesOf(pack, type))])),
  }));
}

function asPlanned(pack: Pack): Compiled {
  return decidedByDiagram(pack, diagramsAsPlanned(pack, settlementFor(pack)));
}

function sizeOf({ size }: Compiled): NonNullable<Compiled['size']> {
  if (size === undefined) throw new Error('the pack outgrew its budget');
  return size;
}

/** The order in which unknowns are named is that of the variables. */
function sorted(answer: ReturnType<Compiled['explain']>): unknown {
  return 'invalid' in answer ? answer : { ...answer, turnsOn: answer.turnsOn.toSorted() };
}

describe('a pack in a better order', () => {
  test('answers as in the order planned, with as many nodes and bytes or fewer', () => {
    let answered = 0;
    let fewer = 0;
    const asked = fc.tuple(packs('anything'), fc.array(fc.nat(1_000), { minLength: 40, maxLength: 200 }));
    fc.assert(
      fc.property(asked, ([documents, picks]) => {
        const pack = loadedPack(filesOf(documents));
        const [planned, better] = [asPlanned(pack), compile(pack)];
        const [before, after] = [sizeOf(planned), sizeOf(better)];

        for (const question of questionsTo(pack, picks)) {
          expect(better.decide(question)).toEqual(planned.decide(question));
          expect(sorted(better.explain(question))).toEqual(sorted(planned.explain(question)));
          answered += 1;
        }
        expect(after.nodes).toBeLessThanOrEqual(before.nodes);
        expect(after.bytes).toBeLessThanOrEqual(before.bytes);
        if (after.nodes < before.nodes) fewer += 1;
      }),
      { seed: SEED, numRuns: runs(60) },
    );

    expect(answered).toBeGreaterThan(200);
    expect(fewer).toBeGreaterThan(5);
  });

  test('has the same variables in the same order each time', () => {
    const pack = fixedPack(100);
    const [once, twice] = [0, 1].map(() => compileDiagrams(pack, settlementFor(pack)));
    const planned = diagramsAsPlanned(pack, settlementFor(pack));

    const keys = once?.variables.map(({ key }) => key);
    expect(twice?.variables.map(({ key }) => key)).toEqual(keys);
    expect(twice?.outcomes).toEqual(once?.outcomes);
    expect(keys?.toSorted()).toEqual(planned.variables.map(({ key }) => key).toSorted());
    expect(keys).not.toEqual(planned.variables.map(({ key }) => key));
  });
});

describe('the page about the order of variables', () => {
  const page = readFileSync('docs/decisions/0008-sifted-variable-order.md', 'utf8');
  const rows: readonly [name: string, pack: () => Promise<Pack> | Pack][] = [
    ['the bench’s common work', async () => sound(await loadPack('tests/bench/common-work/pack'))],
    ['synthetic, 10 clauses', () => fixedPack(10)],
    ['synthetic, 100 clauses', () => fixedPack(100)],
    ['synthetic, 1,000 clauses', () => fixedPack(1_000)],
  ];

  test.each(rows)('gives the nodes and bytes of: %s', { timeout: 60_000 }, async (name, load) => {
    const pack = await load();
    const [before, after] = [sizeOf(asPlanned(pack)), sizeOf(compile(pack))];

    const words = [before.nodes, after.nodes, before.bytes, after.bytes].map((number) =>
      number.toLocaleString('en'),
    );
    const row = page.split('\n').find((line) => line.startsWith(`| ${name} `)) ?? '';
    const cells = row.split('|').map((cell) => cell.trim());
    expect(cells.slice(1, 6)).toEqual([name, ...words]);
  });
});

function fixedPack(clauses: number): Pack {
  return sound(loadPackFiles(syntheticPack(clauses)));
}

function sound(loaded: ReturnType<typeof loadPackFiles>): Pack {
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  return loaded.value;
}

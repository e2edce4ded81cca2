import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { compile } from '../../src/diagram/compile/compile.ts';
import { compileDiagrams } from '../../src/diagram/compile/compile-pack.ts';
import type { CodedColumn, Columns, FactColumn } from '../../src/diagram/compile/columns.ts';
import { dayOf } from '../../src/diagram/compile/day-keys.ts';
import type { Question } from '../../src/diagram/compile/question.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { settlementFor } from '../../src/pack/settlement.ts';
import { dayFromIso, isoFromDay } from '../../src/vocabulary/day.ts';
import { SETTLED_OUTCOMES } from '../../src/vocabulary/outcome.ts';
import { filesOf, packs } from '../support/generate-packs.ts';
import { loadedPack } from '../support/load-documents.ts';
import { runs, SEED } from '../support/seed.ts';

const FIRST_DAY = dayFromIso('2025-02-01') ?? 0;

const generated = packs('anything').map((documents) => loadedPack(filesOf(documents)));

type Type = Pack['facts'][number]['type'];

/** Values of a fact: those it may have, nothing, and last one that no fact of its type has. */
function valuesOf({ parties }: Pack, type: Type): readonly unknown[] {
  if (type.is === 'enum') return [...type.values.map((value) => value.id), 'unknown', 'nowhere'];
  if (type.is === 'party') return [...parties.map((party) => party.id), 'other', undefined, 'nobody'];
  return VALUES[type.is];
}

const A_DAY = isoFromDay(FIRST_DAY + 30);
const VALUES: Readonly<Record<Exclude<Type['is'], 'enum' | 'party'>, readonly unknown[]>> = {
  boolean: [true, false, undefined, 'yes'],
  assessment: [true, false, undefined, 'yes'],
  number: [0, 1, 2, 2.5, 3, 5, 9, undefined, Number.POSITIVE_INFINITY],
  date: [isoFromDay(FIRST_DAY), A_DAY, undefined, '2025-02-30'],
  event: ['not-yet', A_DAY, isoFromDay(FIRST_DAY + 10), undefined, 'never'],
};

function questionsTo(pack: Pack, picks: readonly number[]): Question[] {
  let at = 0;
  const pick = <T>(values: readonly T[]): T => values[(picks[at++ % picks.length] ?? 0) % values.length] as T;
  return Array.from({ length: 12 }, () => {
    // Most values are sound: one fact in six may have any.
    const facts = Object.fromEntries(
      pack.facts.map(({ id, type }) => {
        const values = valuesOf(pack, type);
        return [id, pick(pick([0, 1, 2, 3, 4, 5]) === 0 ? values : values.slice(0, -1))];
      }),
    );
    return {
      actor: pick(['buyer', 'buyer', 'alpha']),
      act: pick(['procure', 'distribute']),
      provider: pick(['alpha', 'beta', 'gamma', 'other']),
      date: isoFromDay(FIRST_DAY + pick([0, 20, 24, 30, 33, 40, 60])),
      facts,
    };
  });
}

const asked = fc
  .tuple(generated, fc.array(fc.nat(1_000), { minLength: 40, maxLength: 200 }))
  .map(([pack, picks]) => ({ pack, questions: questionsTo(pack, picks) }));

const settings = { seed: SEED, numRuns: runs(60) };

describe('a compiled pack', () => {
  test('answers alike by the diagram of the whole pack and by one of each question', () => {
    let answered = 0;
    let open = 0;
    fc.assert(
      fc.property(asked, ({ pack, questions }) => {
        const whole = compile(pack);
        const single = compile(pack, {}, { nodes: 0 });
        expect([whole.size === undefined, single.size]).toEqual([false, undefined]);
        for (const question of questions) {
          const answer = whole.explain(question);
          expect(sorted(single.explain(question))).toEqual(sorted(answer));
          if ('invalid' in answer) continue;
          answered += 1;
          if (answer.possible.length > 1) open += 1;
          const { outcome, possible } = answer;
          expect(whole.decide(question)).toEqual({ outcome, possible });
        }
      }),
      settings,
    );

    expect(answered).toBeGreaterThan(200);
    expect(open).toBeGreaterThan(20);
  });

  test('answers alike one by one and in columns', () => {
    fc.assert(
      fc.property(asked, ({ pack, questions }) => {
        const { decide, decideColumns } = compile(pack);
        for (const act of ['procure', 'distribute']) {
          const rows = questions.map((question) => ({ ...question, actor: 'buyer', act }));
          const one = rows.map((question) => {
            const answer = decide(question);
            if ('invalid' in answer) return 0;
            return answer.possible.reduce((bits, each) => bits | (1 << SETTLED_OUTCOMES.indexOf(each)), 0);
          });

          expect([...decideColumns(columnsOf(rows, act))]).toEqual(one);
        }
      }),
      settings,
    );
  });

  test('is the identical diagram each time', () => {
    fc.assert(
      fc.property(generated, (pack) => {
        const [once, twice] = [0, 1].map(() => compileDiagrams(pack, settlementFor(pack)));

        expect(twice?.outcomes).toEqual(once?.outcomes);
        expect(twice?.variables).toEqual(once?.variables);
        expect(twice?.diagrams.size).toBe(once?.diagrams.size);
      }),
      settings,
    );
  });

  test('refuses to settle what the pack does not have', () => {
    const pack = loadedPack(filesOf(fc.sample(packs('anything'), { numRuns: 1, seed: 1 })[0] ?? {}));

    expect(() => compile(pack, { readings: { 'R-9': 'wide' } })).toThrow('no reading `R-9`');
    expect(() => compile(pack, { readings: { 'R-1': 'sideways' } })).toThrow('no option `sideways`');
    expect(() => compile(pack, { opened: ['c1.nothing'] })).toThrow('no reading or parameter `c1.nothing`');
  });

  test('remembers nothing of one question in the next', () => {
    fc.assert(
      fc.property(asked, ({ pack, questions }) => {
        const kept = compile(pack);
        const backwards = questions.toReversed().map((question) => kept.explain(question));

        expect(questions.map((question) => compile(pack).explain(question))).toEqual(backwards.toReversed());
      }),
      { ...settings, numRuns: runs(15) },
    );
  });
});

describe('a question that may be anything', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withNullPrototype: true,
    withObjectString: true,
    withSparseArray: true,
    withTypedArray: true,
  });
  const odd = fc.oneof(
    anything,
    fc.record(
      {
        actor: fc.oneof(fc.constant('buyer'), anything),
        act: fc.oneof(fc.constant('procure'), anything),
        provider: fc.oneof(fc.constant('alpha'), anything),
        date: fc.oneof(fc.constant('2025-03-01'), anything),
        facts: fc.oneof(
          fc.dictionary(fc.constantFrom('colour', 'size', 'due', '__proto__', 'toString'), anything),
          anything,
        ),
        known: fc.oneof(
          fc.dictionary(fc.constantFrom('counterparty ', '__proto__', 'toString'), anything),
          anything,
        ),
      },
      { requiredKeys: [] },
    ),
  );

  test('has an answer or says what is invalid, by the diagram and by question', () => {
    const pack = loadedPack(filesOf(fc.sample(packs('anything'), { numRuns: 1, seed: 7 })[0] ?? {}));
    const [whole, single] = [compile(pack), compile(pack, {}, { nodes: 0 })];
    let answers = 0;
    fc.assert(
      fc.property(odd, (question) => {
        const answer = whole.explain(question as Question);
        expect('invalid' in answer || answer.possible.length > 0).toBe(true);
        expect(Object.keys(answer).toSorted()).toEqual(
          Object.keys(single.explain(question as Question)).toSorted(),
        );
        if (!('invalid' in answer)) answers += 1;
        expect(Object.prototype).not.toHaveProperty('colour');
      }),
      { seed: SEED, numRuns: runs(3_000) },
    );
    expect(answers).toBeGreaterThan(0);
  });
});

describe('a day in a question', () => {
  test('is read as the calendar has it, and nothing else is', () => {
    const texts = fc.oneof(
      fc
        .date({ min: new Date('1600-01-01'), max: new Date('2400-01-01'), noInvalidDate: true })
        .map((date) => date.toISOString().slice(0, 10)),
      fc.string(),
      fc.stringMatching(/^[0-9:/ -]{4}-[0-9]{2}-[0-9/:]{2}$/),
    );
    fc.assert(
      fc.property(texts, (text) => {
        expect(dayOf(text)).toBe(dayFromIso(text));
        expect(dayOf(text)).toBe(dayFromIso(text));
      }),
      { seed: SEED, numRuns: runs(2_000) },
    );
  });
});

/** Unknowns of two sorts may come in either order. */
function sorted(answer: ReturnType<ReturnType<typeof compile>['explain']>): unknown {
  return 'invalid' in answer ? answer : { ...answer, turnsOn: answer.turnsOn.toSorted() };
}

function columnsOf(rows: readonly Question[], act: string): Columns {
  const coded = (of: (row: Question) => unknown): CodedColumn => {
    const values = [...new Set(rows.map(of))];
    return { values, codes: Uint8Array.from(rows, (row) => values.indexOf(of(row))) };
  };
  const facts = Object.keys(rows[0]?.facts ?? {}).map((fact): [string, FactColumn] => {
    const values = rows.map((row) => row.facts?.[fact]);
    const isNumbers = values.every((value) => value === undefined || typeof value === 'number');
    if (!isNumbers) return [fact, coded((row) => row.facts?.[fact])];
    return [fact, Float64Array.from(values, (value) => (typeof value === 'number' ? value : Number.NaN))];
  });
  return {
    length: rows.length,
    actor: 'buyer',
    act,
    provider: coded(({ provider }) => provider),
    date: coded(({ date }) => date),
    facts: Object.fromEntries(facts),
  };
}

import { describe, expect, test } from 'vitest';
import {
  compile,
  loadPackFiles,
  type Columns,
  type Decided,
  type Invalid,
  type Pack,
} from '../../src/index.ts';
import { bitsOf } from '../../src/diagram/compile/decided-of.ts';
import { questionAt } from '../../src/diagram/compile/question-at.ts';
import { randomFrom } from '../bench/random.ts';
import { syntheticPack } from '../bench/synthetic-pack.ts';

const ROWS = 1_500;

describe('columns', () => {
  test.each([
    ['few enough to number their combinations', 3],
    ['too many for that', 99],
  ])('%s are decided as each row by itself', (_, most) => {
    const loaded = loadPackFiles(syntheticPack(100));
    if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
    const { decide, decideColumns } = compile(loaded.value);
    const columns = columnsOver(loaded.value, most);

    const answers = [...decideColumns(columns)];
    const again = [...decideColumns(columns)];

    const alone = answers.map((__, row) => bitsOfAnswer(decide(questionAt(columns, row))));
    expect(answers).toEqual(alone);
    expect(again).toEqual(alone);
    expect(new Set(alone).size).toBeGreaterThan(2);
    expect(alone).toContain(0);
  });
});

function bitsOfAnswer(answer: Decided | Invalid): number {
  return 'invalid' in answer ? 0 : bitsOf(answer.possible);
}

/** Random columns over so many facts, with values that are unknown and some that no list has. */
function columnsOver({ parties, acts, facts, clauses }: Pack, most: number): Columns {
  const random = randomFrom(1);
  const coded = (values: readonly unknown[]): { values: readonly unknown[]; codes: Uint8Array } => ({
    values: [...values, 'none-such'],
    codes: Uint8Array.from({ length: ROWS }, () =>
      random.below(300) === 0 ? values.length : random.below(values.length),
    ),
  });
  const columns = facts.slice(0, most).map(({ id, type }) => {
    const numbers = Float64Array.from({ length: ROWS }, () =>
      random.below(9) === 0 ? Number.NaN : random.below(900),
    );
    if (type.is === 'number') return [id, numbers] as const;
    if (type.is === 'enum') return [id, coded([...type.values.map((each) => each.id), 'unknown'])] as const;
    return [id, coded([true, false, undefined])] as const;
  });
  return {
    length: ROWS,
    actor: clauses[0]?.binds[0] ?? '',
    act: acts[0]?.id ?? '',
    provider: coded(parties.map(({ id }) => id)),
    date: Int32Array.from({ length: ROWS }, () => 17_000 + random.below(5_000)),
    facts: Object.fromEntries(columns),
  };
}

import { describe, expect, test } from 'vitest';
import { actAnswer } from '../../support/act-answer.ts';

const PRECEDENCE = 'fixtures/semantics/rules/precedence';
const UNKNOWNS = 'fixtures/semantics/rules/unknowns';

describe('the governing clauses', () => {
  test('always govern where they stand in every completion with that outcome', async () => {
    const act = await actAnswer(PRECEDENCE, { acts: ['chain'], facts: { middle: true, top: true } });

    expect(named(act)).toEqual(['bottom prohibited always', 'top prohibited always']);
  });

  test('are given for each possible outcome, and always govern where it cannot come about without them', async () => {
    const act = await actAnswer(PRECEDENCE, { acts: ['chain'], facts: { middle: true } });

    expect(named(act)).toEqual([
      'bottom prohibited always',
      'top prohibited always',
      'middle permitted always',
    ]);
  });

  test('govern only sometimes where another may bring the outcome about alone', async () => {
    const act = await actAnswer(PRECEDENCE, { acts: ['chain'] });

    expect(named(act)).toEqual([
      'bottom prohibited always',
      'top prohibited sometimes',
      'middle permitted always',
    ]);
  });

  test('always govern where no other can bring the outcome about', async () => {
    const act = await actAnswer(UNKNOWNS, { acts: ['banded'], date: '2025-01-15' });

    expect(named(act)).toEqual(['old prohibited always', 'new first-refusal always']);
  });
});

function named({ governing }: Awaited<ReturnType<typeof actAnswer>>): readonly string[] {
  return governing.map(
    ({ clause, outcome, always }) => `${clause} ${outcome} ${always ? 'always' : 'sometimes'}`,
  );
}

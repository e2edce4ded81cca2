import { describe, expect, test } from 'vitest';
import type { ActAnswer } from '../../../src/evaluation/decision.ts';
import { actAnswer } from '../../support/act-answer.ts';

const ASSUMED = 'fixtures/semantics/rules/assumptions';

describe('the assumptions of an answer', () => {
  test('are those that change it when they are given up alone', async () => {
    const act = await actAnswer(ASSUMED, { acts: ['alone'], facts: { size: 10 } });

    expect(named(act)).toEqual([
      'R-1 = wide by pack, otherwise permitted',
      'wide.size.at-least = 10 MW by pack, otherwise prohibited or permitted',
    ]);
    expect(act.withoutAssumptions?.possible).toEqual(['prohibited', 'permitted']);
  });

  test('leave out what makes no difference', async () => {
    const act = await actAnswer(ASSUMED, {
      acts: ['alone'],
      facts: { size: 10 },
      readings: { 'R-1': 'narrow' },
    });

    expect(named(act)).toEqual(['R-1 = narrow by request, otherwise prohibited']);
  });

  test('are named together where none changes the answer alone', async () => {
    const act = await actAnswer(ASSUMED, { acts: ['together'], readings: { 'R-3': 'low' } });

    expect(named(act)).toEqual([
      'R-1 = wide by pack, otherwise prohibited or permitted with R-2',
      'R-2 = deep by pack, otherwise prohibited or permitted with R-1',
    ]);
  });

  test('are none once all of them are open', async () => {
    const act = await actAnswer(ASSUMED, { acts: ['together'] }, { assumptions: 'open' });

    expect(act.assumptions).toEqual([]);
    expect(act.withoutAssumptions).toBeUndefined();
  });
});

function named(act: ActAnswer): readonly string[] {
  return act.assumptions.map(({ id, value, by, otherwise }) => {
    const together =
      otherwise.togetherWith.length === 0 ? '' : ` with ${otherwise.togetherWith.join(' and ')}`;
    return `${id} = ${value} by ${by}, otherwise ${otherwise.possible.join(' or ')}${together}`;
  });
}

import { describe, expect, test } from 'vitest';
import { evaluate, loadPack } from '../../../src/index.ts';
import { describeScenarios, type DescribedScenarios } from '../../../src/vitest.ts';

/** A suite of somebody who installed the package; the test puts the package's name in place of the path. */
const where: DescribedScenarios = { rules: 'node_modules/compute-rights/rules', scenarios: 'scenarios' };
await describeScenarios(where);

describe('decisions', () => {
  test('have matchers', async () => {
    const pack = await loadPack('node_modules/compute-rights/rules/openai');
    if (!pack.ok) throw new Error('the pack does not load');
    const request = {
      actor: 'openai',
      date: '2020-06-01',
      acts: ['procure-capacity'],
      providers: ['oracle'],
    };

    const decided = await evaluate(pack.value, { ...request, facts: { capacity: 'new' } });

    expect(decided).toHaveOutcome('oracle', 'prohibited');
    expect(decided).not.toBePermitted('oracle', { act: 'procure-capacity' });
    expect(decided).toBeGovernedBy('oracle', ['exclusive-cloud-2019']);
    expect(decided).toTurnOn('oracle', []);
    // @ts-expect-error -- there is no such outcome
    expect(decided).not.toHaveOutcome('oracle', 'allowed');
  });
});

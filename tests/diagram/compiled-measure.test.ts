import { describe, expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile/compile.ts';
import { loadPack } from '../../src/pack/load-pack.ts';

const loaded = await loadPack('fixtures/semantics/rules/measures');
if (!loaded.ok) throw new Error('the pack of measures does not load');
const pack = loaded.value;
const QUESTION = { actor: 'buyer', act: 'buy', provider: 'rival', date: '2025-06-01' } as const;

describe('a compiled pack with measures', () => {
  test.each([{ nodes: 2_000_000 }, { nodes: 1 }])(
    'takes their numbers as facts, with $nodes nodes',
    (options) => {
      const { decide, explain } = compile(pack, {}, options);

      expect(decide({ ...QUESTION, facts: { 'this-year': 500 } })).toMatchObject({ outcome: 'permitted' });
      expect(decide({ ...QUESTION, facts: { 'this-year': 500.1 } })).toMatchObject({ outcome: 'prohibited' });
      expect(explain(QUESTION)).toMatchObject({ outcome: 'undetermined' });
      expect(decide({ ...QUESTION, facts: { 'this-year': 'much' } })).toHaveProperty('invalid');
    },
  );

  test('takes them in columns', () => {
    const { decideColumns } = compile(pack);
    const same = (value: string) => ({ values: [value], codes: new Uint8Array(3) });

    const answers = decideColumns({
      length: 3,
      actor: 'buyer',
      act: 'sell',
      provider: same('rival'),
      date: same('2025-06-01'),
      facts: { sites: Float64Array.of(4, 5, Number.NaN) },
    });

    expect(new Set(answers).size).toBe(3);
  });
});

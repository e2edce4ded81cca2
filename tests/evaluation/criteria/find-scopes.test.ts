import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findScopes } from '../../../src/evaluation/criteria/find-scopes.ts';
import type { Pack } from '../../../src/pack/pack.ts';
import type { Request } from '../../../src/pack/request.ts';
import { settlementAsStated } from '../../../src/pack/settlement.ts';
import type { Comparison, Criterion, Scalar } from '../../../src/vocabulary/criterion.ts';
import { allOf, anyOf, negate, type Finding } from '../../../src/vocabulary/finding.ts';
import { SEED } from '../../support/seed.ts';

const PACK: Pack = {
  id: 'p',
  title: 'p',
  disclaimer: 'p',
  digest: 'p',
  parties: [],
  groups: [],
  terms: [],
  acts: [],
  grades: [],
  documents: [],
  calendars: [],
  instruments: [],
  clauses: [],
  happenings: [],
  promises: [],
  suppressions: [],
  facts: [
    { id: 'colour', question: '?', type: { is: 'enum', open: false, values: [] } },
    { id: 'shade', question: '?', type: { is: 'enum', open: false, values: [] } },
    { id: 'size', question: '?', type: { is: 'number' } },
    { id: 'own', question: '?', type: { is: 'boolean' } },
  ],
  readings: [{ id: 'R-1', question: '?', options: [] }],
};

type Facts = Readonly<Record<string, Scalar>>;

const facts: fc.Arbitrary<Facts> = fc.record(
  {
    colour: fc.constantFrom('red', 'green', ''),
    shade: fc.constantFrom('red', 'green'),
    size: fc.constantFrom(0, 1, 2, -1),
    own: fc.boolean(),
  },
  { requiredKeys: [] },
);

const bound = fc.oneof(
  fc.constantFrom(0, 1, 2).map((value) => ({ is: 'set', value }) as const),
  fc.constantFrom({ is: 'none' } as const, { is: 'unknown' } as const),
);

const comparisonOfSize: fc.Arbitrary<Comparison> = fc.oneof(
  fc.record({
    is: fc.constantFrom('at-least', 'more-than', 'at-most', 'less-than'),
    bound: bound.map((stated) => ({ id: 'b', stated })),
  }),
  fc
    .uniqueArray(fc.constantFrom(0, 1, 2), { minLength: 1 })
    .map((values) => ({ is: 'one-of', values }) as const),
);

const leaf: fc.Arbitrary<Criterion> = fc.oneof(
  comparisonOfSize.map(
    (comparison) => ({ is: 'test', subject: { is: 'fact', id: 'size' }, comparison }) as const,
  ),
  fc
    .uniqueArray(fc.constantFrom('red', 'green', ''), { minLength: 1 })
    .map((values) => testOf('colour', { is: 'one-of', values })),
  fc.constant(testOf('colour', { is: 'same-as', fact: 'shade' })),
  fc.boolean().map((value) => testOf('own', { is: 'one-of', values: [value] })),
);

const { tree } = fc.letrec<{ tree: Criterion }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 3 },
    leaf,
    fc.record({
      is: fc.constantFrom('all', 'any'),
      of: fc.array(tie('tree'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ is: fc.constant('not' as const), of: tie('tree') }),
    fc.record({ is: fc.constant('defined' as const), id: fc.constant('term'), of: tie('tree') }),
  ),
}));

describe('the finding of a scope', () => {
  test(`is Kleene's, at every node (seed ${String(SEED)})`, async () => {
    await fc.assert(
      fc.asyncProperty(tree, facts, async (criterion, known) => {
        const found = await findScopes([{ key: 'k', criterion }], contextOf(known));
        expect(found.get('k')?.trace.finding).toBe(kleene(criterion, known));
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  test(`depends only on what could still change it (seed ${String(SEED)})`, async () => {
    await fc.assert(
      fc.asyncProperty(tree, facts, facts, async (criterion, known, more) => {
        const finding = (await findScopes([{ key: 'k', criterion }], contextOf(known))).get('k');
        const told = Object.fromEntries(
          Object.entries(more).filter(([id]) => finding?.dependsOn.includes(id) === false),
        );
        expect(kleene(criterion, { ...told, ...known })).toBe(finding?.trace.finding);
      }),
      { numRuns: 2000, seed: SEED },
    );
  });

  test.each([
    ['at-least', 'not-met met met'],
    ['more-than', 'not-met not-met met'],
    ['at-most', 'met met not-met'],
    ['less-than', 'met not-met not-met'],
  ] as const)('of %s 1 is, at 0, 1 and 2, %s; and the contrary under not', async (is, expected) => {
    const criterion = testOf('size', { is, bound: { id: 'b', stated: { is: 'set', value: 1 } } });
    const scopes = [
      { key: 'plain', criterion },
      { key: 'negated', criterion: { is: 'not', of: criterion } as const },
    ];

    const runs = await Promise.all([0, 1, 2].map((size) => findScopes(scopes, contextOf({ size }))));

    const findings = (key: string): (Finding | undefined)[] =>
      runs.map((found) => found.get(key)?.trace.finding);
    expect(findings('plain').join(' ')).toBe(expected);
    expect(findings('negated')).toEqual(expected.split(' ').map((finding) => negate(finding as Finding)));
  });

  test.each([
    ['england', 'met', 'not-met'],
    ['britain', 'met', 'not-met'],
    ['europe', 'unknown', 'unknown'],
    ['asia', 'not-met', 'met'],
  ])('within Britain is, for %s, %s; and under not %s', async (colour, plain, negated) => {
    const criterion = testOf('colour', { is: 'one-of', values: ['britain', 'england'], perhaps: ['europe'] });
    const scopes = [
      { key: 'plain', criterion },
      { key: 'negated', criterion: { is: 'not', of: criterion } as const },
    ];

    const found = await findScopes(scopes, contextOf({ colour }));

    expect(found.get('plain')?.trace.finding).toBe(plain);
    const under = found.get('negated');
    expect(under?.trace.finding).toBe(negated);
    expect(under?.dependsOn).toEqual(plain === 'unknown' ? ['colour'] : []);
  });

  test('is met for a scope that was left out, and unknown never becomes met through negation', async () => {
    const found = await findScopes(
      [
        { key: 'empty', criterion: { is: 'all', of: [] } },
        { key: 'not', criterion: { is: 'not', of: testOf('own', { is: 'one-of', values: [true] }) } },
      ],
      contextOf({}),
    );

    expect(found.get('empty')?.trace.finding).toBe('met');
    expect(found.get('not')?.trace.finding).toBe('unknown');
    expect(found.get('not')?.dependsOn).toEqual(['own']);
  });
});

function testOf(id: string, comparison: Comparison): Criterion {
  return { is: 'test', subject: { is: 'fact', id }, comparison };
}

function contextOf(known: Facts): Parameters<typeof findScopes>[1] {
  const request: Request = {
    actor: 'a',
    date: 0,
    acts: [],
    providers: [],
    providersNamed: true,
    facts: known,
    readings: {},
    digest: '',
  };
  return { pack: PACK, request, settlement: settlementAsStated(PACK, request) };
}

function kleene(criterion: Criterion, known: Facts): Finding {
  if (criterion.is === 'all') return allOf(criterion.of.map((part) => kleene(part, known)));
  if (criterion.is === 'any') return anyOf(criterion.of.map((part) => kleene(part, known)));
  if (criterion.is === 'not') return negate(kleene(criterion.of, known));
  if (criterion.is === 'defined') return kleene(criterion.of, known);
  const { subject, comparison } = criterion;
  const value = 'id' in subject ? known[subject.id] : undefined;
  if ('bound' in comparison && comparison.bound.stated.is === 'none') return 'met';
  if (value === undefined) return 'unknown';
  return compare(value, comparison, known);
}

function compare(value: Scalar, comparison: Comparison, known: Facts): Finding {
  const found = (holds: boolean): Finding => (holds ? 'met' : 'not-met');
  if (comparison.is === 'one-of') return found(comparison.values.includes(value));
  if (comparison.is === 'same-as') {
    const other = known[comparison.fact];
    return other === undefined ? 'unknown' : found(other === value);
  }
  const { stated } = comparison.bound;
  if (stated.is !== 'set') return 'unknown';
  const size = Number(value);
  if (comparison.is === 'at-least') return found(size >= stated.value);
  if (comparison.is === 'more-than') return found(size > stated.value);
  return comparison.is === 'at-most' ? found(size <= stated.value) : found(size < stated.value);
}

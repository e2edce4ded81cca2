import { describe, expect, test } from 'vitest';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import type { FoundAnswer } from '../../src/pack/scenarios/found-answer.ts';
import { rewriteExpectations } from '../../src/pack/scenarios/rewrite-expectations.ts';
import { boxesOf } from '../../src/pack/scenarios/split-rule.ts';
import { valueOf } from './good-pack.ts';

const FOUND: FoundAnswer = {
  outcome: 'undetermined',
  possible: ['prohibited', 'permitted'],
  governing: ['supply', 'later'],
  turnsOn: ['size'],
  acts: { procure: { outcome: 'permitted', possible: ['permitted'], governing: [], turnsOn: [] } },
};

/** Rewrites the scenarios whose ids have one of these parts. */
function rewrite(text: string, ...parts: readonly string[]): string {
  return outcomeOf(text, ...parts).text;
}

function outcomeOf(text: string, ...parts: readonly string[]) {
  const { scenarios } = valueOf(readScenarios(text, 's.yaml'));
  const result = rewriteExpectations(
    text,
    scenarios.map((scenario) => {
      const [provider = ''] = Object.keys(scenario.expect ?? {});
      const isMeant = parts.some((part) => scenario.id.includes(part));
      return isMeant ? { scenario, found: new Map([[provider, FOUND]]) } : { scenario };
    }),
  );
  expect(readScenarios(result.text, 's.yaml').ok).toBe(true);
  return result;
}

describe('rewriting what a scenario expects', () => {
  test('changes what is written and differs, and neither comments nor layout', () => {
    const text = `# head
pack: good   # of the good pack
scenarios:

  - id: one
    request:   { date: 2025-06-01 }
    expect:
      rival:
        outcome:   prohibited    # for now
        possible: [ permitted,   prohibited ]
        # in lines
        governing:
          - supply   # first
          - other
        acts:
          procure: { outcome: 'prohibited', governing: [supply] } # in braces
  - { id: two, request: {}, expect: { rival: { outcome: prohibited, turns-on: [] } } }
`;

    expect(rewrite(text, 'one')).toBe(
      text
        .replace('prohibited    # for now', 'undetermined    # for now')
        .replace('- supply   # first\n          - other', '- supply   # first\n          - later')
        .replace("'prohibited', governing: [supply] } #", 'permitted, governing: [] } #'),
    );
    expect(rewrite(text, 'two')).toBe(
      text.replace('outcome: prohibited, turns-on: []', 'outcome: undetermined, turns-on: [size]'),
    );
  });

  test('keeps the line ends and the mark of a file from Windows', () => {
    const text =
      '\uFEFFpack: good\r\nscenarios:\r\n  - id: one\r\n    request: {}\r\n    expect:\r\n      rival:\r\n        outcome: prohibited\r\n        governing:\r\n          - other\r\n';

    expect(rewrite(text, 'one')).toBe(
      text.replace('prohibited', 'undetermined').replace('- other', '- supply\r\n          - later'),
    );
  });

  test('leaves what an alias repeats, and says so', () => {
    const text = `pack: good
scenarios:
  - { id: one, request: {}, expect: &same { rival: { outcome: prohibited } } }
  - { id: two, request: {}, expect: *same }
  - { id: three, request: {}, expect: { rival: { outcome: prohibited } } }
`;

    const result = outcomeOf(text, 'one', 'two', 'three');

    expect(result.text).toBe(text.replace(/(three.*)prohibited/u, '$1undetermined'));
    expect([...result.left]).toEqual(['one', 'two']);
  });
});

describe('rewriting a rule of a matrix', () => {
  const MATRIX = `pack: good
scenarios:
  - id: one
    request: { actor: buyer }
    matrix: { date: [2025-06-01, 2025-07-01], provider: [rival, seller] }
    expect:
      # the rule
      - when: { date: 2025-06-01 } # early
        why: because
        outcome: prohibited
      - when: { date: 2025-07-01 }
        outcome: permitted
`;

  test('changes it in its place where all its cells agree', () => {
    expect(rewrite(MATRIX, '[date=2025-06-01')).toBe(MATRIX.replace('prohibited', 'undetermined'));
  });

  test('splits it where they do not, and leaves the other rules alone', () => {
    expect(rewrite(MATRIX, 'date=2025-06-01,provider=seller')).toBe(
      MATRIX.replace(
        `      - when: { date: 2025-06-01 } # early
        why: because
        outcome: prohibited
`,
        `      - when: { date: 2025-06-01, provider: rival } # early
        why: because
        outcome: prohibited
      - when: { date: 2025-06-01, provider: seller } # early
        why: because
        outcome: undetermined
`,
      ),
    );
  });

  test('narrows a rule that spoke of every cell', () => {
    const text = MATRIX.replace(
      /expect:[^]*$/u,
      'expect:\n      - outcome: prohibited\n        governing: [supply, later]\n',
    );

    expect(rewrite(text, 'provider=seller')).toBe(
      text.replace(
        /expect:[^]*$/u,
        `expect:
      - when: { provider: rival }
        outcome: prohibited
        governing: [supply, later]
      - when: { provider: seller }
        outcome: undetermined
        governing: [supply, later]
`,
      ),
    );
  });

  test('writes rules in brackets as they were', () => {
    const text = MATRIX.replace(/expect:[^]*$/u, 'expect: [{ outcome: prohibited }]\n');

    expect(rewrite(text, 'provider=seller')).toBe(
      text.replace(
        /expect:.*$/mu,
        'expect: [{ when: { provider: rival }, outcome: prohibited }, { when: { provider: seller }, outcome: undetermined }]',
      ),
    );
  });

  test('covers cells in any corner with rules that do not overlap', () => {
    const [A, B] = [
      ['a1', 'a2', 'a3'],
      ['b1', 'b2', 'b3'],
    ];
    const all = (A ?? []).flatMap((a) =>
      (B ?? []).map(
        (b) =>
          new Map([
            ['a', a],
            ['b', b],
          ]),
      ),
    );
    for (let chosen = 1; chosen < 2 ** all.length; chosen++) {
      const cells = all.filter((_, index) => (chosen & (2 ** index)) !== 0);

      const covered = boxesOf(cells).flatMap((box) =>
        (box.get('a') ?? []).flatMap((a) => (box.get('b') ?? []).map((b) => `${String(a)}${String(b)}`)),
      );

      expect(covered.toSorted()).toEqual(cells.map((cell) => `${cell.get('a')}${cell.get('b')}`).toSorted());
    }
  });
});

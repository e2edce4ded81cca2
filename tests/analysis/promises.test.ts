import { describe, expect, test } from 'vitest';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import { complaints, valueOf } from '../pack/good-pack.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { examine, FIRST, loaded, smallTexts, type SmallPack } from './small-pack.ts';

const promising = (what: string, clauses: readonly string[] = [FIRST]): SmallPack => ({
  clauses,
  pack: `promises: [{ id: kept, means: it is kept, actor: buyer, act: procure, ${what} }]`,
});

describe('a promise', () => {
  test('that holds in every request is proved', async () => {
    const { findings, proved } = await examine(promising('providers: seller, always: permitted'));

    expect({ findings, proved }).toEqual({ findings: [], proved: ['kept'] });
  });

  test('that some request breaks is shown broken by one that the pack answers so', async () => {
    const pack = promising('providers: rival, never: prohibited, when: { size: { more-than: 7 } }');
    const { findings, proved } = await examine(pack);

    const [broken] = findings;
    expect([broken?.code, broken?.severity, broken?.place?.line]).toEqual([
      'lint/broken-promise',
      'error',
      11,
    ]);
    expect(broken?.where).toEqual(['size more than 7', 'from 2024-01-01']);
    expect(proved).toEqual([]);
    const texts = loaded(smallTexts(pack));
    const { answers } = await evaluateRequest(texts, valueOf(checkRequest(texts, broken?.request)));
    expect(answers.map(({ provider, outcome }) => [provider, outcome])).toEqual([['rival', 'prohibited']]);
  });

  test('is held against no request outside of its scope, days and providers', async () => {
    const kept = [
      'never: prohibited, when: { size: { less-than: 5 } }',
      'never: prohibited, until: 2024-01-01',
      'never: prohibited, providers: { not: [buyer, rival] }, from: 2023-01-01, when: { provider: seller }',
      'always: [permitted, prohibited]',
    ];
    const proved = await Promise.all(kept.map(async (what) => (await examine(promising(what))).proved));

    expect(proved).toEqual(kept.map(() => ['kept']));
  });

  test('is broken on the last day and the first number that count', async () => {
    const broken = ['never: prohibited, when: { size: 5 }', 'never: prohibited, until: 2024-01-02'];
    const found = await Promise.all(broken.map(async (what) => (await examine(promising(what))).findings));

    expect(found.map((each) => each.map(({ code }) => code))).toEqual(
      broken.map(() => ['lint/broken-promise']),
    );
  });

  test('may be one of the ordinary case only: a waiver, or a party through which it serves, is none', async () => {
    const all = promising('providers: rival, when: { size: 5 }, from: 2024-01-01, never: permitted');
    const ordinary = promising(
      'providers: rival, when: { size: 5 }, from: 2024-01-01, never: permitted, ordinarily: true',
    );

    expect((await examine(all)).findings.map(({ code }) => code)).toEqual(['lint/broken-promise']);
    expect((await examine(ordinary)).proved).toEqual(['kept']);
  });

  test('holds as the pack assumes, or also without that', async () => {
    const assuming = FIRST.replace('at-least: 5', 'at-least: { assume: 5, because: it is usual }');
    const what = 'never: prohibited, when: { size: { less-than: 5 } }';

    expect((await examine(promising(what, [assuming]))).proved).toEqual(['kept']);
    const { findings } = await examine(promising(`${what}, assumptions: open`, [assuming]));
    expect(findings.map(({ code }) => code)).toEqual(['lint/broken-promise']);
  });

  test('is not proved where the proof gave up', async () => {
    const { findings, proved } = await examine(promising('always: permitted'), { nodes: 1 });

    expect({ codes: findings.map(({ code }) => code), proved }).toEqual({
      codes: ['lint/gave-up'],
      proved: [],
    });
    expect(findings[0]?.message).toContain('whether promises are kept');
  });

  test('decides nothing: the digest and the clauses are what they were', () => {
    const [bare, promised] = [{ clauses: [FIRST] }, promising('always: permitted')].map((small) =>
      loaded(smallTexts(small)),
    );

    expect([promised?.digest, promised?.clauses]).toEqual([bare?.digest, bare?.clauses]);
  });
});

describe('reading promises and suppressions', () => {
  const complaintsAbout = (pack: string) => complaints(loadPackFiles(smallTexts({ clauses: [FIRST], pack })));

  test.each([
    ['promises: []', 'shape/empty pack.yaml:11:11'],
    [
      'promises: [{ id: p, means: m, actor: byer, act: procure, never: prohibited }]',
      'pack/undeclared-party pack.yaml:11:38',
    ],
    [
      'promises: [{ id: p, means: m, actor: buyer, act: buy, never: prohibited }]',
      'clause/undeclared-act pack.yaml:11:50',
    ],
    [
      'promises: [{ id: p, means: m, actor: buyer, act: procure, never: banned }]',
      'shape/wrong-value pack.yaml:11:66',
    ],
    ['promises: [{ id: p, means: m, actor: buyer, act: procure }]', 'shape/missing-key pack.yaml:11:12'],
    [
      'promises: [{ id: p, means: m, actor: buyer, act: procure, never: prohibited, always: permitted }]',
      'shape/wrong-value pack.yaml:11:86',
    ],
    [
      'promises: [{ id: p, means: m, actor: buyer, act: procure, never: prohibited, when: { sise: 5 } }]',
      'clause/undeclared-fact pack.yaml:11:86',
    ],
    ['suppress: [{ code: lint/conflicts, of: first, because: known }]', 'shape/wrong-value pack.yaml:11:20'],
    ['suppress: [{ code: lint/broken-promise, of: p, because: known }]', 'shape/wrong-value pack.yaml:11:20'],
    ['suppress: [{ code: lint/conflict, of: first }]', 'shape/missing-key pack.yaml:11:12'],
    [
      'suppress: [{ code: lint/conflict, of: first, because: a }, { code: lint/conflict, of: first, because: b }]',
      'shape/repeated pack.yaml:11:87',
    ],
  ])('%s', (pack, complaint) => {
    expect(complaintsAbout(pack)).toEqual([complaint]);
  });
});

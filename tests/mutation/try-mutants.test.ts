import { describe, expect, test } from 'vitest';
import { mutationReport } from '../../src/mutation/report.ts';
import { tryMutants } from '../../src/mutation/run/try-mutants.ts';
import { deedWith, documentsOf, exclusivity, refusal, scenariosOf, SOURCE } from './small-pack.ts';

const NONE = `
  - id: seller-may
    request: { actor: buyer, date: 2024-06-01, acts: [procure], providers: [seller] }
    expect: { seller: { outcome: permitted } }
`;

describe('mutants of a pack', () => {
  test('survive where no scenario fails, and each is killed by the scenario that is proposed for it', async () => {
    const documents = documentsOf(
      deedWith(
        exclusivity(
          'until: 2025-01-01, when: { product: storage, R-1: counts, size: { at-least: 10 } }, except: [{ id: own-sites, when: { own: true } }]',
        ),
      ),
    );
    const before = await tryMutants(documents, scenariosOf(documents, NONE));
    const survivors = before.mutants.filter(({ status }) => status === 'survived');
    const proposed = survivors.map(({ scenario }) => scenario ?? '').join('');

    const after = await tryMutants(documents, scenariosOf(documents, `${NONE}${proposed}`));

    expect(survivors.length).toBeGreaterThan(10);
    expect(survivors.filter(({ scenario }) => scenario === undefined)).toEqual([]);
    expect(after.mutants.filter(({ status }) => status === 'survived')).toEqual([]);
    expect(after).toMatchObject({ killed: before.killed + survivors.length, open: 0, percent: 100 });
  });

  test('survive in the stages of a first right too, and are killed by a deal that is made up', async () => {
    const documents = documentsOf(
      deedWith(
        refusal(
          'notice: { requires: [price], clock: complete-notice-received }, response: { within: 10 calendar-days, silence: releases }, release: { declined: { for: 20 calendar-days }, silent: { for: 30 calendar-days } }',
        ),
      ),
    );
    const stages = ['move-window', 'change-silence'];
    const before = await tryMutants(documents, scenariosOf(documents, NONE));
    const survivors = before.mutants.filter(({ kind }) => stages.includes(kind));
    const proposed = survivors.map(({ scenario }) => scenario ?? '').join('');

    const after = await tryMutants(documents, scenariosOf(documents, `${NONE}${proposed}`));

    expect(survivors.map(({ status }) => status)).toEqual(Array<string>(8).fill('survived'));
    expect(after.mutants.filter(({ kind }) => stages.includes(kind)).map(({ status }) => status)).toEqual(
      Array<string>(8).fill('killed'),
    );
  });

  test('are proved equal where no answer can tell, and not counted', async () => {
    const documents = documentsOf(
      deedWith(
        `${exclusivity('when: { any: [{ product: [storage, backup] }, { product: storage }] }')}
  - { id: report, title: Reports, kind: obligation, grantor: buyer, act: procure, duty: The buyer reports., ${SOURCE} }`,
      ),
    );

    const { mutants } = await tryMutants(documents, scenariosOf(documents, NONE));

    const equal = mutants.filter(({ status }) => status === 'equal').map(({ id }) => id);
    expect(equal).toEqual([
      'report/drop-clause',
      // A defined term that no scope names, and a reading on which nothing hangs.
      'large/change-comparison/when.size.more-than',
      'large/move-threshold/when.size.more-than/lower',
      'large/move-threshold/when.size.more-than/higher',
      'supply/narrow/when.product.storage',
      'supply/widen/when.product.backup',
      'R-2/flip-reading/long',
    ]);
  });

  test('that differ only in what governs are told from what can be killed', async () => {
    const other = exclusivity('when: { own: true }').replace('id: supply', 'id: further');
    const documents = documentsOf(deedWith(`${exclusivity('sole: false')}${other}`));

    const bare = await tryMutants(documents, []);
    const asked = await tryMutants(documents, scenariosOf(documents, OWN_SITE));

    const dropped = 'further/drop-clause';
    expect(bare.mutants.find(({ id }) => id === dropped)).toMatchObject({
      status: 'equal',
      because: expect.stringContaining('govern'),
    });
    expect(asked.mutants.find(({ id }) => id === dropped)).toMatchObject({
      status: 'killed',
      killedBy: 'own-site',
    });
  });

  test('that do not load are none, and more than the bound are said not to be tried', async () => {
    const files = deedWith(
      `${exclusivity('sole: false')}
  - { id: free, title: Freedom, kind: permission, holder: buyer, act: procure, notwithstanding: [supply], ${SOURCE} }`,
    );
    const documents = documentsOf(files);

    const all = await tryMutants(documents, scenariosOf(documents, NONE));
    const some = await tryMutants(documents, scenariosOf(documents, NONE), { most: 2 });

    expect(all.notLegal).toBeGreaterThan(0);
    expect(all.mutants.map(({ id }) => id)).not.toContain('supply/swap-holder/rival');
    expect(some.mutants.length + some.notLegal).toBe(2);
    expect(some.untried).toBe(all.mutants.length + all.notLegal - 2);
    expect(mutationReport([some], 0).below).toEqual(['small']);
  });
});

const OWN_SITE = `
  - id: own-site
    request: { actor: buyer, date: 2024-06-01, acts: [procure], providers: [rival], facts: { own: true } }
    expect: { rival: { outcome: prohibited, governing: [supply, further] } }
`;

describe('the floor', () => {
  test.each([
    [0, 3, 10_000, 0],
    [2, 1, 6666, 66.66],
    [2, 1, 6667, 66.66],
    [9999, 1, 10_000, 99.99],
  ])('%i killed and %i not, of a floor of %i: never rounded up', (killed, survived, floor, percent) => {
    const pack = { pack: { id: 'small', title: 'Small', digest: '' }, scenarios: 1, notLegal: 0, untried: 0 };
    const all = killed + survived;
    const counted = { ...pack, killed, survived, equal: 5, open: 0, percent, mutants: [] };

    const { below } = mutationReport([counted], floor);

    expect(below).toEqual(killed * 10_000 < floor * all ? ['small'] : []);
  });
});

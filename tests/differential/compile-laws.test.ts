import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';

import { compileDiagrams } from '../../src/diagram/compile/compile-pack.ts';
import { compile } from '../../src/diagram/compile/compile.ts';
import { freeze } from '../../src/diagram/compile/freeze.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { settlementFor } from '../../src/pack/settlement.ts';
import { questionFrom, settledFor } from '../support/ask-compiled.ts';
import { askKnowing, whatIsKnown } from '../support/compose-procedures.ts';
import { filesOf, packs } from '../support/generate-packs.ts';
import { loaded, pairsAbout } from '../support/generate-pairs.ts';
import { loadedPack } from '../support/load-documents.ts';
import { runs, SEED } from '../support/seed.ts';

const counted = { composed: 0, single: 0, deals: 0 };

afterAll(() => {
  process.stderr.write(`composition: FC_SEED=${String(SEED)}, ${JSON.stringify(counted)}\n`);
});

describe('a pack compiled twice', () => {
  test('gives the identical diagram', { timeout: 60_000 }, () => {
    fc.assert(
      fc.property(packs('anything'), (documents) => {
        const [once, twice] = [0, 1].map(() => {
          const pack = loadedPack(filesOf(documents));
          const compiled = compileDiagrams(pack, settlementFor(pack));
          const roots = [...compiled.outcomes].flatMap(([actor, acts]) =>
            [...acts].flatMap(([act, own]) =>
              [...own].map(([candidate, root]) => ({ name: [actor, act, candidate].join(' '), root })),
            ),
          );
          const { code, placeOf } = freeze(
            compiled.diagrams,
            roots.map(({ root }) => root),
          );
          const places = roots.map(({ name, root }) => `${name} ${String(placeOf(root))}`);
          return { code: [...code], places, variables: compiled.variables.map(({ key }) => key) };
        });

        expect(twice).toEqual(once);
      }),
      { seed: SEED, numRuns: runs(150) },
    );
  });
});

describe('procedures and a compiled pack', () => {
  test(
    'compose: with the states that the events leave, it answers as evaluate does',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(pairsAbout('procedures'), async (pair) => {
          const { pack, request, assumptions } = loaded(pair);
          const compiled = compile(pack, settledFor(request, assumptions));
          const { divisible: _, ...whole } = request;
          const { answers } = await evaluateRequest(pack, whole, { assumptions });
          for (const { provider, acts } of answers) {
            const known = whatIsKnown(pack, whole, { provider, assumptions });
            if (known === undefined) continue;
            for (const { act, possible } of acts) {
              const question = questionFrom(pack, whole, { provider, act });
              const composed = new Set(known.flatMap((each) => askKnowing(compiled, question, each)));
              counted.composed += 1;
              if (known.length === 1) counted.single += 1;
              if (known.length === 1 && whole.opportunity?.counterparty === provider) counted.deals += 1;

              expect([...composed]).toEqual(expect.arrayContaining([...possible]));
              if (known.length === 1) expect([...composed].toSorted()).toEqual(possible.toSorted());
            }
          }
        }),
        { seed: SEED, numRuns: runs(400) },
      );

      expect(counted.deals).toBeGreaterThan(counted.composed / 10);
      expect(counted.single).toBeLessThan(counted.composed);
    },
  );
});

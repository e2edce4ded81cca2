import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { requestAt, type Varied } from '../../../src/diagram/turns/request-at.ts';
import type { Deciding, Firmness, Flip } from '../../../src/evaluation/decision.ts';
import { evaluateRequest } from '../../../src/evaluation/evaluate-request.ts';
import { dayFromIso } from '../../../src/vocabulary/day.ts';
import { loaded, pairs, type LoadedPair } from '../../support/generate-pairs.ts';
import { EXCLUSIVITY, SOURCE, VOCABULARY } from '../../support/judged-question.ts';
import { checkedRequest, loadedPack } from '../../support/load-documents.ts';
import { runs, SEED } from '../../support/seed.ts';

async function firmnessOf(
  clauses: string,
  facts: object,
  effective = '{ from: 2024-01-01 }',
): Promise<Firmness | undefined> {
  const deed = `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: ${effective}
clauses:
${clauses}
`;
  const pack = loadedPack({ 'pack.yaml': VOCABULARY, 'deed.yaml': deed });
  const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'], facts };
  const decision = await evaluateRequest(pack, checkedRequest(pack, request), { firmness: true });
  return decision.answers[0]?.acts[0]?.firmness;
}

describe('how firm an answer is', () => {
  test('is how far a number is from the figures on either side of it', async () => {
    const clauses = `${EXCLUSIVITY.slice(0, -1)}, when: { size: { more-than: 50, at-most: 200 } } }`;

    const firmness = await firmnessOf(clauses, { size: 150 });

    const permitted = { outcome: 'permitted', possible: ['permitted'] };
    const start = {
      is: 'date',
      value: '2025-03-31',
      below: { at: '2023-12-31', away: 456, ...permitted },
      sameTo: '2027-04-01',
    };
    const size = {
      is: 'fact',
      fact: 'size',
      unit: 'MW',
      value: 150,
      below: { at: 50, away: 100, ...permitted },
      above: { at: 200, excluded: true, away: 50, ...permitted },
    };
    expect(firmness).toEqual({ deciding: [start, size], assumptions: [] });
  });

  test('names a number only where it decides, and tells what an answer rests on', async () => {
    const clauses = `
- { id: cap, title: Cap, kind: prohibition, act: procure, when: { size: { at-least: { assume: 10, because: usual } } }, ${SOURCE} }
- { id: every, title: Every, kind: prohibition, act: procure, when: { share: { at-least: 0 } }, ${SOURCE} }`;

    expect(await firmnessOf(clauses, { size: 5, share: -1 })).toMatchObject({
      deciding: [
        { fact: 'size', above: { at: 10, away: 5 } },
        { fact: 'share', above: { at: 0, away: 1 } },
      ],
      assumptions: ['cap.size.at-least'],
    });
    expect(await firmnessOf(clauses, { size: 5, share: 1 })).toMatchObject({
      deciding: [{ is: 'date' }, { fact: 'share', below: { at: 0, excluded: true, away: 1 } }],
      assumptions: [],
    });
  });

  test('is left out where nothing that is stated decides, and where it is not asked for', async () => {
    const old = '{ from: 2010-01-01 }';
    const { pack, request } = loaded(fc.sample(pairs, { seed: 1, numRuns: 1 })[0] ?? fail());

    expect(await firmnessOf(EXCLUSIVITY, { size: 5 }, old)).toBeUndefined();
    expect(JSON.stringify(await evaluateRequest(pack, request))).not.toContain('firmness');
  });

  test(
    'holds: at a flip the answer is as said, and up to it nothing changes',
    { timeout: 120_000 },
    async () => {
      let flips = 0;

      await fc.assert(
        fc.asyncProperty(pairs, fc.double({ min: 0, max: 1, noNaN: true }), async (pair, share) => {
          const own = loaded(pair);
          const { answers } = await evaluateRequest(own.pack, own.request, {
            assumptions: own.assumptions,
            firmness: true,
          });
          for (const { provider, acts } of answers.slice(0, 1)) {
            for (const { act, possible, firmness } of acts.slice(0, 1)) {
              for (const deciding of firmness?.deciding ?? []) {
                const asked = { ...own, provider, act };
                flips += await expectFlips(asked, deciding, possible, share);
              }
            }
          }
        }),
        { seed: SEED, numRuns: runs(12) },
      );

      expect(flips).toBeGreaterThan(3);
    },
  );
});

type Asked = LoadedPair & { readonly provider: string; readonly act: string };

/** Evaluates at each flip, and somewhere on the way to it. */
async function expectFlips(
  asked: Asked,
  deciding: Deciding,
  possible: readonly string[],
  share: number,
): Promise<number> {
  const value = numberOf(deciding.value);
  const isDay = typeof deciding.value === 'string';
  const flips = [deciding.below, deciding.above].filter((flip) => flip !== undefined);
  for (const flip of flips) {
    const at = numberOf(flip.at);
    const beyond =
      flip.excluded === true ? at + Math.sign(at - value || (flip === deciding.above ? 1 : -1)) / 64 : at;
    const between = isDay
      ? value + Math.trunc((at - value) * share * 0.999)
      : value + (at - value) * share * 0.999;

    expect(flip.away).toBeCloseTo(Math.abs(at - value));
    expect(await possibleAt(asked, deciding, beyond)).toEqual(flip.possible);
    expect(await possibleAt(asked, deciding, between)).toEqual(possible);
  }
  return flips.length;
}

async function possibleAt(
  { pack, request, assumptions, provider, act }: Asked,
  { fact }: Deciding,
  value: number,
): Promise<Flip['possible'] | undefined> {
  const varied: Varied = fact === undefined ? { is: 'date' } : { is: 'fact', fact };
  const own = { ...requestAt(request, varied, value), providers: [provider], acts: [act] };
  return (await evaluateRequest(pack, own, { assumptions })).answers[0]?.possible;
}

function numberOf(value: string | number): number {
  return typeof value === 'number' ? value : (dayFromIso(value) ?? Number.NaN);
}

function fail(): never {
  throw new Error('no pair was drawn');
}

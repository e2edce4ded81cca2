import { describe, expect, test } from 'vitest';
import { narrowings } from '../../src/diagram/requests/narrowing.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import { settlementAsStated } from '../../src/pack/settlement.ts';
import { valueOf } from '../pack/good-pack.ts';
import { documentedPack } from '../support/documented-pack.ts';

const pack = documentedPack();

/** A value for each class of answers that the pack can tell apart. */
const CLASSES: Readonly<Record<string, readonly unknown[]>> = {
  capacity: ['new', 'existing'],
  'own-site': [true, false],
  megawatts: [5, 10, 11],
};

const requestWith = (date: string, facts: Readonly<Record<string, unknown>>) =>
  valueOf(checkRequest(pack, { actor: 'buyer', date, acts: ['procure-capacity'], facts }));

describe('what an answer to a question would leave', () => {
  test.each([
    ['after the amendment', '2025-03-31', ['capacity', 'own-site']],
    ['while it may be in force already', '2025-01-15', ['capacity', 'own-site']],
  ])('is found as by asking with each answer: %s', async (_, date, ids) => {
    const request = requestWith(date, {});
    const found = narrowings(pack, request, settlementAsStated(pack, request)) ?? [];

    for (const id of ids) {
      const left: number[] = [];
      for (const value of CLASSES[id] ?? []) {
        const { answers } = await evaluateRequest(pack, requestWith(date, { [id]: value }));
        left.push(answers.reduce((sum, { possible }) => sum + possible.length - 1, 0));
      }
      const average = left.reduce((sum, each) => sum + each, 0) / left.length;
      expect([id, found.find((each) => each.id === id)?.outcomesLeft]).toEqual([id, average]);
    }
  });

  test('is nothing where one answer settles all', () => {
    const asked = { actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity'], providers: ['rival'] };
    const request = valueOf(checkRequest(pack, { ...asked, facts: { capacity: 'new', megawatts: 200 } }));

    const found = narrowings(pack, request, settlementAsStated(pack, request));

    expect(found).toEqual([{ id: 'own-site', outcomesLeft: 0, unknownsLeft: 0 }]);
  });

  test('is asked of nothing that only the contract can say', () => {
    const request = requestWith('2025-01-15', {
      capacity: 'new',
      megawatts: 200,
      'own-site': false,
      customer: 'company',
    });

    expect(narrowings(pack, request, settlementAsStated(pack, request))).toEqual([]);
  });
});

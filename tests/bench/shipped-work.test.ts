import { describe, expect, test } from 'vitest';
import { prepare as prepareRules } from './peers/shipped/json-rules-engine.ts';
import { prepare as prepareDecide } from './products/shipped-decide.ts';
import { decisionTable } from './shipped/decision-table.ts';
import { shippedPack } from './shipped/shipped-pack.ts';
import { answerByEvaluate, shippedRequests } from './shipped/shipped-request.ts';

describe('the act of the shipped pack as a table', () => {
  test(
    'gives the answers of evaluate, in the idiom of a peer and compiled',
    { timeout: 60_000 },
    async () => {
      const shipped = await shippedPack();
      const table = decisionTable(shipped);
      const requests = shippedRequests(table, 400, 3);
      const expected: string[] = [];
      for (const request of requests) expected.push(await answerByEvaluate(shipped, request));

      const byRules = await prepareRules(table).take(requests).answers();
      const byDecide = await (await prepareDecide()).take(requests).answers();

      expect(byRules).toEqual(expected);
      expect(byDecide).toEqual(expected);
      expect(new Set(expected)).toEqual(
        new Set(['permitted', 'invalid', ...table.lines.map(({ outcome }) => outcome)]),
      );
    },
  );
});

import { describe, expect, test } from 'vitest';
import { partsOf } from '../../src/coverage/parts/parts-of.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { valueOf } from '../pack/good-pack.ts';
import { decidedParts } from './covered.ts';
import { DEALS, entry } from './deals.ts';
import { deed } from './deed.ts';

const pack = deed();
const without = partsOf(pack).flatMap((part) =>
  part.change.is === 'without' ? [{ name: `${part.kind} ${part.id}`, ...part.change }] : [],
);

describe('a part that is taken away', () => {
  test.each(Object.entries(DEALS))(
    'changes the answer of both engines just where it decides: %s',
    async (_, [deal]) => {
      const text = `pack: deed\nscenarios:\n${entry(deal)}`;
      const [scenario] = valueOf(readScenarios(text, 'deal.yaml')).scenarios;
      if (scenario === undefined) throw new Error('there is no scenario');
      const request = valueOf(checkScenarioRequest(pack, scenario));
      const answer = await answerFrom(pack, request);

      const changing = [];
      for (const { name, without: taken } of without) {
        const other = await answerFrom({ ...pack, clauses: taken(pack.clauses) }, request);
        if (other !== answer) changing.push(name);
      }

      const decided = await decidedParts(pack, entry(deal));
      expect(changing).toEqual(decided.filter((name) => without.some((each) => each.name === name)));
    },
  );
});

/** What is possible, and if that is one outcome what governs, as requests are evaluated: both engines hold each other to it. */
async function answerFrom(from: Pack, request: Request): Promise<string> {
  const { answers } = await evaluateRequest(from, request);
  const [answer] = answers;
  const { possible = [], governing = [] } = answer ?? {};
  return [
    ...possible,
    ...(possible.length > 1 ? [] : governing.map(({ clause }) => clause).toSorted()),
  ].join();
}

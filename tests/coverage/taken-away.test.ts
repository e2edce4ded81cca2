import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { askedBy } from '../../src/coverage/decided/asked.ts';
import { findDecided } from '../../src/coverage/decided/parts-decided.ts';
import { partsOf } from '../../src/coverage/parts/parts-of.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import { readCases } from '../../src/regression/read-cases.ts';
import { valueOf } from '../pack/good-pack.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCENARIOS = path.join(ROOT, 'fixtures/openai/scenarios');
const pack = valueOf(await loadPack(path.join(ROOT, 'rules/openai')));
const { cases } = readCases(
  readdirSync(SCENARIOS).map((file) => ({
    file,
    text: readFileSync(path.join(SCENARIOS, file), 'utf8'),
    packs: [pack],
  })),
);
/** Every so many scenarios one is looked at; with the parts that may have to do with it that is some two hundred evaluations. */
const EVERY = 53;

describe('a part that is taken away', () => {
  test('changes the answers of both engines in just those scenarios that it decides', async () => {
    const without = partsOf(pack).flatMap((part) => (part.change.is === 'without' ? [part] : []));
    const decides = findDecided(pack);
    const tally = { decided: 0, not: 0 };

    for (const { scenario } of cases.filter((_, place) => place % EVERY === 0)) {
      const request = valueOf(checkScenarioRequest(pack, scenario));
      const decided = decides(askedBy(pack, request, scenario), without);
      const answer = await answersOf(pack, request, scenario);
      for (const part of without) {
        if (part.change.is !== 'without') continue;
        const changed = { ...pack, clauses: part.change.without(pack.clauses) };
        const isOther = (await answersOf(changed, request, scenario)) !== answer;

        expect([scenario.id, part.id, isOther]).toEqual([scenario.id, part.id, decided?.has(part)]);
        tally[isOther ? 'decided' : 'not'] += 1;
      }
    }

    expect(tally.decided).toBeGreaterThan(10);
    expect(tally.not).toBeGreaterThan(150);
  });
});

/** What is possible for each provider of which something is expected, and if that is one outcome what governs. */
async function answersOf(
  from: Pack,
  request: Request,
  { expect: expected = {}, assumptions }: Scenario,
): Promise<string> {
  const { answers } = await evaluateRequest(from, request, { assumptions });
  const own = answers.filter(({ provider }) => Object.hasOwn(expected, provider));
  const told = own.map(({ provider, acts, ...whole }) => [
    provider,
    ...[whole, ...acts.filter(({ act }) => Object.hasOwn(expected[provider]?.acts ?? {}, act))].map((each) =>
      each.possible.length > 1
        ? each.possible
        : [each.outcome, ...new Set(each.governing.map(({ clause }) => clause).toSorted())],
    ),
  ]);
  return JSON.stringify(told);
}

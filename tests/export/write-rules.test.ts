import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import fc from 'fast-check';
import { Engine, type RuleProperties } from 'json-rules-engine';
import { describe, expect, test } from 'vitest';
import { findScopes } from '../../src/evaluation/criteria/find-scopes.ts';
import { writeRules, type RulesFile } from '../../src/export/rules/write-rules.ts';
import { readRequest } from '../../src/pack/check-request.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { scopesOf } from '../../src/pack/scopes.ts';
import { settlementFor, type Settled } from '../../src/pack/settlement.ts';
import { pairs } from '../support/generate-pairs.ts';
import { runs, SEED } from '../support/seed.ts';
import { questionsFrom } from './random-questions.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const REQUESTS = path.join(ROOT, 'fixtures/openai/requests');

describe('criteria written as rules, run on a stock engine', () => {
  test('give the findings of the shipped requests', async () => {
    const loaded = await loadPack(path.join(ROOT, 'rules/openai'));
    if (!loaded.ok) throw new Error('the pack does not load');
    const names = await readdir(REQUESTS);

    const counted = { met: 0, 'not-met': 0, unknown: 0 };
    for (const name of names) {
      const request = readRequest(loaded.value, await readFile(path.join(REQUESTS, name), 'utf8'), name);
      if (!request.ok) throw new Error(`${name} does not load`);
      const settled = { readings: request.value.readings };
      for (const [, finding] of await compared(loaded.value, request.value, settled)) counted[finding] += 1;
    }

    expect(names.length).toBeGreaterThan(10);
    expect(Math.min(...Object.values(counted))).toBeGreaterThan(100);
  });

  test(`give the findings of random requests (seed ${String(SEED)})`, { timeout: 120_000 }, async () => {
    let found = 0;
    await fc.assert(
      fc.asyncProperty(pairs, async (pair) => {
        const { pack, request, settled } = questionsFrom(pair);
        found += (await compared(pack, request, settled)).length;
      }),
      { seed: SEED, numRuns: runs(150) },
    );

    expect(found).toBeGreaterThan(100);
  });
});

type Found = readonly (readonly [scope: string, finding: 'met' | 'not-met' | 'unknown'])[];

/** Compares the findings of the rules with the product's own, for every candidate, and gives them. */
async function compared(pack: Pack, request: Request, settled: Settled): Promise<Found> {
  const file = JSON.parse(JSON.stringify(writeRules(pack, settled))) as RulesFile;
  const settlement = settlementFor(pack, settled);
  const scopes = pack.clauses.flatMap(scopesOf);
  const all: (readonly [string, 'met' | 'not-met' | 'unknown'])[] = [];
  for (const provider of request.providers) {
    const own = await findScopes(scopes, { pack, request, settlement, provider });
    const expected = scopes.map(({ key }) => [key, own.get(key)?.trace.finding]);
    const found = await findingsOf(file, factsFor(file, request, provider));
    expect(found).toEqual(expected);
    all.push(...found);
  }
  return all;
}

/** What the file's convention says, and no more. */
function factsFor(
  { facts, settled }: RulesFile,
  request: Request,
  provider: string,
): Record<string, unknown> {
  const known = new Map<string, unknown>([
    ...Object.entries(request.facts),
    ...settled.readings.map(({ reading, option }) => [reading, option] as const),
    ['date', request.date],
    ['provider', provider],
  ]);
  return Object.fromEntries(facts.map(({ id }) => [id, known.get(id) ?? null]));
}

async function findingsOf({ rules, scopes }: RulesFile, facts: Record<string, unknown>): Promise<Found> {
  const engine = new Engine(rules as unknown as RuleProperties[]);
  const { events } = await engine.run(facts);
  const emitted = new Set(events.map(({ type, params }) => `${type} ${String(params?.['scope'])}`));
  return scopes.map(({ scope }) => {
    if (emitted.has(`must ${scope}`)) return [scope, 'met'];
    return [scope, emitted.has(`may ${scope}`) ? 'unknown' : 'not-met'];
  });
}

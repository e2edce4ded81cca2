import { Engine, type TopLevelCondition } from 'json-rules-engine';
import { lowerCriterion } from '../../src/evaluation/criteria/lower-criterion.ts';
import { scopesOf } from '../../src/pack/scopes.ts';
import { inForceOn } from '../../src/evaluation/clauses/in-force.ts';
import { settlementAsStated } from '../../src/pack/settlement.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';

/** Runs the must-rules of the clauses in force, and nothing else, once for each candidate; the engine is built once. */
export function rulesEngineAlone(pack: Pack, request: Request): () => Promise<number> {
  const settlement = settlementAsStated(pack, request);
  const live = pack.clauses.filter(
    (clause) => inForceOn(clause, pack, request, settlement).finding !== 'not-met',
  );
  const scopes = live.flatMap(scopesOf);
  const engine = new Engine(
    scopes.map(({ key, criterion }) => ({
      name: key,
      conditions: { all: [lowerCriterion(criterion, 'must', settlement)] } as unknown as TopLevelCondition,
      event: { type: key },
    })),
  );
  const given = new Map(Object.entries(request.facts));
  const taken = new Map(settlement.readings);
  const facts = Object.fromEntries([
    ['never-known', null],
    ['date', request.date],
    ...pack.facts.map(({ id }) => [id, given.get(id) ?? null]),
    ...pack.readings.map(({ id }) => [id, taken.get(id) ?? null]),
  ]) as Record<string, unknown>;
  return async () => {
    let met = 0;
    for (const provider of request.providers) {
      const { results } = await engine.run({ ...facts, provider });
      met += results.length;
    }
    return met;
  };
}

import type { Clause } from '../../pack/pack.ts';
import { findAllScopes, withReplaced } from '../criteria/scope-findings.ts';
import { scopesOf } from '../../pack/scopes.ts';
import type { World } from '../outcomes/verdict.ts';
import { quantitiesBelow, readsFact, restsOf, type Quantity } from './quantities.ts';

/** The deal at a smaller quantity of one divisible fact, all else as stated. */
export interface Portion {
  readonly quantity: Quantity;
  readonly world: World;
}

/** Gives the portions of a world: fact by fact in the order named, the largest first. */
export type PortionsOf = (world: World) => Promise<readonly Portion[]>;

/** Keeps the portions of each world that it is asked for; only scopes that read the quantity run again. */
export function openPortions(clauses: readonly Clause[]): PortionsOf {
  const known = new WeakMap<World, Promise<readonly Portion[]>>();
  return (world) => {
    const portions = known.get(world) ?? portionsIn(world, clauses);
    known.set(world, portions);
    return portions;
  };
}

async function portionsIn(world: World, clauses: readonly Clause[]): Promise<readonly Portion[]> {
  const { divisible = [] } = world.request;
  const scopes = divisible.length === 0 ? [] : clauses.flatMap(scopesOf);
  const portions: Portion[] = [];
  for (const fact of divisible) {
    const affected = scopes.filter((scope) => readsFact(scope, fact));
    const keys = new Set(affected.map(({ key }) => key));
    const isLimited = affected.length > 0 || restsOf(fact, world.request).length > 0;
    for (const quantity of isLimited ? quantitiesBelow(fact, affected, world) : []) {
      const request = { ...world.request, facts: { ...world.request.facts, [fact]: quantity.at } };
      const found = await findAllScopes(affected, world.pack, request, world.settlement);
      const scopeFindings = withReplaced(world.scopeFindings, keys, found);
      // What is certain of the whole need not be so of less.
      portions.push({ quantity, world: { ...world, request, scopeFindings, certain: new Map() } });
    }
  }
  return portions;
}

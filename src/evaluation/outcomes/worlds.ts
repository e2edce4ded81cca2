import type { Clause, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { findAllScopes, withReplaced } from '../criteria/scope-findings.ts';
import { scopesOf, settledIdsIn } from '../../pack/scopes.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { World } from './verdict.ts';

/** A request's world as settled, and the ways to settle it otherwise. */
export interface Worlds {
  readonly base: World;
  /** Gives the world under another settlement that differs in the given ids; only scopes that read them run again. */
  readonly settledAs: (settlement: Settlement, changed: readonly string[]) => Promise<World>;
}

/** Evaluates every scope of the clauses once, and keeps the worlds asked for by what is settled in them. */
export async function openWorlds(
  clauses: readonly Clause[],
  pack: Pack,
  request: Request,
  settlement: Settlement,
): Promise<Worlds> {
  const scopes = clauses.flatMap(scopesOf);
  const base: World = {
    pack,
    request,
    settlement,
    scopeFindings: await findAllScopes(scopes, pack, request, settlement),
  };
  const known = new Map<string, Promise<World>>();
  const settle = async (other: Settlement, changed: readonly string[]): Promise<World> => {
    const affected = scopes.filter((scope) => settledIdsIn(scope).some((id) => changed.includes(id)));
    if (affected.length === 0) return { ...base, settlement: other };
    const replaced = await findAllScopes(affected, pack, request, other);
    const keys = new Set(affected.map((scope) => scope.key));
    return { ...base, settlement: other, scopeFindings: withReplaced(base.scopeFindings, keys, replaced) };
  };
  return {
    base,
    settledAs: (other, changed) => {
      const key = keyOf(other);
      const world = known.get(key) ?? settle(other, changed);
      known.set(key, world);
      return world;
    },
  };
}

function keyOf({ readings, opened }: Settlement): string {
  return JSON.stringify([[...readings].map((taken) => taken.join('=')).toSorted(), [...opened].toSorted()]);
}

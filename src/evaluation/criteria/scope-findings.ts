import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { findScopes, type ScopeFinding } from './find-scopes.ts';
import { readsCandidate, type Scope } from '../../pack/scopes.ts';
import type { Settlement } from '../../pack/settlement.ts';

/** Looks up the finding of a scope for a candidate. */
export type ScopeFindings = (candidate: string, key: string) => ScopeFinding;

/** Finds all scopes: those that read the candidate once for each, the others once for the request. */
export async function findAllScopes(
  scopes: readonly Scope[],
  pack: Pack,
  request: Request,
  settlement: Settlement,
): Promise<ScopeFindings> {
  const perCandidate = scopes.filter(readsCandidate);
  const shared = await findScopes(
    scopes.filter((scope) => !readsCandidate(scope)),
    { pack, request, settlement },
  );
  const own = new Map<string, ReadonlyMap<string, ScopeFinding>>();
  for (const provider of perCandidate.length === 0 ? [] : request.providers) {
    own.set(provider, await findScopes(perCandidate, { pack, request, settlement, provider }));
  }
  return (candidate, key) => {
    const finding = shared.get(key) ?? own.get(candidate)?.get(key);
    if (finding === undefined) throw new Error(`scope \`${key}\` was not evaluated`);
    return finding;
  };
}

/** Gives findings in which those of some scopes are replaced. */
export function withReplaced(
  base: ScopeFindings,
  keys: ReadonlySet<string>,
  replaced: ScopeFindings,
): ScopeFindings {
  return (candidate, key) => (keys.has(key) ? replaced(candidate, key) : base(candidate, key));
}

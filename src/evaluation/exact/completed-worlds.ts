import { idsReadIn, readsCandidate, scopesOf, type Scope } from '../../pack/scopes.ts';
import type { ClauseFinding } from '../clauses/find-clause.ts';
import { partsOf, type Criterion } from '../../vocabulary/criterion.ts';
import { findScopes, type ScopeFinding } from '../criteria/find-scopes.ts';
import type { CriterionTrace } from '../trace.ts';
import type { World } from '../outcomes/verdict.ts';
import type { Completion } from './completion.ts';

/** Gives the world of one candidate in a completion, given what clauses say of it in the request as it stands. */
export type CompletedWorld = (
  completion: Completion,
  candidate: string,
  findings: readonly ClauseFinding[],
) => Promise<World>;

/**
 * Prepares the worlds of completions. A completion leaves what is certain as it is: only clauses that may take several
 * positions are found again, and of their scopes only those that were left open and read something that is settled now.
 * Of a scope only the parts that are not known run. What comes of it is kept for all completions that settle the same for it.
 */
export function openCompletions(base: World): CompletedWorld {
  const known = new Map<string, ScopeFinding>();
  const keyOf = (scope: Scope, candidate: string, { settled }: Completion): string => {
    const settledIn = idsReadIn(scope).filter((id) => settled.has(id));
    const own = settledIn.map((id) => [id, settled.get(id)]);
    return JSON.stringify([scope.key, readsCandidate(scope) ? candidate : '', own]);
  };
  const isAffected = (scope: Scope, candidate: string, { settled }: Completion): boolean =>
    base.scopeFindings(candidate, scope.key).trace.finding === 'unknown' &&
    idsReadIn(scope).some((id) => settled.has(id));
  return async (completion, candidate, findings) => {
    const { pack } = base;
    const { request, settlement, course } = completion;
    const [open, certain] = [findings.filter(isOpen), findings.filter((finding) => !isOpen(finding))];
    const affected = open
      .flatMap(({ clause }) => scopesOf(clause))
      .filter((scope) => isAffected(scope, candidate, completion))
      .map((scope) => ({ scope, key: keyOf(scope, candidate, completion) }));
    const missing = affected.filter(({ key }) => !known.has(key));
    const found = await findScopes(
      missing.map(({ scope: { key, criterion } }) => {
        return { key, criterion: openPart(criterion, base.scopeFindings(candidate, key).trace) };
      }),
      { pack, request, settlement, provider: candidate },
    );
    for (const { scope, key } of missing) {
      const finding = found.get(scope.key);
      if (finding !== undefined) known.set(key, finding);
    }
    const replaced = new Map(affected.map(({ scope, key }) => [scope.key, known.get(key)]));
    return {
      pack,
      request: { ...request, providers: [candidate] },
      settlement,
      course,
      certain: new Map(certain.map((finding) => [finding.clause.id, finding])),
      scopeFindings: (each, key) => replaced.get(key) ?? base.scopeFindings(each, key),
    };
  };
}

/** What is left of a criterion that is not settled: of its parts, those that are not known leave it open. */
function openPart(criterion: Criterion, trace: CriterionTrace): Criterion {
  if (criterion.is === 'test' || trace.is === 'test') return criterion;
  const parts = partsOf(criterion).flatMap((part, place) => {
    const own = trace.of[place];
    return own?.finding === 'unknown' ? [openPart(part, own)] : [];
  });
  const [only] = parts;
  if (only !== undefined && criterion.is === 'not') return { is: 'not', of: only };
  if (only !== undefined && parts.length === 1) return only;
  return { is: criterion.is === 'any' ? 'any' : 'all', of: parts };
}

function isOpen({ positions }: ClauseFinding): boolean {
  return positions.length > 1;
}

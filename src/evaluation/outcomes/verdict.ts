import type { Clause, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import { possibleOutcomes } from './combine.ts';
import { standingOf, type Standing } from './displacement.ts';
import { findClause } from '../clauses/find-clause.ts';
import type { ScopeFindings } from '../criteria/scope-findings.ts';
import type { Settlement } from '../clauses/settlement.ts';

/** A request with everything that is settled about it and every scope found. */
export interface World {
  readonly pack: Pack;
  readonly request: Request;
  readonly settlement: Settlement;
  readonly scopeFindings: ScopeFindings;
}

/** What the clauses come to for one candidate and act. */
export interface Verdict {
  readonly standings: readonly Standing[];
  readonly possible: readonly SettledOutcome[];
}

/** Reaches the verdict of the given clauses on a candidate. */
export function verdictOn(candidate: string, clauses: readonly Clause[], world: World): Verdict {
  const { pack, request, settlement } = world;
  const scopeFinding = (key: string): ReturnType<ScopeFindings> => world.scopeFindings(candidate, key);
  const findings = clauses.map((clause) =>
    findClause(clause, { pack, request, candidate, settlement, scopeFinding }),
  );
  const standings = standingOf(findings);
  return { standings, possible: possibleOutcomes(standings, pack) };
}

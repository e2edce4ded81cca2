import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { decidingDiagram } from '../../diagram/clauses/deciding-diagram.ts';
import { outcomeDiagram, terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { positionDiagrams } from '../../diagram/clauses/position-diagrams.ts';
import { standingDiagrams, type StandingDiagrams } from '../../diagram/clauses/standing-diagrams.ts';
import type { Clause } from '../../pack/pack.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';

/** Finds clauses that take positions, but on which no outcome and no governing clause depends in any case that can be. */
export function idleClauses(open: OpenPack, cases: Cases, make: MakeFinding): readonly Finding[] {
  const clauses = open.pack.clauses.filter(({ kind, binds }) => kind !== 'obligation' && binds.length > 0);
  const governing = new Set(open.acts.flatMap((of) => governingIn(open, of, cases)));
  return clauses
    .filter((clause) => !governing.has(clause.id) && !isMissed(open, clause, cases))
    .map((clause) =>
      make('lint/never-decides', `\`${clause.id}\` decides nothing in any request there can be`, {
        of: clause.id,
        at: { is: 'clause', clause },
      }),
    );
}

function governingIn(open: OpenPack, of: OpenAct, { possible }: Cases): readonly string[] {
  return [...governedBy(open, of, of.standings)]
    .filter(([, region]) => open.diagrams.and(region, possible) !== FALSE)
    .map(([id]) => id);
}

/** Where each clause governs what comes of an act. */
function governedBy(
  { diagrams, pack }: OpenPack,
  { outcome }: { readonly outcome: Diagram },
  standings: readonly StandingDiagrams[],
): ReadonlyMap<string, Diagram> {
  const speaking = standings.filter(({ positions }) => positions.size > 0);
  return new Map(
    speaking.map((standing) => [
      standing.clause.id,
      diagrams.any(
        SETTLED_OUTCOMES.map((each) =>
          diagrams.and(
            whereTerminal(diagrams, outcome, terminalOf(each)),
            decidingDiagram(diagrams, standing, each, standings, pack),
          ),
        ),
      ),
    ]),
  );
}

/** True where without the clause some case comes to something else, or is governed by others. */
function isMissed(open: OpenPack, clause: Clause, { possible }: Cases): boolean {
  const { diagrams } = open;
  const differs = (one: Diagram, other: Diagram): boolean =>
    diagrams.and(possible, diagrams.ite(one, diagrams.not(other), other)) !== FALSE;
  return open.acts
    .filter(({ standings }) => standings.some((each) => each.clause === clause))
    .some((of) => {
      const without = actWithout(open, of, clause);
      const isElse = SETTLED_OUTCOMES.some((each) => {
        const where = (outcome: Diagram): Diagram => whereTerminal(diagrams, outcome, terminalOf(each));
        return differs(where(of.outcome), where(without.outcome));
      });
      if (isElse) return true;
      const before = governedBy(open, of, of.standings);
      const after = governedBy(open, without, without.standings);
      return [...after].some(([id, region]) => differs(region, before.get(id) ?? FALSE));
    });
}

function actWithout(open: OpenPack, of: OpenAct, clause: Clause) {
  const { diagrams, pack } = open;
  const candidate = open.candidates.find((each) => each.candidate === of.candidate);
  if (candidate === undefined) throw new Error(`\`${of.candidate}\` is no candidate`);
  const others = of.standings.map((each) => each.clause).filter((each) => each !== clause);
  const standings = standingDiagrams(diagrams, others, (each) =>
    positionDiagrams(candidate.ground, each, candidate.scope),
  );
  return { standings, outcome: outcomeDiagram(diagrams, standings, pack) };
}

import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import type { Clause } from '../../pack/pack.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Finding, MakeFinding } from '../finding.ts';
import { actUnder } from '../open/act-under.ts';
import type { Cases } from '../open/cases.ts';
import { governingDiagrams } from '../open/governing-diagrams.ts';
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

function governingIn({ diagrams, pack }: OpenPack, of: OpenAct, { possible }: Cases): readonly string[] {
  return [...governingDiagrams(diagrams, of, pack)]
    .filter(([, region]) => diagrams.and(region, possible) !== FALSE)
    .map(([id]) => id);
}

/** True where without the clause some case comes to something else, or is governed by others. */
function isMissed(open: OpenPack, clause: Clause, { possible }: Cases): boolean {
  const { diagrams, pack } = open;
  const differs = (one: Diagram, other: Diagram): boolean =>
    diagrams.and(possible, diagrams.ite(one, diagrams.not(other), other)) !== FALSE;
  return open.acts
    .filter(({ standings }) => standings.some((each) => each.clause === clause))
    .some((of) => {
      const others = of.standings.map((each) => each.clause).filter((each) => each !== clause);
      const without = actUnder(open, of, others);
      const isElse = SETTLED_OUTCOMES.some((each) => {
        const where = (outcome: Diagram): Diagram => whereTerminal(diagrams, outcome, terminalOf(each));
        return differs(where(of.outcome), where(without.outcome));
      });
      if (isElse) return true;
      const before = governingDiagrams(diagrams, of, pack);
      const after = governingDiagrams(diagrams, without, pack);
      return [...after].some(([id, region]) => differs(region, before.get(id) ?? FALSE));
    });
}

import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Diagram, Diagrams } from '../algebra/diagrams.ts';
import { restrict, supportOf, terminalsOf, whereTerminal, type Left } from '../algebra/read-diagrams.ts';
import { actDiagrams, type ActDiagrams } from '../clauses/act-diagrams.ts';
import { terminalOf } from '../clauses/outcome-diagram.ts';
import { leftUnder, requestGround, type RequestGround } from './request-ground.ts';

/** A request as diagrams: what every act comes to for every candidate, over all that is not known. */
export interface RequestDiagrams extends RequestGround {
  readonly actOf: (candidate: string, act: string) => ActDiagrams;
}

/** Every outcome that some completion gives, and the ids of all unknowns that can change it. */
export interface Exact {
  readonly possible: readonly SettledOutcome[];
  readonly turnsOn: readonly string[];
}

/** Builds the diagrams of a request, each when it is first asked for. Throws `BudgetSpent` where they grow too large. */
export function requestDiagrams(
  pack: Pack,
  request: Request,
  known: Readonly<Record<string, string>> = {},
): RequestDiagrams {
  const ground = requestGround(pack, request, known);
  const shared = new Map<string, Diagram>();
  const candidates = new Map<string, ReturnType<typeof actDiagrams>>();
  return {
    ...ground,
    actOf: (candidate, act) => {
      const acts = candidates.get(candidate) ?? actDiagrams(ground.forCandidate(candidate), shared);
      candidates.set(candidate, acts);
      return acts(request.actor, act);
    },
  };
}

/** Gives what is possible under a settlement, and what that turns on. */
export function exactUnder(
  { diagrams, variables }: RequestDiagrams,
  outcome: Diagram,
  settlement: Settlement,
): Exact {
  const left = leftUnder(settlement, variables);
  const possible = outcomesOf(diagrams, outcome, left);
  if (possible.length === 1) return { possible, turnsOn: [] };
  const levels = supportOf(diagrams, restrict(diagrams, outcome, left));
  return { possible, turnsOn: [...new Set(levels.map((level) => variables[level]?.reportedAs ?? ''))] };
}

/** The outcomes that a diagram can come to, worst first. */
export function outcomesOf(diagrams: Diagrams, outcome: Diagram, left: Left): readonly SettledOutcome[] {
  const reached = terminalsOf(diagrams, outcome, left);
  return SETTLED_OUTCOMES.filter((each) => (reached & (1 << terminalOf(each))) !== 0);
}

/** The worst of several acts, in each completion. */
export function worstDiagram(diagrams: Diagrams, outcomes: readonly Diagram[]): Diagram {
  const [first, ...others] = [...new Set(outcomes)];
  if (first === undefined || others.length === 0) return first ?? terminalOf('permitted');
  return SETTLED_OUTCOMES.toReversed().reduce((worst, outcome) => {
    const terminal = terminalOf(outcome);
    const some = diagrams.any([first, ...others].map((each) => whereTerminal(diagrams, each, terminal)));
    return diagrams.ite(some, terminal, worst);
  }, terminalOf('permitted'));
}

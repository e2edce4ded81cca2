import { BudgetSpent, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { restrict, terminalsOf, whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { decidingDiagram } from '../../diagram/clauses/deciding-diagram.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { dealDiagram, isPlainlyDivisible } from '../../diagram/requests/deal-diagram.ts';
import {
  exactUnder,
  requestDiagrams,
  worstDiagram,
  type Exact,
  type RequestDiagrams,
  type Witnessing,
} from '../../diagram/requests/exact-answer.ts';
import { leftUnder } from '../../diagram/requests/request-ground.ts';
import { STATES, type FirstRightState } from '../../diagram/variables/other-variables.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Course } from '../clauses/course.ts';
import type { Governing } from '../decision.ts';

/** What the decision diagram finds for a request: exact, where it can be found at all. */
export interface ExactAnswers {
  /** What is possible of a candidate for acts done together, and what it turns on; `undefined` beyond the budget. */
  readonly possible: (
    candidate: string,
    acts: readonly string[],
    settlement: Settlement,
  ) => Exact | undefined;
  /** The clauses that govern one act, by outcome; `undefined` beyond the budget. */
  readonly governing: (
    candidate: string,
    act: string,
    settlement: Settlement,
    outcomes: readonly SettledOutcome[],
  ) => readonly Governing[] | undefined;
  /** The states of first rights that a completion leaves, by their clauses; a right beyond the budget is left out. */
  readonly statesUnder: (
    rights: readonly Clause[],
    candidate: string,
    settlement: Settlement,
    where: Witnessing['where'],
  ) => Course['states'];
}

/** Prepares to find what is exactly possible; diagrams are built as they are asked for. */
export function exactAnswers(pack: Pack, request: Request): ExactAnswers {
  return answersOf(requestDiagrams(pack, request), pack, request);
}

/** The same of diagrams that are there. */
export function answersOf(diagrams: RequestDiagrams, pack: Pack, request: Request): ExactAnswers {
  const isWithinReach = isPlainlyDivisible(pack, request);
  const deals = new Map<string, Diagram>();
  const dealOf = (candidate: string, acts: readonly string[]): Diagram => {
    const key = JSON.stringify([candidate, acts]);
    const known = deals.get(key);
    if (known !== undefined) return known;
    const worst = worstDiagram(
      diagrams.diagrams,
      acts.map((act) => diagrams.actOf(candidate, act).outcome),
    );
    const deal = dealDiagram(diagrams.diagrams, worst, diagrams.variables, pack, request);
    deals.set(key, deal);
    return deal;
  };
  return {
    possible: (candidate, acts, settlement) =>
      withinBudget(isWithinReach, () => exactUnder(diagrams, dealOf(candidate, acts), settlement)),
    governing: (candidate, act, settlement, outcomes) =>
      withinBudget(isWithinReach && request.divisible === undefined, () =>
        outcomes.flatMap((outcome) => governingOf(diagrams, { pack, candidate, act, settlement, outcome })),
      ),
    statesUnder: (rights, candidate, settlement, where) => {
      const found = rights.map(({ id }) => {
        const states = withinBudget(true, () => statesLeft(diagrams, candidate, id, settlement, where));
        return [id, states] as const;
      });
      return new Map(found.flatMap(([id, states]) => (states === undefined ? [] : [[id, states]])));
    },
  };
}

function statesLeft(
  { diagrams, variables, forCandidate }: RequestDiagrams,
  candidate: string,
  right: string,
  settlement: Settlement,
  where: Witnessing['where'],
): ReadonlySet<FirstRightState> {
  const ground = forCandidate(candidate);
  const states = STATES.map((state) => [state, ground.state(right, state)] as const);
  const left = new Map(leftUnder(settlement, variables));
  for (const { variable, klass } of where) {
    left.set(
      variables.indexOf(variable),
      variable.classes.map((_, each) => each === klass),
    );
  }
  return new Set(
    states.filter(([, is]) => (terminalsOf(diagrams, is, left) & 2) !== 0).map(([state]) => state),
  );
}

/** Gives nothing where diagrams would outgrow their budget: then answers are bounded by the rules engine alone. */
function withinBudget<T>(isWithinReach: boolean, find: () => T): T | undefined {
  if (!isWithinReach) return undefined;
  try {
    return find();
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}

interface Asked {
  readonly pack: Pack;
  readonly candidate: string;
  readonly act: string;
  readonly settlement: Settlement;
  readonly outcome: SettledOutcome;
}

function governingOf(request: RequestDiagrams, asked: Asked): readonly Governing[] {
  const { diagrams, variables } = request;
  const { pack, outcome } = asked;
  const { standings, outcome: all } = request.actOf(asked.candidate, asked.act);
  const left = leftUnder(asked.settlement, variables);
  const isSo = restrict(diagrams, whereTerminal(diagrams, all, terminalOf(outcome)), left);
  const mayBe = (diagram: Diagram): boolean => (terminalsOf(diagrams, diagram, left) & 2) !== 0;
  return standings.flatMap((standing): readonly Governing[] => {
    const decides = decidingDiagram(diagrams, standing, outcome, standings, pack);
    if (!mayBe(diagrams.and(isSo, decides))) return [];
    const { id, number, title } = standing.clause;
    const always = !mayBe(diagrams.and(isSo, diagrams.not(decides)));
    return [{ clause: id, ...(number !== undefined && { number }), title, outcome, always }];
  });
}

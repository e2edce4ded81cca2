import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { Diagram, Diagrams } from '../algebra/diagrams.ts';
import {
  restrict,
  supportOf,
  terminalsOf,
  whereTerminal,
  witnessOf,
  type Left,
} from '../algebra/read-diagrams.ts';
import { actDiagrams, type ActDiagrams } from '../clauses/act-diagrams.ts';
import type { LaidGround } from '../clauses/levels.ts';
import { terminalOf } from '../clauses/outcome-diagram.ts';
import type { Variable } from '../variables/variable.ts';
import { shareHappenings } from './share-happenings.ts';
import { leftUnder, requestGround } from './request-ground.ts';

/** A request as diagrams: what every act comes to for every candidate, over all that is not known. */
export interface RequestDiagrams extends LaidGround {
  readonly actOf: (candidate: string, act: string) => ActDiagrams;
}

/** Every outcome that some completion gives, and the ids of all unknowns that can change it. */
export interface Exact {
  readonly possible: readonly SettledOutcome[];
  readonly turnsOn: readonly string[];
  /** True where histories that share events were taken each by itself: some of the outcomes may then be possible in no case. */
  readonly isBounded: boolean;
  /** Where several are possible: for each a completion that gives it, as far as it matters. */
  readonly witnesses: readonly Witnessing[];
}

/** A completion that gives an outcome: a class for each variable that has to do with it. */
export interface Witnessing {
  readonly outcome: SettledOutcome;
  readonly where: readonly { readonly variable: Variable; readonly klass: number }[];
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
  if (possible.length === 1) return { possible, turnsOn: [], isBounded: false, witnesses: [] };
  const open = restrict(diagrams, outcome, left);
  const support = supportOf(diagrams, open).flatMap((level) => variables[level] ?? []);
  const isBounded =
    support.filter(({ about }) => about.is === 'record').length > 1 ||
    isQuantityTwice(support) ||
    shareHappenings(support);
  const witnesses = possible.map((each) => {
    const classes = witnessOf(diagrams, open, terminalOf(each), left) ?? new Map<number, number>();
    return { outcome: each, where: [...classes].toReversed().flatMap((choice) => chosen(choice, variables)) };
  });
  return { possible, turnsOn: [...new Set(support.map((each) => each.reportedAs))], isBounded, witnesses };
}

/** How much is left of a quantity and the figures of the pack are compared with it as if they had nothing to do with each other. */
function isQuantityTwice(support: readonly Variable[]): boolean {
  const shares = support.filter(({ about }) => about.is === 'share').map(({ reportedAs }) => reportedAs);
  const others = support.filter(({ about }) => about.is !== 'share').map(({ reportedAs }) => reportedAs);
  return shares.some((fact, place) => others.includes(fact) || shares.indexOf(fact) !== place);
}

function chosen(
  [level, klass]: readonly [number, number],
  variables: readonly Variable[],
): Witnessing['where'] {
  const variable = variables[level];
  return variable === undefined ? [] : [{ variable, klass }];
}

/** The outcomes that a diagram can come to, worst first. */
function outcomesOf(diagrams: Diagrams, outcome: Diagram, left: Left): readonly SettledOutcome[] {
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

import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { BudgetSpent, type ClassesLeft, type Diagram } from '../algebra/diagrams.ts';
import { restrict, supportOf, terminalsOf } from '../algebra/read-diagrams.ts';
import type { Variable } from '../variables/variable.ts';
import { dealDiagram } from './deal-diagram.ts';
import { requestDiagrams, worstDiagram, type RequestDiagrams } from './exact-answer.ts';
import { leftUnder } from './request-ground.ts';

/** What an answer to one open question would leave, on average over the classes of answers that the pack can tell apart. */
export interface Narrowing {
  /** The id under which answers name what is asked. */
  readonly id: string;
  /** Outcomes beyond the first of each candidate. */
  readonly outcomesLeft: number;
  /** Questions on which the answers then still turn, each counted once for each candidate. */
  readonly unknownsLeft: number;
}

/** What a request, or an event, election or reading in it, can tell; the rest is the contract's own to say. */
const TOLD: readonly Variable['about']['is'][] = ['fact', 'reading', 'election'];

/** More classes of answers are not tried. */
const MOST_TRIED = 2000;

/**
 * Finds how far the answer to each question that a request leaves open would narrow the answers for its candidates.
 * `undefined` where the diagrams grow too large, or there is too much to try.
 */
export function narrowings(
  pack: Pack,
  request: Request,
  settlement: Settlement,
): readonly Narrowing[] | undefined {
  try {
    const diagrams = requestDiagrams(pack, request);
    const open = request.providers.map((candidate) =>
      openDeal(diagrams, candidate, { pack, request, settlement }),
    );
    const levels = [...new Set(open.flatMap((deal) => supportOf(diagrams.diagrams, deal)))];
    const asked = levels.filter((level) => TOLD.includes(aboutAt(level, diagrams)));
    const tried = asked.reduce((sum, level) => sum + diagrams.diagrams.widthOf(level), 0) * open.length;
    return tried > MOST_TRIED ? undefined : asked.map((level) => narrowingBy(level, open, diagrams));
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}

interface Asked {
  readonly pack: Pack;
  readonly request: Request;
  readonly settlement: Settlement;
}

/** What all acts together come to for a candidate, over what is open. */
function openDeal(
  diagrams: RequestDiagrams,
  candidate: string,
  { pack, request, settlement }: Asked,
): Diagram {
  const worst = worstDiagram(
    diagrams.diagrams,
    request.acts.map((act) => diagrams.actOf(candidate, act).outcome),
  );
  const deal = dealDiagram(diagrams.diagrams, worst, diagrams.variables, pack, request);
  return restrict(diagrams.diagrams, deal, leftUnder(settlement, diagrams.variables));
}

function aboutAt(level: number, { variables }: RequestDiagrams): Variable['about']['is'] {
  return variables[level]?.about.is ?? 'date';
}

function narrowingBy(
  level: number,
  open: readonly Diagram[],
  { diagrams, variables }: RequestDiagrams,
): Narrowing {
  const width = diagrams.widthOf(level);
  const everything: ClassesLeft = Array.from({ length: width }, () => true);
  const left = diagrams.leftOf(level) ?? everything;
  const classes = Array.from({ length: width }, (_, klass) => klass).filter((klass) => left[klass] === true);
  const after = classes.flatMap((klass) => {
    const only = new Map([[level, everything.map((_, each) => each === klass)]]);
    return open.map((deal) => restrict(diagrams, deal, only));
  });
  const sum = (count: (deal: Diagram) => number): number =>
    after.reduce((total, deal) => total + count(deal), 0) / classes.length;
  return {
    id: variables[level]?.reportedAs ?? '',
    outcomesLeft: sum((deal) => bitsIn(terminalsOf(diagrams, deal, new Map())) - 1),
    unknownsLeft: sum((deal) => supportOf(diagrams, deal).length),
  };
}

function bitsIn(set: number): number {
  return set === 0 ? 0 : (set & 1) + bitsIn(set >>> 1);
}

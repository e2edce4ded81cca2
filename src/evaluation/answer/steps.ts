import { partyOf } from '../../pack/lookup.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import type { Step } from '../decision.ts';
import type { Standing } from '../outcomes/displacement.ts';
import { firstRightStep } from './first-right-steps.ts';
import type { StepContext } from './step-context.ts';

/** Gives the outstanding steps in the order in which they have to be taken: first rights, then preconditions. */
export function outstandingSteps(standings: readonly Standing[], context: StepContext): readonly Step[] {
  const offers = standings.filter(isToBeHonoured).flatMap((standing) => firstRightStep(standing, context));
  const preconditions = standings.flatMap((standing) => preconditionStep(standing, context));
  return [...offers, ...preconditions];
}

/** A first right that is not to be offered yet stands in the way too; one that waits for an election does not. */
function isToBeHonoured({ finding: { clause, states }, positions }: Standing): boolean {
  if (!isFirstRight(clause.kind)) return false;
  const isAsleep = states.some((state) => state.is === 'not-triggered');
  return positions.includes('offer-first') || (isAsleep && positions.includes('not-before'));
}

function preconditionStep(standing: Standing, { pack }: StepContext): readonly Step[] {
  const { clause } = standing.finding;
  if (!standing.positions.includes('not-before') || clause.precondition === undefined) return [];
  const { step, until } = clause.precondition;
  return [
    {
      clause: clause.id,
      kind: until.is === 'consent' ? 'obtain-consent' : 'precondition',
      do: step.do,
      by: partyOf(pack, step.by),
      restsOn: [],
      certain: standing.positions.every((position) => position === 'not-before'),
    },
  ];
}

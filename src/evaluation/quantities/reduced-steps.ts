import type { Clause } from '../../pack/pack.ts';
import { testsOf } from '../../vocabulary/criterion.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { StepContext } from '../answer/step-context.ts';
import { outstandingSteps } from '../answer/steps.ts';
import { scopesOf } from '../../pack/scopes.ts';
import type { Reduction, Step } from '../decision.ts';
import { partyOf } from '../../pack/lookup.ts';
import type { Settlement } from '../../pack/settlement.ts';
import type { DividedVerdict } from './divided-verdict.ts';
import { reductionTo } from './reduction.ts';
import type { Room } from './room.ts';

/** Gives the steps that are outstanding: where there is room for less, the reduction and what remains to be done for it. */
export function stepsToward(divided: DividedVerdict, actor: string, context: StepContext): readonly Step[] {
  const { room, possible, whole, portions } = divided;
  if (room === undefined)
    return outstandingSteps(whole.standings, context).filter(({ kind }) => leadsOn(kind, possible));
  const reduction = reductionTo(room, [divided], context.pack);
  const smaller = outstandingSteps(portions[room.from]?.verdict.standings ?? [], context);
  const larger = outstandingSteps(whole.standings, context).filter(({ kind }) =>
    isOfUse(kind, whole.possible, possible),
  );
  return [reduceStep(reduction, room, divided, actor, context), ...inEither(smaller, larger, room)];
}

/** A step is of use only where it is still to be taken in some completion that lets the candidate serve afterwards. */
function leadsOn(kind: Step['kind'], possible: readonly SettledOutcome[]): boolean {
  return possible.includes('first-refusal') || (isOfCondition(kind) && possible.includes('conditional'));
}

/** True of a step for which an answer is conditional. */
function isOfCondition(kind: Step['kind']): boolean {
  return kind === 'precondition' || kind === 'obtain-consent' || kind === 'await-trigger';
}

/** A step for the whole deal is of use where the outcome that it answers is still possible beside the reduction. */
function isOfUse(
  kind: Step['kind'],
  whole: readonly SettledOutcome[],
  possible: readonly SettledOutcome[],
): boolean {
  if (isOfCondition(kind)) return whole.includes('conditional');
  return possible.includes('first-refusal');
}

/** What only one of the two deals needs is certain only if it is certain which of them is done. */
function inEither(smaller: readonly Step[], larger: readonly Step[], { certain }: Room): readonly Step[] {
  const needed = new Set(smaller.map(({ clause }) => clause));
  const wanted = new Set(larger.map(({ clause }) => clause));
  const isCertain = (step: Step): boolean => step.certain && (certain || wanted.has(step.clause));
  return [
    ...smaller.map((step) => ({ ...step, certain: isCertain(step) })),
    ...larger.filter(({ clause }) => !needed.has(clause)).map((step) => ({ ...step, certain: false })),
  ];
}

function reduceStep(
  reduction: Reduction,
  room: Room,
  { whole }: DividedVerdict,
  actor: string,
  { pack, settlement }: StepContext,
): Step {
  const [clause] = reduction.setBy;
  if (clause === undefined) throw new Error(`nothing limits \`${reduction.fact}\`, yet it is to be reduced`);
  const setters = whole.standings
    .map(({ finding }) => finding.clause)
    .filter(({ id }) => reduction.setBy.includes(id));
  return {
    clause,
    kind: 'reduce',
    do: `reduce ${reduction.fact} to ${reduction.to}`,
    by: partyOf(pack, actor),
    restsOn: setters.flatMap((setter) => assumedFigures(setter, room, settlement)),
    reduction,
    certain: reduction.certain,
  };
}

/** Ids of the assumed figures at the ends of the room. */
function assumedFigures(clause: Clause, { fact, top, bottom }: Room, settlement: Settlement): string[] {
  const ends = [top.high, bottom.low];
  const bounds = scopesOf(clause)
    .flatMap(({ criterion }) => testsOf(criterion))
    .flatMap(({ subject, comparison }) =>
      subject.is === 'fact' &&
      (subject.id === fact || subject.measured?.adds === fact) &&
      'bound' in comparison
        ? [comparison.bound]
        : [],
    );
  return bounds.flatMap(({ id, stated }) => {
    if (stated.is !== 'assumed' || settlement.opened.has(id) || stated.limit.is !== 'set') return [];
    return ends.includes(stated.limit.value) ? [id] : [];
  });
}

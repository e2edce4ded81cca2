import { STAGES, type Trigger } from '../../src/pack/procedure.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import type { NoticeTold, Stage, Standing } from './naive-first-right.ts';
import { clockOf, endAfter, requiredBy, triggerOf, type Right } from './naive-procedure-terms.ts';
import { isToBeOffered, windowFrom } from './naive-start-of-day.ts';

/** A stage of the deal matters to a right of which nobody has heard yet; with an offer, every trigger is reached. */
export function afterStage(is: Trigger, stage: Stage, right: Right): Stage {
  const mayBeDormant = stage.is === 'dormant' || (stage.is === 'to-offer' && stage.isFirst);
  if (!mayBeDormant) return stage;
  const isReached = is === 'offer' || STAGES.indexOf(is) >= STAGES.indexOf(triggerOf(right));
  return isReached ? { is: 'to-offer', isFirst: false } : { is: 'dormant' };
}

export function afterNotice(notice: NoticeTold, day: Day, standing: Standing, right: Right): Standing {
  return countedNotice(day, standing, right, (stage) => noticed(notice, day, stage, right));
}

/** A notice that comes too often is none; every other one counts, whatever it leads to. */
export function countedNotice(
  day: Day,
  standing: Standing,
  right: Right,
  change: (stage: Stage) => Stage,
): Standing {
  const { frequency } = right.procedure;
  if (frequency === undefined) return { ...standing, stage: change(standing.stage) };
  const counting = standing.counted.filter((one) => day <= endAfter(right, one, frequency.period, 'at-most'));
  if (counting.length >= frequency.notices) return standing;
  return { stage: change(standing.stage), counted: [...counting, day] };
}

function noticed(notice: NoticeTold, day: Day, stage: Stage, right: Right): Stage {
  if (!isToBeOffered(stage)) return stage;
  const isComplete = requiredBy(right).every((part) => notice.contains.includes(part));
  if (!isComplete) {
    const clock = clockOf(right);
    if (clock !== 'notice-received' && clock !== 'notice-given') return { is: 'incomplete' };
  }
  return windowFrom(countedFrom(notice, day, right), right);
}

function countedFrom({ given }: NoticeTold, day: Day, right: Right): Day {
  return given !== undefined && clockOf(right) === 'notice-given' ? given() : day;
}

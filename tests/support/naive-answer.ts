import { EXERCISE_EFFECTS, MATCH_STANDARDS, PART_RULES, SHORTFALLS } from '../../src/pack/procedure.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import { asAWhole, isEqual } from './naive-deal-terms.ts';
import type { Difference, ExerciseTold, Rest, Stage } from './naive-first-right.ts';
import { lastOfRelease, lastOfTalks, type Right } from './naive-procedure-terms.ts';
import { alternativeOf, valueOfFact } from './naive-world.ts';

/** The holder has been asked and has not answered. */
export function isAsked({ is }: Stage): boolean {
  return is === 'window' || is === 'waiting-for-information' || is === 'unanswered';
}

/** Holder and grantor have talked, or still do. */
export function isTalked({ is }: Stage): boolean {
  return is === 'talks' || is === 'deadlock';
}

export function afterDecline(day: Day, stage: Stage, right: Right): Stage {
  if (isAsked(stage)) return { is: 'released', last: lastOfRelease(right, day, 'declined') };
  return isTalked(stage) ? { is: 'released', last: lastOfRelease(right, day, 'noAgreement') } : stage;
}

export function afterInterest(day: Day, stage: Stage, right: Right): Stage {
  if (!isAsked(stage)) return stage;
  const last = lastOfTalks(right, day);
  return last === undefined ? stage : { is: 'talks', last };
}

/** Whoever takes the deal on a notice that was not complete does without what it lacked. */
function mayTake(stage: Stage): boolean {
  return isAsked(stage) || isTalked(stage) || stage.is === 'incomplete';
}

export function afterAgreement(day: Day, stage: Stage, right: Right): Stage {
  return mayTake(stage) ? taken(day, undefined, right) : stage;
}

export function afterExercise(exercise: ExerciseTold, day: Day, stage: Stage, right: Right): Stage {
  if (!mayTake(stage)) return stage;
  if (!fallsShort(exercise, right)) return taken(day, exercise.left, right);
  const counts = alternativeOf(right.world, right.procedure.fallsShort, SHORTFALLS);
  return counts === 'declines' ? afterDecline(day, stage, right) : stage;
}

/** Each is asked for only where what comes before it leaves the answer open. */
function fallsShort({ left, difference }: ExerciseTold, right: Right): boolean {
  const { world, procedure } = right;
  if (left !== undefined && alternativeOf(world, procedure.part, PART_RULES) === 'not-allowed') return true;
  if (difference !== undefined && !doesMatch(difference, right)) return true;
  return procedure.able !== undefined && valueOfFact(world, procedure.able) !== true;
}

function doesMatch(difference: Difference, { world, procedure }: Right): boolean {
  if (isEqual(world, procedure.terms, difference)) return true;
  const match = alternativeOf(world, procedure.match, MATCH_STANDARDS);
  if (match !== 'same-or-better') return match === 'any-terms';
  return asAWhole(world, procedure.terms, difference) === 'better';
}

/** Where taking keeps nobody out, the deal is free at once: for good, or the rest of it as long as after a decline. */
function taken(day: Day, left: Rest | undefined, right: Right): Stage {
  const reserves = alternativeOf(right.world, right.procedure.effect, EXERCISE_EFFECTS) === 'reserves';
  if (left === undefined) {
    return reserves ? { is: 'exercised' } : { is: 'released', last: right.world.request.date };
  }
  const last = lastOfRelease(right, day, 'declined');
  return reserves ? { is: 'partly-exercised', left, last } : { is: 'released', last };
}

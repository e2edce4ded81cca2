import type { Day } from '../../src/vocabulary/day.ts';
import {
  afterAgreement,
  afterDecline,
  afterExercise,
  afterInterest,
  isAsked,
  isTalked,
} from './naive-answer.ts';
import { asAWhole, isEqual } from './naive-deal-terms.ts';
import type { Answer, AsAWhole, Difference, Happening, Stage, Standing } from './naive-first-right.ts';
import { afterNotice, afterStage } from './naive-notice.ts';
import { clockOf, reopeningOf, type Right } from './naive-procedure-terms.ts';
import { windowFrom } from './naive-start-of-day.ts';

/** Where an event leaves a right. Once its clause has ended, nothing begins any more. */
export function after(event: Happening, day: Day, standing: Standing, right: Right): Standing {
  if ('party' in event && event.party !== right.holder) return standing;
  if (event.is === 'notice') return day >= right.end ? standing : afterNotice(event, day, standing, right);
  return { ...standing, stage: stageAfter(event, day, standing.stage, right) };
}

function stageAfter(
  event: Exclude<Happening, { is: 'notice' }>,
  day: Day,
  stage: Stage,
  right: Right,
): Stage {
  if (event.is === 'signature') return afterSignature(stage);
  if (event.is === 'change') return afterChange(event.difference, day, stage, right);
  if (event.is === 'exercise') return afterExercise(event, day, stage, right);
  if ('party' in event) return afterAnswer(event.is, day, stage, right);
  return day >= right.end ? stage : afterStage(event.is, stage, right);
}

function afterAnswer(is: Answer, day: Day, stage: Stage, right: Right): Stage {
  switch (is) {
    case 'information-request':
    case 'information':
      return afterInformation(is, day, stage, right);
    case 'decline':
      return afterDecline(day, stage, right);
    case 'interest':
      return afterInterest(day, stage, right);
    case 'agreement':
      return afterAgreement(day, stage, right);
  }
}

/** Information that the holder asks for holds the window up, and its receipt begins it anew, where the text says so. */
function afterInformation(
  is: 'information-request' | 'information',
  day: Day,
  stage: Stage,
  right: Right,
): Stage {
  if (stage.is === 'waiting-for-information') return is === 'information' ? windowFrom(day, right) : stage;
  if (stage.is !== 'window' || clockOf(right) !== 'last-information-received') return stage;
  return is === 'information' ? windowFrom(day, right) : { is: 'waiting-for-information' };
}

function afterChange(difference: Difference, day: Day, stage: Stage, right: Right): Stage {
  const { terms } = right.procedure;
  const hasBegun =
    isAsked(stage) || isTalked(stage) || stage.is === 'released' || stage.is === 'partly-exercised';
  if (!hasBegun || isEqual(right.world, terms, difference)) return stage;
  if (!reopensOn(() => asAWhole(right.world, terms, difference), right)) return stage;
  return day >= right.end ? { is: 'ended' } : { is: 'to-offer', isFirst: false };
}

/** Of a deal that is not on equal terms it is asked only where it matters how it compares as a whole. */
function reopensOn(how: () => AsAWhole, right: Right): boolean {
  const reopening = reopeningOf(right);
  if (reopening === 'none' || reopening === 'any-change') return reopening === 'any-change';
  return how() === (reopening === 'better-for-grantor' ? 'better' : 'worse');
}

/** In time only while the deal is free; whatever is sent to the holder afterwards does not mend it. */
function afterSignature(stage: Stage): Stage {
  if (stage.is === 'released') return { is: 'signed-in-time' };
  if (stage.is === 'partly-exercised') return { is: 'signed-in-time', left: stage.left };
  const isDecided = ['exercised', 'signed-early', 'signed-in-time', 'ended'].includes(stage.is);
  return isDecided ? stage : { is: 'signed-early' };
}

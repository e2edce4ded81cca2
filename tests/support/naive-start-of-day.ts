import type { Day } from '../../src/vocabulary/day.ts';
import type { Stage } from './naive-first-right.ts';
import {
  lastOfRelease,
  lastOfWindow,
  noAgreementOf,
  silenceOf,
  type Right,
} from './naive-procedure-terms.ts';

/** The stage in which a day begins. What is over by then may have been over for long, and so may what followed on it. */
export function atStartOf(day: Day, stage: Stage, right: Right): Stage {
  let [now, next] = [stage, onceOver(day, stage, right)];
  while (next !== now) [now, next] = [next, onceOver(day, next, right)];
  return day >= right.end && isToBeOffered(now) ? { is: 'ended' } : now;
}

/** A notice has still to be given before time runs. */
export function isToBeOffered({ is }: Stage): boolean {
  return is === 'dormant' || is === 'to-offer' || is === 'incomplete';
}

/** What follows on a stage that was over before a day; the same stage where it was not. */
function onceOver(day: Day, stage: Stage, right: Right): Stage {
  if (!('last' in stage) || day <= stage.last) return stage;
  switch (stage.is) {
    case 'window':
      return afterSilence(stage.last, right);
    case 'talks':
      if (noAgreementOf(right) === 'does-not-release') return { is: 'deadlock' };
      return { is: 'released', last: lastOfRelease(right, stage.last, 'noAgreement') };
    case 'released':
    case 'partly-exercised':
      return { is: 'to-offer', isFirst: false };
  }
}

/** How long the deal is then free is counted from the day on which the window ran out, that day excluded. */
function afterSilence(ranOut: Day, right: Right): Stage {
  const silence = silenceOf(right);
  if (silence === 'does-not-release') return { is: 'unanswered' };
  const exit = silence === 'declines' ? 'declined' : 'silent';
  return { is: 'released', last: lastOfRelease(right, ranOut, exit) };
}

/** A window counted from a day. */
export function windowFrom(from: Day, right: Right): Stage {
  return { is: 'window', last: lastOfWindow(right, from) };
}

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
  const hasBegun = now.is !== 'dormant' && now.is !== 'to-offer';
  return day >= right.end && !hasBegun ? { is: 'ended' } : now;
}

/** What follows on a stage that was over before a day; the same stage where it was not. */
function onceOver(day: Day, stage: Stage, right: Right): Stage {
  if (!('last' in stage) || day <= stage.last) return stage;
  const first = stage.last + 1;
  switch (stage.is) {
    case 'window':
      return afterSilence(first, right);
    case 'talks':
      if (noAgreementOf(right) === 'does-not-release') return { is: 'deadlock' };
      return { is: 'released', last: lastOfRelease(right, first, 'noAgreement') };
    case 'released':
    case 'partly-exercised':
      return { is: 'to-offer', isFirst: false };
  }
}

function afterSilence(first: Day, right: Right): Stage {
  const silence = silenceOf(right);
  if (silence === 'does-not-release') return { is: 'unanswered' };
  const exit = silence === 'declines' ? 'declined' : 'silent';
  return { is: 'released', last: lastOfRelease(right, first, exit) };
}

/** A window counted from a day. */
export function windowFrom(from: Day, right: Right): Stage {
  return { is: 'window', last: lastOfWindow(right, from) };
}

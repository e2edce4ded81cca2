import type { Day } from '../../vocabulary/day.ts';
import { passTime } from '../states/pass-time.ts';
import { isOfferDue, isUnderWay, type Standing, type State } from '../states/state.ts';
import { lastDayOfLimit, wordOf, type Terms } from '../states/terms.ts';

/**
 * Gives where else a deal may stand at the end of a day by what happened on days without a complete record, `from` the
 * first of them, `to` the last; `standing` is where it stands at the end of the day before if nothing did. The
 * states are those that tell apart what may come of the deal, and stay what they are: an offer taken, signed too early,
 * or signed in time.
 */
export function offTheRecord(standing: Standing, from: Day, to: Day, terms: Terms): readonly Standing[] {
  const { outOfForce } = terms;
  const turns = [from, outOfForce - 1, to].filter((day) => from <= day && day <= to);
  const onTurns = turns.map((day) => ({ day, reached: passTime(standing, day, terms) }));
  if (onTurns.some(({ day, reached }) => isOpen(reached, day, to, terms))) return everything(to, terms);
  const [first] = onTurns;
  if (first === undefined) return [];
  const { state } = first.reached;
  if (state.is === 'released') return [standingIn({ is: 'signed-in-time', on: from })];
  const isUnhonoured = isOfferDue(state) || state.is === 'not-triggered';
  if (!isUnhonoured || from >= outOfForce) return [];
  const signed = standingIn({ is: 'signed-first', on: from });
  return state.is === 'notice-incomplete' ? [signed, takenOn(from, terms)] : [signed];
}

/** True where all that may come of a deal can still come of it: the holder is to be asked, or to answer. */
function isOpen({ state, notices }: Standing, from: Day, to: Day, terms: Terms): boolean {
  if (isUnderWay(state)) return true;
  if (!isOfferDue(state) && state.is !== 'not-triggered') return false;
  const lastChance = Math.min(to, terms.outOfForce - 1);
  return from <= lastChance && mayBeNoticed(notices, lastChance, terms);
}

/** Some day up to the last is far enough from earlier notices for another. */
function mayBeNoticed(notices: readonly Day[], day: Day, terms: Terms): boolean {
  const { frequency } = terms.procedure;
  if (frequency === undefined) return true;
  return (
    notices.filter((each) => day <= lastDayOfLimit(frequency.period, each, terms)).length < frequency.notices
  );
}

function everything(on: Day, terms: Terms): readonly Standing[] {
  return [
    standingIn({ is: 'signed-first', on }),
    takenOn(on, terms),
    standingIn({ is: 'signed-in-time', on }),
  ];
}

function takenOn(on: Day, terms: Terms): Standing {
  const isReserved = wordOf.effect(terms) === 'reserves';
  return standingIn(isReserved ? { is: 'exercised', on } : { is: 'released', by: 'exercise', from: on });
}

function standingIn(state: State): Standing {
  return { state, notices: [] };
}

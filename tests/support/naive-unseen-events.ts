import type { Day } from '../../src/vocabulary/day.ts';
import { after } from './naive-after-event.ts';
import { isAsked, isTalked } from './naive-answer.ts';
import type { FirstRightClause, Standing } from './naive-first-right.ts';
import { limitsIn } from './naive-limits-of.ts';
import { countedNotice } from './naive-notice.ts';
import { isToBeOffered } from './naive-start-of-day.ts';
import { requiredBy, type Right } from './naive-procedure-terms.ts';

/**
 * What nobody recorded, as far as it can leave a right where nothing else could. Whoever may still answer may at once decline and
 * see the deal signed, agree, or see it signed too early: so how long a window, talks or a release would then have lasted does not
 * matter, and what only holds a right up (interest, information) leads nowhere new. An exercise that is whole, on equal terms
 * and by a holder that is able comes to the same as an agreement. That a deal has come some way without a record says no more than
 * that it is done, which presupposes an offer: only one that is recorded as dormant may have come further. Changes are left out: what is
 * asked about is the deal on the terms last recorded.
 */
export type Unseen =
  | { readonly is: 'offer' | 'signature' }
  | { readonly is: 'notice'; readonly party: string; readonly contains: readonly string[] }
  | { readonly is: 'decline' | 'agreement'; readonly party: string };

export function unseenEvents(clauses: readonly FirstRightClause[], contents: readonly string[]): Unseen[] {
  const holders = [...new Set(clauses.map(({ holder }) => holder))];
  return [
    { is: 'signature' },
    { is: 'offer' },
    ...holders.flatMap((party): Unseen[] => {
      return [
        ...noticesTo(party, clauses, contents).map((contains): Unseen => ({ is: 'notice', party, contains })),
        { is: 'decline', party },
        { is: 'agreement', party },
      ];
    }),
  ];
}

/** Contents that tell the rights of one holder apart: all that may be asked for, or just what one of them requires. */
function noticesTo(
  party: string,
  clauses: readonly FirstRightClause[],
  contents: readonly string[],
): (readonly string[])[] {
  const own = clauses.filter(({ holder }) => holder === party);
  if (own.length === 1) return [contents];
  const required = own.flatMap(({ procedure }) =>
    limitsIn(procedure.requires).map((limit) => (limit.is === 'set' ? limit.value : [])),
  );
  const all = [contents, ...required];
  return [...new Map(all.map((words) => [JSON.stringify([...words].sort()), words])).values()];
}

export function afterUnseen(event: Unseen, day: Day, standing: Standing, right: Right): Standing {
  if ('party' in event && event.party !== right.holder) return standing;
  if (event.is === 'notice') {
    return day >= right.end ? standing : afterUnseenNotice(event.contains, day, standing, right);
  }
  const { stage } = standing;
  if (event.is !== 'decline') return after(event, day, standing, right);
  return isAsked(stage) || isTalked(stage) ? { ...standing, stage: { is: 'signed-in-time' } } : standing;
}

function afterUnseenNotice(
  contains: readonly string[],
  day: Day,
  standing: Standing,
  right: Right,
): Standing {
  return countedNotice(day, standing, right, (stage) => {
    if (!isToBeOffered(stage)) return stage;
    const isComplete =
      right.contents.every((part) => contains.includes(part)) ||
      requiredBy(right).every((part) => contains.includes(part));
    return isComplete ? { is: 'window', last: right.world.request.date } : { is: 'incomplete' };
  });
}

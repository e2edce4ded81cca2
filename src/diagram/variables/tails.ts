import type { Clause, Pack } from '../../pack/pack.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import { limitsIn } from './line-domain.ts';

/** No time at all: what ends a clause that does not survive does so at once. */
export const AT_ONCE: Duration = { count: 0, unit: 'calendar-days' };

/** How long after one of some events the clauses that it ends may go on: each length once, at once included. */
export function tailsAfterEvents(pack: Pack, events: readonly string[]): readonly Duration[] {
  return tailsWhere(pack, ({ untilEvent }) => untilEvent !== undefined && events.includes(untilEvent));
}

/** How long after an instrument's start the clauses that it ends may go on. */
export function tailsAfterStart(pack: Pack, instrument: string): readonly Duration[] {
  return tailsWhere(pack, ({ endedBy }) => endedBy.includes(instrument));
}

/** The place of a length among the tails of one cause. */
export function placeOfTail(tails: readonly Duration[], tail: Duration): number {
  const place = tails.findIndex((each) => textOf(each) === textOf(tail));
  if (place === -1) throw new RangeError(`${textOf(tail)} is no tail here`);
  return place;
}

function tailsWhere({ clauses }: Pack, isMeant: (clause: Clause) => boolean): readonly Duration[] {
  const stated = clauses
    .filter(isMeant)
    .flatMap(({ survives }) => (survives === undefined ? [] : limitsIn(survives)))
    .flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
  return [...new Map([AT_ONCE, ...stated].map((tail) => [textOf(tail), tail])).values()];
}

function textOf({ count, unit }: Duration): string {
  return count === 0 ? 'at once' : `${String(count)} ${unit}`;
}

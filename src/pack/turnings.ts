import type { Day } from '../vocabulary/day.ts';
import type { Step } from '../vocabulary/offset.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Parameter } from '../vocabulary/stated.ts';
import type { Clause, CountedDay, CountedLength } from './pack.ts';

/** A day on which a clause begins or ends: stated, or counted. */
export type Turning =
  { readonly is: 'stated'; readonly day: Parameter<Day> } | ({ readonly is: 'counted' } & CountedDay);

/** Gives the day on which a clause begins that begins later than its instrument. */
export function beginningOf({ from, fromCounted }: Clause): Turning | undefined {
  if (fromCounted !== undefined) return { is: 'counted', ...fromCounted };
  return from && { is: 'stated', day: from };
}

/** Gives everything that ends a clause, whichever comes first. */
export function endingsOf({ endedBy, until, untilEvent, untilCounted }: Clause): readonly Turning[] {
  return [
    ...endedBy.map((instrument) => atOnce({ is: 'start', instrument })),
    { is: 'stated', day: until },
    ...(untilEvent === undefined ? [] : [atOnce({ is: 'event', fact: untilEvent })]),
    ...(untilCounted === undefined ? [] : [{ is: 'counted', ...untilCounted } as const]),
  ];
}

function atOnce(base: CountedDay['anchors'][number]['base']): Turning {
  return { is: 'counted', anchors: [{ base, steps: [] }] };
}

/** Gives the parameters on which it hangs when a clause begins, ends, and is over. */
export function lifeParameters(clause: Clause): readonly Parameter<unknown>[] {
  const { from, fromCounted, until, untilCounted, survives } = clause;
  const parts = [from, fromCounted?.length?.period, until, untilCounted?.length?.period, survives];
  return parts.filter((part) => part !== undefined);
}

/** Gives the counts that a length stands for. Where the day itself counts, they begin a day nearer. */
export function stepsOf({ towards, countsDay }: CountedLength, period: Period): readonly Step[] {
  const step: Step = { towards, by: period };
  const nearer = towards === 'after' ? 'before' : 'after';
  return countsDay ? [{ towards: nearer, by: { count: 1, unit: 'calendar-days' } }, step] : [step];
}

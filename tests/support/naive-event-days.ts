import type { Day } from '../../src/vocabulary/day.ts';
import type { Period } from '../../src/vocabulary/period.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import type { Anchor, Clause, CountedDay, Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { countedFrom, type Bound, type Count } from './naive-count.ts';
import { daysOfRecord } from './naive-days.ts';
import { limitsIn } from './naive-limits-of.ts';

type Base = Anchor['base'];

/** Days enough for an event to tell apart what clauses make of it: today, and the latest for each count to be over. */
export function daysOfEvent(pack: Pack, request: Request, fact: string): Day[] {
  const { date } = request;
  return [date, ...turnsOf(pack, request, fact).map((day) => Math.min(day, date))];
}

/** Days enough for a date from which clauses count: on both sides of each day on which a count is over. */
export function daysOfDate(pack: Pack, request: Request, fact: string): Day[] {
  return turnsOf(pack, request, fact).flatMap((day) => [day, day + 1]);
}

/** Where a procedure may be pending, a clause that began or ended on one day of the record says what it does not after another. */
function turnsOf({ clauses }: Pack, request: Request, fact: string): Day[] {
  const isMeant = (base: Base): boolean => 'fact' in base && base.fact === fact;
  const rights = clauses.filter(({ procedure }) => procedure !== undefined);
  const turns = [
    ...countsFrom(clauses, isMeant).map((counts) => ({ counts, days: [request.date] })),
    ...countsFrom(rights, isMeant).map((counts) => ({ counts, days: daysOfRecord(request) })),
  ];
  return turns.flatMap(({ counts, days }) =>
    days.flatMap((day) =>
      (['earliest', 'latest'] as const).flatMap((bound) => latestOver(day, counts, bound)),
    ),
  );
}

/** No count of the tests takes longer. */
const LONGEST = 40_000;

function latestOver(date: Day, counts: readonly Count[], bound: Bound): Day[] {
  let day = date;
  while (countedFrom(day, counts, bound) > date && day > date - LONGEST) day -= 1;
  if (countedFrom(day, counts, bound) > date) return [];
  while (countedFrom(day + 1, counts, bound) <= date && day < date + LONGEST) day += 1;
  return [day];
}

/** Every way in which some clause counts from what is meant, with how long it survives its end. */
export function countsFrom(clauses: readonly Clause[], isMeant: (base: Base) => boolean): Count[][] {
  return clauses.flatMap((clause) => {
    const survivals: Count[][] = [[], ...periodsIn(clause.survives).map((by): Count[] => [{ sign: 1, by }])];
    const ends = [...plainEnds(clause), ...(clause.untilCounted === undefined ? [] : [clause.untilCounted])];
    const after = ends
      .flatMap((end) => countsIn(end, isMeant))
      .flatMap((counts) => survivals.map((survival) => [...counts, ...survival]));
    return [...after, ...(clause.fromCounted === undefined ? [] : countsIn(clause.fromCounted, isMeant))];
  });
}

function plainEnds({ endedBy, untilEvent }: Clause): CountedDay[] {
  return [
    ...endedBy.map((instrument): Base => ({ is: 'start', instrument })),
    ...(untilEvent === undefined ? [] : [{ is: 'event', fact: untilEvent } as const]),
  ].map((base) => ({ anchors: [{ base, steps: [] }] }));
}

function countsIn({ anchors, length }: CountedDay, isMeant: (base: Base) => boolean): Count[][] {
  const own = length === undefined ? [] : periodsIn(length.period).map((by) => countsOf(length, by));
  return anchors
    .filter(({ base }) => isMeant(base))
    .flatMap((anchor) => [[], ...own].map((counts) => [...countsOfAnchor(anchor), ...counts]));
}

export function countsOfAnchor({ steps }: Anchor): Count[] {
  return steps.map(({ towards, by }) => ({ sign: towards === 'after' ? 1 : -1, by }));
}

/** Where the day itself counts, counting starts a day nearer. */
export function countsOf({ towards, countsDay }: NonNullable<CountedDay['length']>, by: Period): Count[] {
  const sign = towards === 'after' ? 1 : -1;
  const nearer: Count = { sign: sign === 1 ? -1 : 1, by: { count: 1, unit: 'calendar-days' } };
  return [...(countsDay ? [nearer] : []), { sign, by }];
}

function periodsIn(parameter: Parameter<Period> | undefined): Period[] {
  if (parameter === undefined) return [];
  return limitsIn(parameter).flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
}

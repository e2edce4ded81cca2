import type { OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Ask } from '../questions/question.ts';
import { TooManyWays } from '../questions/too-many-ways.ts';
import { merged, waysOf, type Explorer, type Way } from '../questions/ways-of.ts';
import { afterEvent } from '../states/after-event.ts';
import type { PlacedEvent } from '../states/after-notice.ts';
import type { Alternatives } from '../states/alternatives.ts';
import { passTime } from '../states/pass-time.ts';
import type { Standing, State } from '../states/state.ts';
import type { Terms } from '../states/terms.ts';
import type { FirstRightClause } from './first-right-clause.ts';
import { offTheRecord } from './off-the-record.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './opportunity-record.ts';

/** A first right in one deal: its terms, and what is on record. */
export interface Deal {
  readonly clause: FirstRightClause;
  readonly record: OpportunityRecord;
  readonly alternatives: Alternatives;
}

/** Where a deal may stand under a clause that is out of force since a day, if it is: as recorded first, then otherwise. */
export interface Course {
  readonly outOfForce: Day;
  readonly standings: readonly Standing[];
}

/**
 * Follows a deal event by event, and gives every state in which it may stand at the end of its record: for each way to settle
 * what is left open, those that a day without a complete record leaves possible, the one as recorded first. `begin` finds
 * where it starts from.
 */
export function courseOf<Mark>(
  { clause, record, alternatives }: Deal,
  begin: (ask: Ask) => Course,
  explorer: Explorer<Mark>,
): readonly Way<readonly State[], Mark>[] {
  const steps = stepsThrough(clause, record, alternatives);
  let ways: readonly Way<Course, Mark>[] = waysOf(begin, explorer);
  for (const step of steps) {
    ways = onward(ways, (course, ask) => ({ ...course, standings: step(course, ask) }), explorer);
  }
  return onward(ways, ({ standings }) => distinct(standings.map(({ state }) => state)), explorer);
}

/** Takes every way one step further, and puts together those that come to the same. */
export function onward<From, To, Mark>(
  ways: readonly Way<From, Mark>[],
  step: (from: From, ask: Ask) => To,
  explorer: Explorer<Mark>,
): readonly Way<To, Mark>[] {
  const { both, isPossible } = explorer;
  const next = ways.flatMap(({ value, mark }) =>
    waysOf((ask) => step(value, ask), explorer).flatMap((way) => {
      const together = both(mark, way.mark);
      return isPossible(together) ? [{ value: way.value, mark: together }] : [];
    }),
  );
  if (next.length > MOST_WAYS) throw new TooManyWays(`more than ${String(MOST_WAYS)} courses of events`);
  return merged(next, explorer);
}

/** Beyond this many ways in which a deal may have gone, what comes of it is bounded. */
const MOST_WAYS = 20_000;

type Step = (course: Course, ask: Ask) => readonly Standing[];

/** One step for each event, and one to the end of the record. */
function stepsThrough(
  { holder, procedure }: FirstRightClause,
  record: OpportunityRecord,
  alternatives: Alternatives,
): readonly Step[] {
  const { completeTo, to } = record;
  const events = eventsFor(holder, record.events);
  const recorded = events.filter(({ event }) => event.on <= completeTo);
  const termsOf = ({ outOfForce }: Course, ask: Ask): Terms => ({ procedure, ask, outOfForce, alternatives });
  const happen = (placed: PlacedEvent, openFrom: Day | undefined): Step => {
    return (course, ask) => {
      const terms = termsOf(course, ask);
      const { on } = placed.event;
      const before =
        openFrom === undefined ? course.standings : withUnrecorded(course.standings, openFrom, on, terms);
      return distinct(before.map((standing) => afterEvent(placed, standing, terms)));
    };
  };
  const later = events.slice(recorded.length);
  const openFrom = (place: number): Day => later[place - 1]?.event.on ?? completeTo + 1;
  const end: Step = (course, ask) => {
    const terms = termsOf(course, ask);
    const all = hasUnrecordedDays(record)
      ? withUnrecorded(course.standings, openFrom(later.length), to, terms)
      : course.standings;
    return distinct(all.map((standing) => passTime(standing, to, terms)));
  };
  return [
    ...recorded.map((placed) => happen(placed, undefined)),
    ...later.map((placed, place) => happen(placed, openFrom(place))),
    end,
  ];
}

/** Where deals may stand on a day: as recorded, or as something unrecorded has left them. */
function withUnrecorded(
  standings: readonly Standing[],
  from: Day,
  to: Day,
  terms: Terms,
): readonly Standing[] {
  return [...standings, ...standings.flatMap((standing) => offTheRecord(standing, from, to, terms))];
}

/** What a right sees: what its own holder is sent and says, and what happens to the deal. */
function eventsFor(holder: string, events: readonly OpportunityEvent[]): readonly PlacedEvent[] {
  return events.flatMap((event, place) => {
    return 'party' in event && event.party !== holder ? [] : [{ event, place }];
  });
}

function distinct<T>(things: readonly T[]): readonly T[] {
  return [...new Map(things.map((thing) => [JSON.stringify(thing), thing])).values()];
}

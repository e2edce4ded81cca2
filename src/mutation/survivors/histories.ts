import type { Exit, Procedure } from '../../pack/procedure.ts';
import { stageLengthsIn } from '../../pack/stage-lengths.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { rangeAfter, type StageLength } from '../../vocabulary/period.ts';
import { limitsIn, type Parameter } from '../../vocabulary/stated.ts';
import { changesOf, exercisesOf } from './term-changes.ts';

type Document = Readonly<Record<string, unknown>>;

/** The record of a deal, and the days on which it is asked what may be done. */
export interface History {
  readonly events: readonly Document[];
  readonly asked: readonly Day[];
}

/** Who holds a right, and what is known of the deal. */
export interface Deal {
  readonly holder: string | undefined;
  readonly facts: unknown;
}

/** Gives each way from the first step of a deal to its release, as two versions of a procedure may see it. */
export function* historiesFrom(start: Day, procedures: readonly Procedure[], deal: Deal): Generator<History> {
  const scene = sceneOf(start, procedures, deal);
  yield* beforeNotice(scene);
  yield* answered(scene);
  yield* answeredLate(scene);
  yield* withTermsOfTheirOwn(scene, procedures, deal);
  yield* noticedOtherwise(scene);
}

/** A notice with all that is required, and the days on which what follows it ends. */
interface Scene extends Deal {
  readonly start: Day;
  readonly on: (days: number) => string;
  readonly contents: readonly string[];
  readonly notice: Document;
  /** The last days of windows that are counted from a day. */
  readonly windowsFrom: (from: Day) => readonly Day[];
  /** The last days of talks that begin on the day after the notice. */
  readonly talked: readonly Day[];
  /** Days on and about which a release through an exit ends. */
  readonly released: (exit: Exit, from: Day) => readonly Day[];
}

function sceneOf(start: Day, procedures: readonly Procedure[], deal: Deal): Scene {
  const lengths = (of: (procedure: Procedure) => Parameter<unknown>): readonly StageLength[] =>
    procedures.flatMap((each) => stageLengthsIn(of(each)));
  const limits = procedures.flatMap(({ requires }) => limitsIn(requires));
  const contents = [...new Set(limits.flatMap((limit) => (limit.is === 'set' ? limit.value : [])))];
  const on = (days: number): string => isoFromDay(start + days);
  return {
    ...deal,
    start,
    on,
    contents,
    notice: { notice: on(0), to: deal.holder, contains: contents, given: on(0) },
    windowsFrom: (from) =>
      ends(
        lengths((each) => each.within),
        from,
      ),
    talked: ends(
      lengths((each) => each.talks),
      start + 1,
    ),
    released: (exit, from) =>
      around(
        ends(
          lengths((each) => each.releaseFor[exit]),
          from,
        ),
      ),
  };
}

function* beforeNotice({ on, start }: Scene): Generator<History> {
  for (const stage of ['intent', 'letter-of-intent', 'offer'])
    yield { events: [{ [stage]: on(0) }], asked: [start + 1] };
}

/** Silence, a decline and talks, each up to the end of what it releases for. */
function* answered({ start, on, notice, holder, talked, windowsFrom, released }: Scene): Generator<History> {
  const closed = windowsFrom(start);
  yield {
    events: [notice],
    asked: [...around(closed), ...closed.flatMap((end) => released('silent', end + 1))],
  };
  yield {
    events: [notice, { decline: on(1), by: holder }],
    asked: [start + 2, ...released('declined', start + 1)],
  };
  yield {
    events: [notice, { interest: on(1), by: holder }],
    asked: [start + 2, ...around(talked), ...talked.flatMap((end) => released('noAgreement', end + 1))],
  };
}

/** Answers on the last day of a window or of talks, and on the day after. */
function* answeredLate({ start, on, notice, holder, talked, windowsFrom }: Scene): Generator<History> {
  const interested = [notice, { interest: on(1), by: holder }];
  const openings = [
    ...windowsFrom(start).map((last) => ({ last, opening: [notice] })),
    ...talked.map((last) => ({ last, opening: interested })),
  ];
  for (const { last, opening } of openings) {
    for (const day of [last, last + 1]) {
      for (const answer of ['exercise', 'decline', 'interest', 'agreement'])
        yield { events: [...opening, { [answer]: isoFromDay(day), by: holder }], asked: [day + 1] };
    }
  }
}

/** An exercise on other terms, and a deal that changes after it was declined. */
function* withTermsOfTheirOwn(
  { start, on, notice, holder }: Scene,
  procedures: readonly Procedure[],
  { facts }: Deal,
): Generator<History> {
  for (const how of exercisesOf(procedures, facts))
    yield { events: [notice, { exercise: on(1), by: holder, ...how }], asked: [start + 2] };
  for (const of of changesOf(procedures))
    yield { events: [notice, { decline: on(1), by: holder }, { change: on(2), of }], asked: [start + 3] };
}

/** A notice that lacks something or was on its way for some days, and one about which the holder asks. */
function* noticedOtherwise({ start, on, notice, holder, contents, windowsFrom }: Scene): Generator<History> {
  const closed = windowsFrom(start);
  for (const missing of contents) {
    const short = { ...notice, contains: contents.filter((each) => each !== missing) };
    yield { events: [short, { decline: on(1), by: holder }], asked: [start + 2] };
    yield { events: [short], asked: around(closed) };
  }
  yield { events: [{ ...notice, given: on(-3) }], asked: around([...closed, ...windowsFrom(start - 3)]) };
  yield {
    events: [notice, { 'information-request': on(1), by: holder }, { information: on(3), to: holder }],
    asked: around([...closed, ...windowsFrom(start + 3)]),
  };
}

/** Where a calendar does not tell, a length may end on any of several days: the first and the last. */
function ends(lengths: readonly StageLength[], from: Day): readonly Day[] {
  const days = lengths.flatMap((length) => {
    const { earliest, latest } = rangeAfter(length, from);
    return [earliest, latest];
  });
  return [...new Set(days)].filter((day) => Number.isFinite(day));
}

/** The last day, those beside it, and the second after. */
function around(days: readonly Day[]): readonly Day[] {
  return [...new Set(days.flatMap((day) => [day - 1, day, day + 1, day + 2]))];
}

import type { Clause, Pack } from '../../pack/pack.ts';
import type { Procedure } from '../../pack/procedure.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAfter, type Duration } from '../../vocabulary/duration.ts';
import { limitsIn, type Parameter } from '../../vocabulary/stated.ts';
import type { RequestToTry } from './telling-request.ts';

type Document = Readonly<Record<string, unknown>>;

/** A clause as the original and the mutant have it. */
export interface BothClauses {
  readonly original: Clause;
  readonly mutant: Clause;
}

/** The record of a deal, and the days on which it is asked what may be done. */
interface History {
  readonly events: readonly Document[];
  readonly asked: readonly Day[];
}

/**
 * Gives a request again with records of deals in which the stages of a first right show: each way from notice to release,
 * asked on the days around which a length of time of either version ends.
 */
export function* dealHistories(base: Document, clauses: BothClauses, pack: Pack): Generator<RequestToTry> {
  const readings = readingsTried(clauses, pack);
  for (const start of startDays(base, clauses, pack)) {
    for (const history of historiesFrom(start, clauses, base)) {
      for (const date of history.asked) {
        for (const taken of readings) yield { request: requestOf(base, history.events, date, taken) };
      }
    }
  }
}

/** A deal with the candidate that was asked about, on record up to the day. */
function requestOf(base: Document, events: readonly Document[], date: Day, readings: Document): Document {
  const [counterparty] = base['providers'] as readonly string[];
  const own = base['readings'] as Document | undefined;
  const day = isoFromDay(date);
  return {
    ...base,
    date: day,
    ...(Object.keys({ ...own, ...readings }).length > 0 && { readings: { ...own, ...readings } }),
    opportunity: { id: 'witness', counterparty, 'complete-to': day, events },
  };
}

/** Some time after the right began, the day that was asked about, and shortly before the right ends. */
function startDays(base: Document, { original }: BothClauses, { instruments }: Pack): readonly Day[] {
  const begun = instruments.find(({ id }) => id === original.instrument)?.from ?? 0;
  const ended = instruments.filter(({ id }) => original.endedBy.includes(id)).map(({ from }) => from - 3);
  const asked = Math.floor(Date.parse(String(base['date'])) / 86_400_000);
  return [...new Set([begun + 30, asked, ...ended])];
}

/** Nothing further, and each option of each reading on which a part of the procedure hangs. */
function readingsTried({ original, mutant }: BothClauses, { readings }: Pack): readonly Document[] {
  const text = JSON.stringify([original.procedure, mutant.procedure]);
  const read = readings.filter(({ id }) => text.includes(`"reading":${JSON.stringify(id)}`));
  return [{}, ...read.flatMap(({ id, options }) => options.map((option) => ({ [id]: option.id })))];
}

function* historiesFrom(start: Day, clauses: BothClauses, base: Document): Generator<History> {
  const procedures = [clauses.original.procedure, clauses.mutant.procedure].filter(
    (each) => each !== undefined,
  );
  const [holder] = [clauses.original.holder];
  const lengths = (of: (procedure: Procedure) => Parameter<unknown>): readonly Duration[] =>
    procedures.flatMap((each) => durationsIn(of(each)));
  const within = lengths((each) => each.within);
  const talks = lengths((each) => each.talks);
  const contents = contentsOf(procedures);
  const notice = { notice: isoFromDay(start), to: holder, contains: contents, given: isoFromDay(start) };
  const on = (days: number): string => isoFromDay(start + days);
  const release = (exit: 'declined' | 'silent' | 'noAgreement', from: Day): readonly Day[] =>
    around(
      ends(
        lengths((each) => each.releaseFor[exit]),
        from,
      ),
    );

  for (const stage of ['intent', 'letter-of-intent', 'offer'])
    yield { events: [{ [stage]: on(0) }], asked: [start + 1] };
  const silentFrom = ends(within, start);
  yield {
    events: [notice],
    asked: [...around(silentFrom), ...silentFrom.flatMap((end) => release('silent', end + 1))],
  };
  const declined = [notice, { decline: on(1), by: holder }];
  yield { events: declined, asked: [start + 2, ...release('declined', start + 1)] };
  const talked = ends(talks, start + 1);
  yield {
    events: [notice, { interest: on(1), by: holder }],
    asked: [start + 2, ...around(talked), ...talked.flatMap((end) => release('noAgreement', end + 1))],
  };
  for (const how of exercisesOf(procedures, base))
    yield { events: [notice, { exercise: on(1), by: holder, ...how }], asked: [start + 2] };
  for (const missing of contents) {
    const short = { ...notice, contains: contents.filter((each) => each !== missing) };
    yield { events: [short, { decline: on(1), by: holder }], asked: [start + 2] };
    yield { events: [short], asked: around(silentFrom) };
  }
  yield {
    events: [{ ...notice, given: on(-3) }],
    asked: around([...silentFrom, ...ends(within, start - 3)]),
  };
  yield {
    events: [notice, { 'information-request': on(1), by: holder }, { information: on(3), to: holder }],
    asked: around([...silentFrom, ...ends(within, start + 3)]),
  };
  for (const of of changesOf(procedures))
    yield { events: [...declined, { change: on(2), of }], asked: [start + 3] };
}

function durationsIn(parameter: Parameter<unknown>): readonly Duration[] {
  return limitsIn(parameter).flatMap((limit) => {
    const value = limit.is === 'set' ? limit.value : undefined;
    return typeof value === 'object' && value !== null && 'unit' in value ? [value as Duration] : [];
  });
}

function ends(lengths: readonly Duration[], from: Day): readonly Day[] {
  return [...new Set(lengths.map((length) => dayAfter(from, length)))];
}

/** The last day, those beside it, and the second after. */
function around(days: readonly Day[]): readonly Day[] {
  return [...new Set(days.flatMap((day) => [day - 1, day, day + 1, day + 2]))];
}

function contentsOf(procedures: readonly Procedure[]): readonly string[] {
  const limits = procedures.flatMap(({ requires }) => limitsIn(requires));
  return [...new Set(limits.flatMap((limit) => (limit.is === 'set' ? limit.value : [])))];
}

/** As offered, of a part, and on terms that differ. */
function exercisesOf(procedures: readonly Procedure[], { facts }: Document): readonly Document[] {
  const numbers = Object.entries(facts ?? {}).filter(([, value]) => typeof value === 'number' && value > 0);
  const parts = numbers.map(([fact, of]) => ({
    takes: { [fact]: { taken: Number(of) / 2, of: Number(of) } },
  }));
  return [{}, ...parts, ...changesOf(procedures).map((differs) => ({ differs }))];
}

/** Each term that matters, in each direction, by a little and by much. */
function changesOf(procedures: readonly Procedure[]): readonly Document[] {
  const terms = [...new Set(procedures.flatMap(({ terms: { better } }) => Object.keys(better)))];
  const tolerated = procedures.flatMap(({ terms: { tolerance } }) => Object.values(tolerance));
  const steps = [...new Set(tolerated)].flatMap((percent) => [percent, percent + 1, percent - 1]);
  return [
    ...terms.flatMap((term) => ['lower', 'higher', 'changed'].map((way) => ({ [term]: way }))),
    ...terms.flatMap((term) => steps.map((percent) => ({ [term]: { from: 100, to: 100 - percent } }))),
    { other: 'changed' },
  ];
}

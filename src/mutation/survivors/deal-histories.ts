import type { Clause, Pack } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { historiesFrom } from './histories.ts';
import type { RequestToTry } from './telling-request.ts';

type Document = Readonly<Record<string, unknown>>;

/** A clause as the original and the mutant have it. */
export interface BothClauses {
  readonly original: Clause;
  readonly mutant: Clause;
}

/**
 * Gives a request again with records of deals in which the stages of a first right show: each way from notice to release,
 * asked on the days around which a length of time of either version ends.
 */
export function* dealHistories(base: Document, clauses: BothClauses, pack: Pack): Generator<RequestToTry> {
  const procedures = [clauses.original.procedure, clauses.mutant.procedure].filter(
    (each) => each !== undefined,
  );
  const readings = readingsTried(clauses, pack);
  const holders = otherHolders(clauses, pack);
  for (const start of startDays(base, clauses, pack)) {
    const settled = holders.flatMap((holder) => declinedBy(holder, start - 2));
    for (const { events, asked } of historiesFrom(start, procedures, {
      holder: clauses.original.holder,
      facts: base['facts'],
    })) {
      for (const date of asked) {
        for (const taken of readings) {
          if (settled.length > 0) yield { request: requestOf(base, [...settled, ...events], date, taken) };
          yield { request: requestOf(base, events, date, taken) };
        }
      }
    }
  }
}

/** Where several have to be asked, what another holder does shows only once the first has answered. */
function otherHolders({ original }: BothClauses, { clauses }: Pack): readonly string[] {
  const all = clauses.flatMap(({ holder, procedure }) => (procedure === undefined ? [] : (holder ?? [])));
  return [...new Set(all)].filter((holder) => holder !== original.holder);
}

function declinedBy(holder: string, day: Day): readonly Document[] {
  const [received, answered] = [isoFromDay(day), isoFromDay(day + 1)];
  return [
    { notice: received, given: received, to: holder },
    { decline: answered, by: holder },
  ];
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

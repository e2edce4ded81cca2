import type { Clause, Pack } from '../../pack/pack.ts';
import type { Opportunity, Request } from '../../pack/request.ts';
import type { Procedure } from '../../pack/procedure.ts';
import { stageLengthsIn } from '../../pack/stage-lengths.ts';
import { rangeOf } from '../../procedure/states/length.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { StageLength } from '../../vocabulary/period.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import type { Reach } from './reach.ts';

/** Whether what a pack assumes is taken as stated, or treated as unknown. */
export type Openness = 'as-stated' | 'open';

/**
 * Gives the days of a span on which the deal on record may stand otherwise than before under some first right: its events,
 * the end of its record, and the ends of windows, talks and releases counted from them. Where a length is not known, it may
 * end on any day, so that every day counts for as long as the known ones together can last. `ends` are days on
 * which clauses may begin or end.
 */
export function turnsOfRecord(
  pack: Pack,
  { opportunity }: Request,
  ends: readonly Day[],
  openness: Openness,
  span: Reach,
): readonly Day[] {
  const rights = pack.clauses.filter(hasProcedure);
  if (opportunity === undefined) return [];
  const recorded = recordedDays(opportunity);
  const lengths = rights.map(({ procedure }) => lengthsOf(procedure, opportunity));
  const isKnown = rights.every(({ procedure }) => isKnownIn(procedure, opportunity, openness));
  const counted = isKnown
    ? lengths.flatMap((each) => countedDays(recorded, each, span))
    : everyDay(recorded, lengths, span);
  return [...recorded, ...ends, ...counted].flatMap((day) => [day - 1, day, day + 1, day + 2]);
}

function hasProcedure(clause: Clause): clause is Clause & { readonly procedure: Procedure } {
  return clause.procedure !== undefined;
}

function recordedDays({ events, completeTo }: Opportunity): readonly Day[] {
  const given = events.flatMap((event) => (event.is === 'notice' ? (event.given ?? []) : []));
  return [...new Set([...events.map(({ on }) => on), ...given, completeTo])];
}

/** The lengths that a right counts: first those that end in a release, then those of the release. */
interface Lengths {
  readonly before: readonly Parameter<StageLength | 'no-talks'>[];
  readonly release: readonly Parameter<StageLength>[];
  readonly others: readonly StageLength[];
}

/** Talks begin with an interest that is on record. */
function lengthsOf({ within, talks, releaseFor, frequency }: Procedure, { events }: Opportunity): Lengths {
  const { noAgreement, ...answered } = releaseFor;
  const isTalked = events.some(({ is }) => is === 'interest');
  return {
    before: isTalked ? [within, talks] : [within],
    release: [...Object.values(answered), ...(isTalked ? [noAgreement] : [])],
    others: frequency === undefined ? [] : [frequency.period],
  };
}

/** True where no length that counts is unknown, nor any day from which one may be counted. */
function isKnownIn(procedure: Procedure, opportunity: Opportunity, openness: Openness): boolean {
  const { before, release } = lengthsOf(procedure, opportunity);
  const isGiven = opportunity.events.every(({ is, ...event }) => is !== 'notice' || 'given' in event);
  const { stated } = procedure.clock;
  const countsReceipt = stated.is === 'set' && stated.value !== 'notice-given';
  return (isGiven || countsReceipt) && [...before, ...release].every((each) => isStated(each, openness));
}

function isStated({ stated }: Parameter<unknown>, openness: Openness): boolean {
  if (stated.is === 'by-reading') return Object.values(stated.of).every(({ is }) => is !== 'unknown');
  return stated.is === 'set' || stated.is === 'none' || (stated.is === 'assumed' && openness === 'as-stated');
}

function countedDays(
  recorded: readonly Day[],
  { before, release, others }: Lengths,
  { to }: Reach,
): readonly Day[] {
  const answered = endsAfter(recorded, before.flatMap(stageLengthsIn), to);
  const released = endsAfter([...recorded, ...answered], release.flatMap(stageLengthsIn), to);
  return [...answered, ...released, ...endsAfter(recorded, others, to)];
}

/** Where a calendar does not tell, a length may end on any of several days. */
function endsAfter(days: readonly Day[], lengths: readonly StageLength[], to: Day): readonly Day[] {
  const ends = days.flatMap((day) =>
    lengths.flatMap((length) => {
      const { earliest, latest } = rangeOf(day, length);
      const many = Math.max(1, Math.min(latest, to) - earliest + 1);
      return Array.from({ length: many }, (_, later) => earliest + later);
    }),
  );
  return [...new Set(ends)];
}

/** Every day from the first on record until the longest lengths, one after the other, are over. */
function everyDay(recorded: readonly Day[], lengths: readonly Lengths[], span: Reach): readonly Day[] {
  const [first, last] = [Math.min(...recorded), Math.max(...recorded)];
  const longest = (parameters: Lengths['before']): number =>
    Math.max(0, ...parameters.flatMap(stageLengthsIn).map((length) => rangeOf(last, length).latest - last));
  const counted = lengths.map(({ before, release, others }) => {
    const frequency = Math.max(0, ...others.map((length) => rangeOf(last, length).latest - last));
    return longest(before) + longest(release) + frequency;
  });
  const from = Math.max(first, span.from);
  const to = Math.min(last + (last - first) + Math.max(0, ...counted) + SOME_DAYS, span.to);
  return Array.from({ length: Math.max(0, to - from + 1) }, (_, later) => from + later);
}

/** The shortest lengths there can be, one after the other, with some to spare. */
const SOME_DAYS = 10;

import { partyOf } from '../pack/lookup.ts';
import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import type { Answer } from '../evaluation/decision.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import { liftedBetween } from './lifted.ts';
import { CHANGE_KINDS, SOURCES, type ChangeKind, type Topic } from './options/option.ts';
import type { ChangeNeeded, Way } from './unlocks.ts';
import type { Verified } from './verified.ts';
import { waitingFor } from './waiting.ts';
import { changeSays, valuesSaid, type Said } from './words/change-words.ts';

/** What a way is written from: the request as it stands, and the answer to it. */
export interface Standing {
  readonly pack: Pack;
  readonly request: Request;
  readonly answer: Answer;
}

/** A way whose changes are still told apart from their words, so that those that differ in a value can be put together. */
export interface DraftWay {
  readonly day: Day;
  readonly said: readonly Said[];
  readonly until: string | undefined;
  readonly lifts: Way['lifts'];
  readonly restsOn: Way['restsOn'];
}

/** Drafts the way that has been verified. */
export function draftWay(found: Verified, { answer, request }: Standing): DraftWay {
  const { set, changed } = found;
  const options = set.options.map(({ topic, values = [], line, klass, on }): Said => ({
    topic,
    values,
    ...(line !== undefined && { stretches: { line, classes: [klass] } }),
    ...(on !== undefined && { on }),
  }));
  const waiting = set.waits ? [waitingIn(found, request)] : [];
  const lifts = liftedBetween(answer, found.answer);
  return {
    day: changed.request.date,
    said: inOrder([...options, ...waiting]),
    until: releasedUntil(found, lifts),
    lifts,
    restsOn: assumedIn(found),
  };
}

function waitingIn({ changed }: Verified, { actor }: Request): Said {
  const { kind, holder } = waitingFor(changed);
  const { date } = changed.request;
  if (holder === undefined) return { topic: { kind, id: 'date', source: 'time' }, values: [], on: date };
  const source = holder === actor ? 'actor' : 'party';
  return { topic: { kind, id: holder, source, party: holder }, values: [], on: date - 1 };
}

/** In the order in which changes are made, and of one kind what the asker does first. */
function inOrder(said: readonly Said[]): readonly Said[] {
  const kind = ({ topic }: Said): number => CHANGE_KINDS.indexOf(topic.kind);
  const source = ({ topic }: Said): number => SOURCES.indexOf(topic.source);
  return said.toSorted((one, other) => kind(one) - kind(other) || source(one) - source(other));
}

/** What the pack assumes, and the permission stands on. */
function assumedIn({ answer }: Verified): readonly string[] {
  const assumptions = answer.acts.flatMap(({ assumptions: own }) => own.filter(({ by }) => by === 'pack'));
  return [...new Set(assumptions.map(({ id }) => id))];
}

function releasedUntil({ answer }: Verified, lifts: Way['lifts']): string | undefined {
  const ids = new Set(lifts.map(({ clause }) => clause));
  const ends = answer.acts
    .flatMap(({ trace }) => trace)
    .flatMap(({ clause, status, procedure }) =>
      ids.has(clause) && status === 'satisfied' ? (procedure?.releasedUntil ?? []) : [],
    );
  return ends.toSorted()[0];
}

/** Writes a way in words. */
export function writtenWay(
  { day, said, until, lifts, restsOn }: DraftWay,
  { pack, request, answer }: Standing,
): Way {
  const changes = said.map((each): ChangeNeeded => {
    const { topic, on } = each;
    const values = valuesSaid(each, pack);
    return {
      kind: topic.kind,
      source: topic.source,
      id: topic.id,
      ...(topic.party !== undefined && { by: partyOf(pack, topic.party) }),
      ...(values.length > 0 && { values }),
      ...(on !== undefined && DATED.includes(topic.kind) && { on: isoFromDay(on) }),
      says: changeSays({ ...each, values }, pack, request, answer.provider),
    };
  });
  return {
    source: sourceOf(said.map(({ topic }) => topic)),
    changes,
    day: isoFromDay(day),
    ...(until !== undefined && { until }),
    lifts,
    restsOn,
  };
}

const DATED: readonly ChangeKind[] = [
  'notice',
  'information',
  'decline',
  'silence',
  'no-agreement',
  'waiver',
  'consent',
  'time',
];

/** The last of the sources that a way needs. */
export function sourceOf(topics: readonly Topic[]): Way['source'] {
  const places = topics.map(({ source }) => SOURCES.indexOf(source));
  return SOURCES[Math.max(0, ...places)] ?? 'circumstance';
}

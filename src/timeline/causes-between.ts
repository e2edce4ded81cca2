import type { Answer } from '../evaluation/decision.ts';
import type { ClauseTrace } from '../evaluation/trace.ts';
import { nameOf } from '../explanation/outcome-sentences.ts';
import type { At, Event } from './event.ts';
import { eventBetween } from './event-between.ts';
import type { EdgeCause } from './timeline.ts';

/**
 * Gives what becomes of the clauses between two answers that follow each other: those whose standing positions change, or,
 * where none does, those of which anything that bears on it changes, or those that may stand and may not.
 */
export function causesBetween(before: Answer | undefined, after: Answer, at: At): readonly EdgeCause[] {
  const earlier = tracesOf(before);
  const changes = [...tracesOf(after)].flatMap(([key, trace]) => {
    const was = earlier.get(key);
    return was === undefined ? [] : [{ was, is: trace }];
  });
  const standing = changes.filter(({ was, is }) => differ(was.standing, is.standing));
  const others = changes.filter(({ was, is }) => differ(bearingOn(was), bearingOn(is)));
  const changed = standing.length > 0 ? standing : others;
  const causes =
    changed.length > 0
      ? changed.map(({ was, is }) => causeOf(eventBetween(was, is, at), is))
      : changes.filter(({ is }) => is.dependsOn.length > 0).map(({ is }) => causeOf(togetherWith(is), is));
  return [...new Map(causes.map((cause) => [JSON.stringify(cause), cause])).values()];
}

/** Every act's record of every clause. */
function tracesOf(answer: Answer | undefined): ReadonlyMap<string, ClauseTrace> {
  const acts = answer?.acts ?? [];
  return new Map(
    acts.flatMap(({ act, trace }) =>
      trace.map((each) => [JSON.stringify([act, each.clause]), each] as const),
    ),
  );
}

function bearingOn({ inForce, status, positions, procedure, scope }: ClauseTrace): unknown {
  return [inForce.finding, inForce.open, status, positions, procedure?.states, scope?.finding];
}

function causeOf(event: Event, { clause, number, title, source }: ClauseTrace): EdgeCause {
  return { ...event, clause, ...(number !== undefined && { number }), title, source };
}

/** Each clause may stand or not as before, and only which of them may do so together is another. */
function togetherWith(is: ClauseTrace): Event {
  return { kind: 'other', event: `${nameOf(is)} may stand, or not, together with others than before` };
}

function differ(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) !== JSON.stringify(other);
}

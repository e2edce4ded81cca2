import type { ExerciseEvent, NoticeEvent, Opportunity, OpportunityEvent } from '../../src/pack/request.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import type { ExerciseTold, FirstRightClause, Happening, NoticeTold } from './naive-first-right.ts';
import { daysBeforeReceipt } from './naive-lengths.ts';
import { limitsIn } from './naive-limits-of.ts';
import { subsets } from './naive-procedure-terms.ts';
import type { World } from './naive-world.ts';

/** What the record of one day tells, each event completed; what it says of waivers and consents is read elsewhere. */
export function toldOn(
  world: World,
  day: Day,
  {
    opportunity,
    clauses,
  }: { readonly opportunity: Opportunity; readonly clauses: readonly FirstRightClause[] },
): Happening[] {
  return opportunity.events.flatMap((event, index) =>
    event.on === day ? told(world, event, { index, contents: wordsOf(opportunity, clauses), clauses }) : [],
  );
}

interface Context {
  readonly index: number;
  readonly contents: readonly string[];
  readonly clauses: readonly FirstRightClause[];
}

function told(world: World, event: OpportunityEvent, context: Context): Happening[] {
  if (event.is === 'notice') return [noticeTold(world, event, context)];
  if (event.is === 'exercise') return [exerciseTold(event, context)];
  if (event.is === 'change') {
    return [{ is: 'change', difference: { event: context.index, changes: event.terms } }];
  }
  if (event.is === 'waiver') return [];
  if (!('party' in event)) return [{ is: event.is }];
  const { is, party } = event;
  return is === 'consent' || is === 'refusal' ? [] : [{ is, party }];
}

function exerciseTold({ party, takes, differs }: ExerciseEvent, { index }: Context): ExerciseTold {
  return {
    is: 'exercise',
    party,
    ...(takes === undefined ? {} : { left: { fact: takes.fact, rest: takes.of - takes.taken } }),
    ...(differs === undefined ? {} : { difference: { event: index, changes: differs } }),
  };
}

function noticeTold(world: World, notice: NoticeEvent, { index, contents, clauses }: Context): NoticeTold {
  const { party, on, given } = notice;
  const unknown = { key: `notice ${String(index)}`, reportedAs: 'opportunity.notice.contains' };
  const open = possibleContents(notice, contents);
  const [only = [], second] = open;
  const contains = second === undefined ? only : world.choose(unknown, open);
  if (given === on) return { is: 'notice', party, contains };
  const unstated = { key: `given ${String(index)}`, reportedAs: 'opportunity.notice.given' };
  const before = daysBeforeReceipt(world, clauses, on);
  const days = Array.from({ length: before + 1 }, (_, back) => on - back);
  return { is: 'notice', party, contains, given: () => given ?? world.choose(unstated, days) };
}

/** Everything where the record leaves the contents out; else what was contained, with or without what is not clear. */
function possibleContents(
  { contains, mayContain = [] }: NoticeEvent,
  contents: readonly string[],
): readonly (readonly string[])[] {
  if (contains === undefined) return subsets(contents);
  return subsets(mayContain).map((more) => [...contains, ...more]);
}

/**
 * All that a notice may have to contain: what is required somewhere, however it is read, what was contained, and something
 * else. What a notice contained does not hang on a reading.
 */
export function wordsOf(opportunity: Opportunity, clauses: readonly FirstRightClause[]): string[] {
  const required = clauses.flatMap(({ procedure }) =>
    limitsIn(procedure.requires).flatMap((limit) => (limit.is === 'set' ? limit.value : [])),
  );
  const contained = opportunity.events.flatMap((event) =>
    event.is === 'notice' ? [...(event.contains ?? []), ...(event.mayContain ?? [])] : [],
  );
  return [...new Set([...required, ...contained, 'something else'])];
}

/** Contents that notices had, or may have had: any, where the record leaves them out. */
export function contentsToTell(
  opportunity: Opportunity,
  clauses: readonly FirstRightClause[],
): (readonly string[])[] {
  const words = wordsOf(opportunity, clauses);
  const notices = opportunity.events.filter((event) => event.is === 'notice');
  if (notices.some(({ contains }) => contains === undefined)) return subsets(words);
  const required = clauses.flatMap(({ procedure }) =>
    limitsIn(procedure.requires).map((limit) => (limit.is === 'set' ? limit.value : [])),
  );
  return [...notices.flatMap((notice) => possibleContents(notice, words)), ...required];
}

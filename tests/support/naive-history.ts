import type { Day } from '../../src/vocabulary/day.ts';
import type { Clause } from '../../src/pack/pack.ts';
import type { Procedure } from '../../src/pack/procedure.ts';
import type { Opportunity } from '../../src/pack/request.ts';
import {
  after,
  atStartOf,
  subsets,
  termsOf,
  type Happening,
  type Stage,
  type Terms,
} from './naive-first-right.ts';
import { limitsIn } from './naive-limits-of.ts';
import type { World } from './naive-world.ts';

export type FirstRightClause = Clause & { readonly procedure: Procedure; readonly holder: string };

/** Where all the first rights stand after one history, in the order of the clauses given. */
type Stages = readonly Stage[];

/**
 * Every combination of stages in which the rights may stand on the day of the request. On recorded days the record is all
 * that happened; on each later day anything may have happened besides, in any order and any number of times.
 */
export function reachableStages(
  world: World,
  opportunity: Opportunity,
  clauses: readonly FirstRightClause[],
): Stages[] {
  const end = world.request.date;
  const start = Math.min(opportunity.completeTo + 1, ...opportunity.events.map((event) => event.on));
  const contents = wordsOf(opportunity, clauses);
  const terms = clauses.map((clause) =>
    termsOf(world, clause, { longest: Math.max(1, end - start + 1), contents }),
  );
  const unseen = unseenEvents(clauses, contents);
  let reached: Stages[] = [clauses.map(() => ({ is: 'to-offer' }))];
  for (let day = start; day <= end; day += 1) {
    const recorded = recordOf(world, opportunity, day, contents);
    const hidden = day > opportunity.completeTo ? unseen : undefined;
    reached = dayLater(world, reached, { day, recorded, terms, hidden });
  }
  return reached;
}

interface OneDay {
  readonly day: Day;
  readonly recorded: readonly Happening[];
  readonly terms: readonly Terms[];
  /** Events that may have gone unrecorded; `undefined` on a day for which the record is complete. */
  readonly hidden: readonly Happening[] | undefined;
}

function dayLater(
  world: World,
  before: readonly Stages[],
  { day, recorded, terms, hidden }: OneDay,
): Stages[] {
  const each = (stages: Stages, change: (stage: Stage, own: Terms) => Stage): Stages =>
    stages.map((stage, index) => change(stage, at(terms, index)));
  const happen = (event: Happening) => (stages: Stages) =>
    each(stages, (stage, own) => after(event, day, stage, own));
  const perhapsMore = (reached: readonly Stages[]): Stages[] =>
    closure(world, reached, (hidden ?? []).map(happen));
  let reached = perhapsMore(before.map((stages) => each(stages, (stage, own) => atStartOf(day, stage, own))));
  for (const event of recorded) reached = perhapsMore(reached.map(happen(event)));
  return reached;
}

function closure(
  world: World,
  from: readonly Stages[],
  steps: readonly ((stages: Stages) => Stages)[],
): Stages[] {
  const seen = new Map(from.map((stages) => [JSON.stringify(stages), stages]));
  for (const stages of seen.values()) {
    for (const step of steps) {
      world.spend();
      const next = step(stages);
      seen.set(JSON.stringify(next), next);
    }
  }
  return [...seen.values()];
}

function recordOf(
  world: World,
  opportunity: Opportunity,
  day: Day,
  contents: readonly string[],
): Happening[] {
  return opportunity.events.flatMap((event, index): Happening[] => {
    if (event.on !== day) return [];
    if (event.is === 'signature') return [{ is: 'signature' }];
    if (event.is === 'decline' || event.is === 'exercise') return [{ is: event.is, party: event.party }];
    if (event.is !== 'notice') return [];
    const contains = event.contains ?? contentsOf(world, index, contents);
    return [{ is: 'notice', party: event.party, contains }];
  });
}

function contentsOf(world: World, index: number, contents: readonly string[]): readonly string[] {
  const variable = { key: `notice ${String(index)}`, reportedAs: 'opportunity.notice.contains' };
  return world.choose(variable, subsets(contents));
}

function unseenEvents(clauses: readonly FirstRightClause[], contents: readonly string[]): Happening[] {
  const holders = [...new Set(clauses.map((clause) => clause.holder))];
  const answers = holders.flatMap((party): Happening[] => [
    ...subsets(contents).map((contains): Happening => ({ is: 'notice', party, contains })),
    { is: 'decline', party },
    { is: 'exercise', party },
  ]);
  return [...answers, { is: 'signature' }];
}

/**
 * All that a notice may have to contain: what is required somewhere, however it is read, what was contained, and something
 * else. What a notice contained does not hang on a reading.
 */
function wordsOf(opportunity: Opportunity, clauses: readonly FirstRightClause[]): string[] {
  const required = clauses.flatMap(({ procedure }) =>
    limitsIn(procedure.requires).flatMap((limit) => (limit.is === 'set' ? limit.value : [])),
  );
  const contained = opportunity.events.flatMap((event) =>
    event.is === 'notice' ? (event.contains ?? []) : [],
  );
  return [...new Set([...required, ...contained, 'something else'])];
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${String(index)}`);
  return item;
}

import type { Opportunity } from '../../src/pack/request.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import { after } from './naive-after-event.ts';
import { daysOfRecord } from './naive-days.ts';
import type { FirstRightClause, Happening, Standing } from './naive-first-right.ts';
import { longestThatMatters } from './naive-lengths.ts';
import { rightOf, type Right } from './naive-procedure-terms.ts';
import { atStartOf } from './naive-start-of-day.ts';
import { contentsToTell, toldOn, wordsOf } from './naive-told-events.ts';
import { afterUnseen, unseenEvents, type Unseen } from './naive-unseen-events.ts';
import type { World } from './naive-world.ts';

/** A first right, and the first day on which its clause is no longer in force. */
export interface Running {
  readonly clause: FirstRightClause;
  readonly end: Day;
}

/** Where all the first rights stand after one history, in the order of the clauses given. */
type Standings = readonly Standing[];

/**
 * Every combination of stages in which the rights may stand on the day of the request. On recorded days the record is all
 * that happened; on each later day anything may have happened besides, in any order and any number of times.
 */
export function reachableStandings(
  world: World,
  opportunity: Opportunity,
  running: readonly Running[],
): Standings[] {
  const clauses = running.map(({ clause }) => clause);
  const contents = wordsOf(opportunity, clauses);
  const longest = longestThatMatters(world, clauses);
  const noticed = contentsToTell(opportunity, clauses);
  const rights = running.map(({ clause, end }) =>
    rightOf(world, clause, { end, longest, contents, noticed }),
  );
  const unseen = unseenEvents(clauses, contents);
  let reached: Standings[] = [rights.map(() => ({ stage: { is: 'to-offer', isFirst: true }, counted: [] }))];
  for (const day of daysOfRecord(world.request)) {
    const recorded = toldOn(world, day, { opportunity, clauses });
    const hidden = day > opportunity.completeTo ? unseen : [];
    reached = dayLater(world, reached, { day, recorded, rights, hidden });
  }
  return reached;
}

interface OneDay {
  readonly day: Day;
  readonly recorded: readonly Happening[];
  readonly rights: readonly Right[];
  /** Events that may have gone unrecorded: none on a day for which the record is complete. */
  readonly hidden: readonly Unseen[];
}

function dayLater(
  world: World,
  before: readonly Standings[],
  { day, recorded, rights, hidden }: OneDay,
): Standings[] {
  const each = (standings: Standings, change: (standing: Standing, right: Right) => Standing): Standings =>
    standings.map((standing, index) => change(standing, at(rights, index)));
  const happen = (event: Happening) => (standings: Standings) =>
    each(standings, (standing, right) => after(event, day, standing, right));
  const happenUnseen = (event: Unseen) => (standings: Standings) =>
    each(standings, (standing, right) => afterUnseen(event, day, standing, right));
  const perhapsMore = (reached: readonly Standings[]): Standings[] =>
    closure(world, reached, hidden.map(happenUnseen));
  const begun = before.map((standings) =>
    each(standings, (standing, right) => ({ ...standing, stage: atStartOf(day, standing.stage, right) })),
  );
  let reached = perhapsMore(begun);
  for (const event of recorded) reached = perhapsMore(reached.map(happen(event)));
  return reached;
}

function closure(
  world: World,
  from: readonly Standings[],
  steps: readonly ((standings: Standings) => Standings)[],
): Standings[] {
  const seen = new Map(from.map((standings) => [JSON.stringify(standings), standings]));
  for (const standings of seen.values()) {
    for (const step of steps) {
      world.spend();
      const next = step(standings);
      seen.set(JSON.stringify(next), next);
    }
  }
  return [...seen.values()];
}

function at<T>(list: readonly T[], index: number): T {
  const item = list[index];
  if (item === undefined) throw new RangeError(`nothing at ${String(index)}`);
  return item;
}

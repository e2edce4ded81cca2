import type { Position } from '../../src/vocabulary/position.ts';
import type { FirstRightClause, Rest, Stage } from './naive-first-right.ts';
import { reachableStandings, type Running } from './naive-history.ts';
import { isAsHolder } from './naive-holder.ts';
import { doesSurvive } from './naive-pending.ts';
import { valueOfFact, type World } from './naive-world.ts';

/** All first rights at once, for they share one history of the deal. */
export function firstRightPositions(
  world: World,
  running: readonly Running[],
): ReadonlyMap<string, Position> {
  const told = historyOf(world, running);
  return new Map(
    running.map(({ clause, end }) => {
      const hasEnded = end <= world.request.date;
      const position = toldPosition(world, clause, told[clause.id] ?? (hasEnded ? 'free' : 'to be offered'));
      const isOver = hasEnded && position !== 'nothing' && !doesSurvive(world, clause);
      return [clause.id, isOver ? 'nothing' : position];
    }),
  );
}

/** What a history comes to for one right. */
type Told = 'dormant' | 'to be offered' | 'exercised' | 'free' | Rest;

/** Nothing is told of a right on which this deal has no bearing. */
function historyOf(world: World, running: readonly Running[]): Readonly<Record<string, Told>> {
  const { opportunity } = world.request;
  if (opportunity === undefined || running.length === 0) return {};
  const isReached = ({ clause }: Running): boolean =>
    isAsHolder(world, clause) ||
    clause.procedure.releaseTo === 'anyone' ||
    opportunity.counterparty === world.provider;
  const reached = running.map(isReached);
  if (!reached.includes(true)) return {};
  const found = reachableStandings(world, opportunity, running).map((standings) => {
    const told = standings.map(
      ({ stage }, index) => [running[index]?.clause.id ?? '', toldOf(stage)] as const,
    );
    return Object.fromEntries(told.filter((_, index) => reached[index]));
  });
  const different = [...new Map(found.map((told) => [JSON.stringify(told), told])).values()];
  const variable = { key: 'opportunity.complete-to', reportedAs: 'opportunity.complete-to' };
  return world.choose(variable, different);
}

/** A history is the same whoever counts with a holder: it is told by where rights stand, not by what that comes to. */
function toldOf(stage: Stage): Told {
  if (stage.is === 'dormant' || stage.is === 'exercised') return stage.is;
  if (stage.is === 'partly-exercised' || stage.is === 'signed-in-time') return stage.left ?? 'free';
  return stage.is === 'released' || stage.is === 'ended' ? 'free' : 'to be offered';
}

function toldPosition(world: World, clause: FirstRightClause, told: Told): Position {
  const isTaken = told === 'exercised' || typeof told === 'object';
  if (isAsHolder(world, clause)) return isTaken ? 'reserves' : 'nothing';
  if (typeof told === 'object') {
    return Number(valueOfFact(world, told.fact)) <= told.rest ? 'nothing' : 'reserved-for-another';
  }
  switch (told) {
    case 'exercised':
      return 'reserved-for-another';
    case 'dormant':
      return 'not-before';
    case 'free':
      return 'nothing';
    case 'to be offered':
      return 'offer-first';
  }
}

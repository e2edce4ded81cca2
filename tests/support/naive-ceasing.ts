import type { Position } from '../../src/vocabulary/position.ts';
import type { Ceasing, Clause } from '../../src/pack/pack.ts';
import { isMet } from './naive-scope.ts';
import type { World } from './naive-world.ts';

const BARS: readonly Position[] = ['forbids', 'reserved-for-another', 'offer-first', 'not-before'];

/** What is left of a position once a clause has lost its force, or may lose it at an election that is yet to be made. */
export function afterCeasing(world: World, clause: Clause, position: Position): Position {
  const { ceases = [] } = clause;
  if (position === 'nothing' || ceases.length === 0) return position;
  const met = ceases.filter(({ when }) => isMet(world, when));
  if (met.some((ceasing) => hasCeased(world, clause, ceasing))) return 'nothing';
  return met.length > 0 && BARS.includes(position) ? 'not-before' : position;
}

function hasCeased(world: World, clause: Clause, { id, electionOf }: Ceasing): boolean {
  if (electionOf === undefined) return true;
  const { elections = {}, date } = world.request;
  const name = `${clause.id}.${id}`;
  const election = Object.hasOwn(elections, name) ? elections[name] : undefined;
  if (election !== undefined) return election !== 'not-made' && election <= date;
  return world.choose({ key: `election ${name}`, reportedAs: name }, [true, false]);
}

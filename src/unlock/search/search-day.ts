import { FALSE, type ClassesLeft, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { forSome } from '../../diagram/algebra/for-some.ts';
import { restrict, supportOf, whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import type { DayGround } from '../ground/day-ground.ts';
import { changeableFor, type Changeable } from '../options/options-for.ts';
import type { Option } from '../options/option.ts';
import { smallestSets } from './smallest-sets.ts';

/**
 * Gives every smallest set of at most so many changes that lets a candidate serve on the day of the ground, whatever is
 * left open. Throws `BudgetSpent` or `TooManySets` where the search has to be given up.
 */
export function searchDay(
  ground: DayGround,
  candidate: string,
  atMost: number,
): readonly (readonly Option[])[] {
  const outcome = ground.outcomeFor(candidate);
  const changeable = changeableBy(ground, candidate);
  const { diagrams } = ground;
  const permitted = whereTerminal(diagrams, outcome, terminalOf('permitted'));
  const region = whateverIsLeft(ground, permitted, changeable);
  if (region === FALSE) return [];
  const sets = smallestSets(diagrams, region, {
    atMost,
    unchosen: (level) => changeable(level).unchanged,
    offered: (level) => changeable(level).options.map(({ klass }) => klass),
  });
  return sets.map((set) =>
    set.flatMap(
      ({ level, klass }) => changeable(level).options.find((option) => option.klass === klass) ?? [],
    ),
  );
}

function changeableBy(ground: DayGround, candidate: string): (level: number) => Changeable {
  const known = new Map<number, Changeable>();
  return (level) => {
    const variable = ground.variables[level];
    const found =
      known.get(level) ?? (variable === undefined ? NOTHING : changeableFor(variable, candidate, ground));
    known.set(level, found);
    return found;
  };
}

const NOTHING: Changeable = { unchanged: undefined, options: [] };

/** Where a diagram holds for all that variables may be which nothing can change. */
function whateverIsLeft(
  { diagrams }: DayGround,
  region: Diagram,
  changeable: (level: number) => Changeable,
): Diagram {
  const fixed = supportOf(diagrams, region).filter((level) => changeable(level).options.length === 0);
  const left = new Map<number, ClassesLeft>();
  for (const level of fixed) {
    const { unchanged } = changeable(level);
    if (unchanged !== undefined) left.set(level, unchanged);
  }
  const within = restrict(diagrams, region, left);
  return diagrams.not(forSome(diagrams, diagrams.not(within), new Set(fixed)));
}

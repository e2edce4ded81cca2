import { Diagrams, type ClassesLeft } from '../algebra/diagrams.ts';
import type { Variable } from '../variables/variable.ts';
import type { CandidateGround } from './ground.ts';

/** A store of diagrams with the variables of its levels, and the ground that it gives under each candidate. */
export interface LaidGround {
  readonly diagrams: Diagrams;
  /** By level. */
  readonly variables: readonly Variable[];
  readonly forCandidate: (candidate: string) => CandidateGround;
}

/** The levels of a store: a variable gets the next one when it is first asked for. */
export interface Levels {
  readonly diagrams: Diagrams;
  readonly variables: readonly Variable[];
  readonly levelOf: (variable: Variable, left?: ClassesLeft) => number;
}

/** Starts a store without levels. */
export function startLevels(budget?: number): Levels {
  const diagrams = new Diagrams(budget === undefined ? {} : { budget });
  const variables: Variable[] = [];
  const levels = new Map<string, number>();
  return {
    diagrams,
    variables,
    levelOf: (variable, left) => {
      const known = levels.get(variable.key);
      if (known !== undefined) return known;
      variables.push(variable);
      const level = diagrams.addLevel(variable.classes.length, left);
      levels.set(variable.key, level);
      return level;
    },
  };
}

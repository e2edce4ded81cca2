import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import type { StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { DayGround } from '../ground/day-ground.ts';
import { RECORD_MADE_OUT } from '../ground/candidate-deal.ts';
import { leftOnRecord, leftUnchanged } from '../ground/left-unchanged.ts';
import { isChangeable } from '../ground/opened-request.ts';
import { factOptions } from './fact-options.ts';
import type { Option } from './option.ts';
import {
  actOptions,
  designeeOptions,
  electionOptions,
  recordOptions,
  routeOptions,
} from './party-options.ts';
import { parameterOptions, readingOptions, startOptions } from './settlement-options.ts';

/** What can become of one variable: where it is if nothing is changed, and the changes. */
export interface Changeable {
  /** `undefined` where it may be in any class that can occur. */
  readonly unchanged: ClassesLeft | undefined;
  /** None, where nothing can change it: then all that it may be has to do. */
  readonly options: readonly Option[];
}

/** Gives what can become of a variable for a candidate. */
export function changeableFor(variable: Variable, candidate: string, ground: DayGround): Changeable {
  const act = ground.acts.find((each) => each.variable.key === variable.key);
  if (act !== undefined) return { unchanged: firstOf(variable), options: actOptions(act, candidate, ground) };
  if (variable.key === RECORD_MADE_OUT.key)
    return { unchanged: firstOf(variable), options: recordOptions(candidate) };
  const unchanged = leftUnchanged(variable, candidate, ground);
  const options = optionsOf(variable, candidate, ground);
  const isSo = (klass: number): boolean => unchanged?.[klass] === true && onlyOne(unchanged);
  return { unchanged, options: options.filter(({ klass }) => !isSo(klass)) };
}

function optionsOf(variable: Variable, candidate: string, ground: DayGround): readonly Option[] {
  return OPTIONS[variable.about.is]?.(variable, candidate, ground) ?? [];
}

type OptionsOf = (variable: Variable, candidate: string, ground: DayGround) => readonly Option[];

/** What is not here nobody can change. */
const OPTIONS: Readonly<Partial<Record<Variable['about']['is'], OptionsOf>>> = {
  fact: (variable, candidate, ground) =>
    isChangeable(ground.pack, ground.request, variable.about.id)
      ? factOptions(variable as FactVariable, leftOnRecord(variable, candidate, ground).left, ground)
      : [],
  through: (variable, _candidate, ground) => routeOptions(variable, ground),
  reading: readingOptions,
  parameter: (variable, _candidate, ground) => parameterOptions(variable, ground),
  start: (variable, _candidate, ground) => startOptions(variable as StartVariable, ground),
  election: (variable, _candidate, ground) => electionOptions(variable, ground),
  designee: designeeOptions,
};

function firstOf({ classes }: Variable): ClassesLeft {
  return classes.map((_, klass) => klass === 0);
}

function onlyOne(left: ClassesLeft): boolean {
  return left.indexOf(true) === left.lastIndexOf(true);
}

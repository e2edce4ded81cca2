import type { Pack } from '../../pack/pack.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Diagram, Diagrams } from '../algebra/diagrams.ts';
import type { Classes } from '../variables/classes.ts';
import type { FirstRightState } from '../variables/other-variables.ts';
import type { Variable } from '../variables/variable.ts';

/** What clauses are built on: a store, and a diagram for each question that a clause may ask. */
export interface Ground {
  readonly pack: Pack;
  readonly diagrams: Diagrams;
  readonly classes: Classes;
  /** True where the variable is in one of the classes that fit. */
  readonly test: (variable: Variable, fits: (klass: number) => boolean) => Diagram;
  /** True on a day and after it. */
  readonly from: (day: Day) => Diagram;
  /** True where a first right stands in a state in the deal on record, whoever its counterparty is. */
  readonly state: (clause: string, state: FirstRightState) => Diagram;
  /** True where a party has waived a clause for the deal on record. */
  readonly waived: (clause: string, party: string) => Diagram;
  /** True where a consent of a party, if it has given one, is to the deal as it now is. */
  readonly consentHolds: (party: string) => Diagram;
  /** True where a first right whose clause has ended still stands in a state, because what was under way goes on. */
  readonly stateAfterEnd: (clause: string, state: FirstRightState) => Diagram;
}

/** The ground under one candidate. */
export interface CandidateGround extends Ground {
  readonly candidate: string;
}

/** True where the variable is in the class with a label. */
export function is({ test }: Ground, variable: Variable, label: string): Diagram {
  return test(variable, (klass) => variable.classes[klass]?.label === label);
}

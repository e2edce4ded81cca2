import type { Clause } from '../../pack/pack.ts';
import type { Exit } from '../../pack/procedure.ts';
import type { FirstRightState } from '../../diagram/variables/other-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';

/** What of a pack a scenario may make decide, in the order in which it is told. */
export const PART_KINDS = ['clause', 'carve-out', 'displacement', 'ending', 'reading', 'state'] as const;
export type PartKind = (typeof PART_KINDS)[number];

/** Something that a contract says, or that is open in it, on which an answer may turn. */
export interface ContractPart {
  readonly kind: PartKind;
  /** Unique among the parts of its kind, and what a reader is told: `clause.carve-out`, `one over another`. */
  readonly id: string;
  readonly change: Change;
}

/** With what a part is compared to see whether it decides: the contracts without it, or what might stand in its place. */
export type Change = Without | OptionChange | StateChange;

export interface Without {
  readonly is: 'without';
  /** Where none of them speaks, the part does not. */
  readonly of: readonly Clause[];
  readonly without: (clauses: readonly Clause[]) => readonly Clause[];
}

/** An option of a reading. */
export interface OptionChange {
  readonly is: 'option';
  readonly variable: Variable;
  readonly label: string;
}

/** A state of a first right. */
export interface StateChange {
  readonly is: 'state';
  readonly of: readonly [Clause];
  readonly variable: Variable;
  readonly label: FirstRightState;
  /** The way in which the right has freed its grantor, where only that one is meant. */
  readonly exit?: Exit;
}

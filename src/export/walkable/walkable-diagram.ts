import type { ExportedPack, ExportedSettlement } from '../describe-pack.ts';

/** A whole compiled pack as plain data that any program can walk; `docs/output.md` says how. */
export interface WalkableDiagram {
  readonly format: 'compute-rights/diagram/1';
  readonly pack: ExportedPack;
  readonly settled: ExportedSettlement;
  /** The calendars on which business days are counted; left out where the pack has none. */
  readonly calendars?: readonly WalkableCalendar[];
  /** From the top of the diagram down. */
  readonly variables: readonly WalkableVariable[];
  /** The outcomes first, worst first; then what branches, upper levels first. */
  readonly nodes: readonly WalkableNode[];
  readonly roots: readonly WalkableRoot[];
}

/** On which days business is done; days are ISO days. */
export interface WalkableCalendar {
  readonly id: string;
  /** Days of the week. */
  readonly closed: readonly string[];
  readonly holidays: readonly string[];
  /** The first and the last day of which it is known. */
  readonly from: string;
  readonly to: string;
}

/** Where to begin, by place in `nodes`. An actor that is not here is bound by nothing: permitted. */
export interface WalkableRoot {
  readonly actor: string;
  readonly act: string;
  readonly provider: string;
  readonly node: number;
}

export interface WalkableNode {
  readonly outcome?: string;
  /** Place in `variables`. */
  readonly variable?: number;
  /** For each class of the variable the place of a node. */
  readonly to?: readonly number[];
}

export interface WalkableVariable {
  readonly key: string;
  readonly kind: string;
  readonly id: string;
  /** The id under which answers name it, where it is not known. */
  readonly unknown: string;
  readonly question: string;
  readonly unit?: string;
  readonly classes: readonly WalkableClass[];
  /** The class to take where nothing is said; absent where all are then open. */
  readonly unlessSaid?: number;
  /** Inner values of a tree, with the classes that they leave open. */
  readonly within?: readonly { readonly value: string; readonly classes: readonly number[] }[];
  /** Facts, this one included, whose values are numbered by size within each stretch. */
  readonly comparedWith?: readonly string[];
  /** How long after a day something still goes on: the lengths of `over`. */
  readonly tails?: readonly string[];
  /** The classes that the day of the request leaves. */
  readonly onDay?: readonly WalkableStretch[];
}

/** From its first day to the day before the next stretch; the first stretch has no first day. */
export interface WalkableStretch {
  readonly from?: string;
  readonly classes: readonly number[];
}

/** Values that nothing in the pack tells apart. */
export interface WalkableClass {
  readonly label: string;
  /** Ids; `true` and `false` for yes and no. */
  readonly values?: readonly string[];
  readonly atLeast?: number;
  readonly moreThan?: number;
  readonly atMost?: number;
  readonly lessThan?: number;
  /** First day. */
  readonly from?: string;
  /** Last day. */
  readonly to?: string;
  /** Where facts are compared: how many of their different values in the same stretch are smaller. */
  readonly rank?: number;
  /** For each tail whether it is over on the day of the request. */
  readonly over?: readonly boolean[];
}

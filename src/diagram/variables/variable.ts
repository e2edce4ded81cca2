import type { Scalar } from '../../vocabulary/criterion.ts';

/** Something that an answer can depend on, cut into the finitely many classes that the pack can tell apart. */
export interface Variable {
  /** Unique among all variables: its kind and what it is about, such as `fact capacity`. */
  readonly key: string;
  readonly about: About;
  /** The id under which answers name it. Several variables may be parts of one unknown. */
  readonly reportedAs: string;
  readonly classes: readonly ValueClass[];
}

/** What a variable stands for, and by which id it is found in a pack or a request. */
export interface About {
  readonly is:
    | 'date'
    | 'fact'
    | 'measure'
    | 'reading'
    | 'parameter'
    | 'start'
    | 'calendar'
    | 'election'
    | 'state'
    | 'counterparty'
    | 'consent'
    | 'waiver'
    | 'designee'
    | 'through'
    | 'record'
    | 'unrecorded'
    | 'share';
  readonly id: string;
}

/** Values that nothing in the pack tells apart. */
export interface ValueClass {
  readonly label: string;
  /** One of the values, where the variable is a fact or a day. */
  readonly sample?: Scalar;
}

/** Makes a variable out of what it is about and its classes. */
export function variableOf(about: About, reportedAs: string, classes: readonly ValueClass[]): Variable {
  return { key: `${about.is} ${about.id}`, about, reportedAs, classes };
}

/** Classes that are words. */
export function words(...labels: readonly string[]): readonly ValueClass[] {
  return labels.map((label) => ({ label }));
}

import type { LineDomain } from '../../diagram/variables/line-domain.ts';
import type { Changed } from '../changed.ts';

export const SOURCES = ['actor', 'party', 'time', 'settlement', 'circumstance'] as const;
/** By whom, or by what, a change comes about, in the order in which it is shown: those that the asker can make come first. */
export type ChangeSource = (typeof SOURCES)[number];

export const CHANGE_KINDS = [
  'fact',
  'route',
  'notice',
  'information',
  'decline',
  'silence',
  'no-agreement',
  'waiver',
  'consent',
  'designation',
  'election',
  'time',
  'reading',
  'assessment',
  'parameter',
  'start',
  'record',
] as const;
/** What is changed: something asked for, what a party does in the deal, the day, or how an open question turns out. */
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What a change is about: changes that differ in the value alone are about the same. */
export interface Topic {
  readonly kind: ChangeKind;
  /** Of the fact, the reading, the parameter, the instrument, or the party. */
  readonly id: string;
  readonly source: ChangeSource;
  /** Who makes the change, where somebody does. */
  readonly party?: string;
}

/** One change that can be made: a class into which a variable can be brought. */
export interface Option {
  readonly topic: Topic;
  readonly klass: number;
  /** In words the values that come to the same, where there is something to choose from. */
  readonly values?: readonly string[];
  /** The line of which the class is a stretch, where the values are numbers or days. */
  readonly line?: LineDomain;
  /** The day of what is done in the deal. */
  readonly on?: number;
  readonly make: (changed: Changed) => Changed;
}

/** One thing to ask, in the pack's own words. */
export interface Question {
  readonly id: string;
  readonly about: 'actor' | 'act' | 'date' | 'provider' | 'fact' | 'reading' | 'assessment' | 'election';
  readonly text: string;
  /** What else helps to answer: the unit, the clause whose ending is elected. */
  readonly note?: string;
  /** The answers there are; left out where one is typed. */
  readonly choices?: readonly Choice[];
  /** What is typed: for choices, after the choice that is marked so. */
  readonly typed?: 'day' | 'number' | 'text';
  /** False for what a request cannot do without. */
  readonly mayBeUnknown: boolean;
}

/** An answer that can be chosen. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** How deep it stands in a tree of values. */
  readonly depth: number;
  /** True where a day has to be typed after it is chosen. */
  readonly needsDay?: true;
}

/** The value that stands for every provider of the pack. */
export const EVERY_PROVIDER = '*';

/** What was answered: a value as it is typed on a command line, or that it is not known. */
export type Reply =
  { readonly is: 'value'; readonly value: string; readonly by?: Assessor } | { readonly is: 'unknown' };

/** Who made an assessment, and on which day. */
export interface Assessor {
  readonly who: string;
  readonly on: string;
}

import type { Columns } from './columns.ts';
import type { Decided, Explained, Invalid, Question } from './question.ts';

/** A pack made ready for many questions. It keeps working space of its own, and answers one question at a time. */
export interface Compiled {
  /** Answers one question. What the pack cannot read is `invalid`, never an outcome. */
  readonly decide: (question: Question) => Decided | Invalid;
  /** Answers one question with the ids of the unknowns that can change the answer. */
  readonly explain: (question: Question) => Explained | Invalid;
  /**
   * Answers many questions that stand in columns, each row by a set of bits: bit 0 for prohibited, then conflicted,
   * first-refusal, conditional and permitted, or no bit where a value of the row cannot be read.
   */
  readonly decideColumns: (columns: Columns) => Uint8Array;
  /** What it took; `undefined` where the pack outgrew its budget and each question is worked out by itself. */
  readonly size: { readonly nodes: number; readonly bytes: number; readonly variables: number } | undefined;
}

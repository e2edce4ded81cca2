import type { SettledOutcome, Outcome } from '../../vocabulary/outcome.ts';

/** One question to a compiled pack: may this provider do this act for this actor on this day? */
export interface Question {
  readonly actor: string;
  readonly act: string;
  readonly provider: string;
  /** ISO day, such as `2025-03-31`. */
  readonly date: string;
  /** Known facts by id: ids, booleans, ISO days, and numbers in the fact's unit. Those left out are unknown. */
  readonly facts?: Readonly<Record<string, unknown>>;
  /**
   * What else is known, by the key of a variable: `state <clause>` is `to be offered`, `released` or `exercised`,
   * `counterparty ` is `yes` where the provider is the counterparty of the deal on record, and so on. Left out, there
   * is no deal on record, nobody is designated and the provider serves directly.
   */
  readonly known?: Readonly<Record<string, string>>;
}

/** The answer: one outcome, or all that are possible, worst first. */
export interface Decided {
  readonly outcome: Outcome;
  readonly possible: readonly SettledOutcome[];
  /** True where the question outgrew the budget: an outcome in `possible` may then be one that no completion gives. */
  readonly bounded?: true;
}

/** Why a question has no answer: a part of it that the pack cannot read. */
export interface Invalid {
  readonly invalid: { readonly part: string; readonly value: unknown };
}

/** An answer with the ids of the unknowns that can change it. */
export interface Explained extends Decided {
  readonly turnsOn: readonly string[];
}

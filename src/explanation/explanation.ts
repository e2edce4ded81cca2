import type { Outcome } from '../vocabulary/outcome.ts';

/** An answer in words, before any format: every renderer writes the same parts in the same order. */
export interface Explanation {
  /** What was asked, in one sentence. */
  readonly question: string;
  /** The request's own terms: who, when, and what was known. */
  readonly request: readonly Entry[];
  readonly answers: readonly ExplainedAnswer[];
  /** What the evidence grades that are cited mean; left out of brief answers. */
  readonly grades: readonly string[];
  /** Digests and disclaimer; printed with every answer, however brief. */
  readonly footer: readonly string[];
}

export interface Entry {
  readonly label: string;
  readonly value: string;
}

/** One candidate's answer. */
export interface ExplainedAnswer {
  readonly provider: string;
  readonly outcome: Outcome;
  /** The outcome with what it hangs on: "permitted, on 1 assumption". */
  readonly verdict: string;
  readonly acts: readonly ExplainedAct[];
}

/** One act's answer: a sentence, then reasons. */
export interface ExplainedAct {
  readonly title: string;
  readonly outcome: Outcome;
  readonly verdict: string;
  readonly sentence: string;
  readonly sections: readonly Section[];
}

export interface Section {
  readonly heading: string;
  /** Whether a brief answer keeps the section. */
  readonly brief: boolean;
  readonly items: readonly Item[];
}

/** One point of a section: a lead, and what stands below it in a full answer. */
export interface Item {
  readonly lead: string;
  readonly details: readonly string[];
}

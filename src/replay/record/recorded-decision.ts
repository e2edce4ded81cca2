import type { Place } from '../../diagnostics/diagnostic.ts';
import type { ActAnswer, Answer, Decision } from '../../evaluation/decision.ts';

/** The format of each line of a record. */
export const RECORD_FORMAT = 'compute-rights/record/1';

/** A decision as it is recorded: all of it but the trace, which the rules and the request give again. */
export interface UntracedDecision extends Omit<Decision, 'answers'> {
  readonly answers: readonly UntracedAnswer[];
}

/** An answer without its trace. */
export interface UntracedAnswer extends Omit<Answer, 'acts'> {
  readonly acts: readonly UntracedAct[];
}

/** What one act comes to, without the trace. */
export type UntracedAct = Omit<ActAnswer, 'trace'>;

/** What is recorded: a decision, what was asked, and how it was decided. */
export interface RecordDraft {
  readonly decision: UntracedDecision;
  /** The request as it was asked, with what was set, looked up and taken from a ledger. */
  readonly document: unknown;
  readonly assumptions: 'as-stated' | 'open';
}

/** A decision that stands on a line of a record. */
export interface RecordedDecision extends RecordDraft {
  readonly place: Place;
}

/** Gives a decision without its trace, which is most of its length. */
export function untraced(decision: Decision): UntracedDecision {
  const answers = decision.answers.map((answer) => ({ ...answer, acts: answer.acts.map(withoutTrace) }));
  return { ...decision, answers };
}

function withoutTrace(act: ActAnswer): UntracedAct {
  return Object.fromEntries(Object.entries(act).filter(([key]) => key !== 'trace')) as unknown as UntracedAct;
}

import type { Diagnostic } from './diagnostics/diagnostic.ts';
import type { Decision } from './evaluation/decision.ts';
import { evaluateRequest, type EvaluationOptions } from './evaluation/evaluate-request.ts';
import { checkRequestLookingUp } from './pack/check-request.ts';
import type { LookUps } from './pack/look-up-facts.ts';
import type { Pack } from './pack/pack.ts';

/** A decision, or what is wrong with the request: never both. */
export type Evaluated =
  | { readonly ok: true; readonly decision: Decision; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** How to decide: with or without what is assumed, where to find facts that a request leaves out, and where to record it. */
export interface EvaluateOptions extends EvaluationOptions {
  readonly lookUps?: LookUps;
  /** A file to which the decision is added. What is given back is on the disk then. */
  readonly record?: string;
}

/**
 * Decides a request: for each candidate and act the outcome, the clauses that govern it, and the record of why.
 * The document may be anything at all; what is wrong with it is said, not thrown. Days are ISO days such as
 * `2025-03-31`, numbers are in the unit that the pack gives the fact.
 *
 * ```ts
 * const asked = await evaluate(pack, { actor: 'buyer', date: '2025-03-31', acts: ['procure'] });
 * const answers = asked.ok ? asked.decision.answers : [];
 * for (const { provider, outcome } of answers) console.log(`${provider}: ${outcome}`);
 * // prints: seller: first-refusal
 * // prints: rival: prohibited
 * ```
 */
export async function evaluate(
  pack: Pack,
  document: unknown,
  { lookUps = {}, record, ...options }: EvaluateOptions = {},
): Promise<Evaluated> {
  const checked = await checkRequestLookingUp(pack, document, lookUps);
  if (!checked.ok) return checked;
  const decision = await evaluateRequest(pack, checked.value.request, options);
  if (record !== undefined) {
    const { recordDecision } = await import('./replay/record/append-decision.ts');
    const recorded = await recordDecision(record, decision, checked.value.document, options);
    if (!recorded.ok) return recorded;
  }
  return { ok: true, decision, warnings: checked.warnings };
}

export { compare } from './comparison/compare.ts';
export { replay } from './replay/replay-record.ts';
export { compile } from './diagram/compile/compile.ts';
export { renderDiagnostic } from './diagnostics/render-diagnostic.ts';
export { renderMarkdown } from './explanation/render-markdown.ts';
export { renderText } from './explanation/render-text.ts';
export { appendEntry } from './ledger/append-entry.ts';
export { openLedger } from './ledger/open-ledger.ts';
export { checkRequest } from './pack/check-request.ts';
export { loadPack, loadPackFiles } from './pack/load-pack.ts';
export { unlock } from './unlock/unlock.ts';
export { timeline } from './timeline/timeline-of.ts';

export type { CompareOptions } from './comparison/compare.ts';
export type {
  AskedSide,
  Change,
  ChangeWitness,
  ClauseChange,
  Circumstance,
  ComparedPack,
  GoverningChange,
  GoverningClause,
  OtherChange,
  PackComparison,
  Verdict,
  WordChange,
} from './comparison/comparison.ts';
export type { Direction } from './comparison/rank.ts';
export type { CodedColumn, Columns, FactColumn } from './diagram/compile/columns.ts';
export type { CompileOptions } from './diagram/compile/compile.ts';
export type { Compiled } from './diagram/compile/compiled.ts';
export type { Decided, Explained, Invalid, Question } from './diagram/compile/question.ts';
export type { Settled } from './pack/settlement.ts';
export type { DiagnosticCode } from './diagnostics/catalogue.ts';
export type { Checked, Diagnostic, Place, Related } from './diagnostics/diagnostic.ts';
export type { Progress } from './diagnostics/progress.ts';
export type {
  ActAnswer,
  Answer,
  Assumption,
  Deciding,
  Decision,
  Firmness,
  Flip,
  Governing,
  Named,
  Reduction,
  RequestSummary,
  Step,
  Unknown,
  Witness,
} from './evaluation/decision.ts';
export type {
  CarveOutTrace,
  CeasingTrace,
  ClauseStatus,
  ClauseTrace,
  CriterionTrace,
  InForceTrace,
  ProcedureState,
  ProcedureTrace,
  SourceTrace,
} from './evaluation/trace.ts';
export type { Appended, AppendOptions, EntryDraft } from './ledger/append-entry.ts';
export type { LedgerReport, ShownEntry } from './ledger/describe-ledger.ts';
export type { ReplayFrom, ReplayOptions } from './replay/replay-record.ts';
export type {
  Cause,
  CauseKind,
  Replay,
  ReplayedAct,
  ReplayedAnswer,
  ReplayedDecision,
  ReplayedPack,
  ReplayResult,
} from './replay/replay.ts';
export type { AttachedDocument } from './ledger/ledger.ts';
export type { OpenedLedger, OpenLedgerOptions } from './ledger/open-ledger.ts';
export type { RecordedHappenings } from './ledger/recorded-happenings.ts';
export type { RecordedOpportunity } from './ledger/recorded-opportunity.ts';
export type { MarkdownOptions } from './explanation/render-markdown.ts';
export type { TextOptions } from './explanation/render-text.ts';
export type { FactWanted, LookUps } from './pack/look-up-facts.ts';
export type { Limits } from './pack/written/limits.ts';
export type { Overrides } from './pack/override-request.ts';
export type {
  Act,
  Basis,
  CarveOut,
  Ceasing,
  Clause,
  EnumValue,
  Fact,
  FactType,
  Grade,
  HolderRelation,
  Instrument,
  Pack,
  Party,
  Precondition,
  Reading,
  SourceDocument,
} from './pack/pack.ts';
export type { ProviderSelection } from './pack/provider-selection.ts';
export type { Source } from './pack/source.ts';
export type { Calendar, Weekday } from './vocabulary/calendar.ts';
export type { Step as CountedStep } from './vocabulary/offset.ts';
export type { Anchor, AnchorBase, BusinessCalendar, CountedDay, CountedLength } from './pack/pack.ts';
export type { BusinessDays, Period, PutOff, StageLength } from './vocabulary/period.ts';
export type {
  Clock,
  DealTerms,
  ExerciseEffect,
  Exit,
  MatchStandard,
  NoAgreement,
  OtherTerms,
  PartRule,
  PendingRule,
  Procedure,
  Reopening,
  Shortfall,
  Silence,
  TermDirection,
  Trigger,
} from './pack/procedure.ts';
export type { Duration, DurationUnit } from './vocabulary/duration.ts';
export type {
  ExerciseEvent,
  NoticeEvent,
  Opportunity,
  OpportunityEvent,
  PartyEvent,
  Request,
  TermChange,
  WaiverEvent,
} from './pack/request.ts';
export type { ChangeKind, ChangeSource } from './unlock/options/option.ts';
export type { Unlocked, UnlockOptions } from './unlock/unlock.ts';
export type { ChangeNeeded, Lifted, Unlock, Way } from './unlock/unlocks.ts';
export type { Timelined, TimelineOptions } from './timeline/timeline-of.ts';
export type {
  AxisValue,
  EdgeCause,
  Earliest,
  Piece,
  ProviderTimeline,
  Timeline,
  VariedPart,
} from './timeline/timeline.ts';
export type { ClauseKind, FirstRight } from './vocabulary/clause-kind.ts';
export type {
  Comparison,
  Criterion,
  DayComparison,
  NumberComparison,
  Scalar,
  Subject,
  Test,
} from './vocabulary/criterion.ts';
export type { Day } from './vocabulary/day.ts';
export type { Finding } from './vocabulary/finding.ts';
export type { Outcome, SettledOutcome } from './vocabulary/outcome.ts';
export type { Position } from './vocabulary/position.ts';
export type { Limit, Parameter, Stated } from './vocabulary/stated.ts';

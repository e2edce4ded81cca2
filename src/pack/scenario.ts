import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Outcome, SettledOutcome } from '../vocabulary/outcome.ts';
import type { Spot } from './written/written.ts';

/** A file of scenarios for one pack. */
export interface ScenarioFile {
  readonly pack: string;
  readonly scenarios: readonly Scenario[];
  /** Where all this is written. */
  readonly spot: Spot;
}

/** A request and what must come of it: an answer for some providers, or diagnostics. One that is pending may have neither. */
export interface Scenario {
  readonly id: string;
  readonly why?: string;
  /** As written; `checkScenarioRequest` checks it against a pack. */
  readonly request: unknown;
  /** Open: as if the pack assumed nothing. */
  readonly assumptions: 'as-stated' | 'open';
  /** Why the scenario is not run yet. */
  readonly pending?: string;
  readonly expect?: Readonly<Record<string, Expectation>>;
  readonly diagnostics?: readonly DiagnosticCode[];
  /** Where the scenario is written. */
  readonly spot: Spot;
}

/** What is compared, and exactly so; what is left out is not compared. */
export interface ActExpectation {
  readonly outcome: Outcome;
  readonly possible?: readonly SettledOutcome[];
  readonly governing?: readonly string[];
  readonly turnsOn?: readonly string[];
}

export interface Expectation extends ActExpectation {
  readonly acts?: Readonly<Record<string, ActExpectation>>;
}

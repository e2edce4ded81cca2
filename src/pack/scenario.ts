import type { DiagnosticCode } from '../diagnostics/catalogue.ts';
import type { Outcome, SettledOutcome } from '../vocabulary/outcome.ts';
import type { Spot } from './written/written.ts';

/** A file of scenarios for one pack. */
export interface ScenarioFile {
  readonly pack: string;
  /** In the order of the file; a matrix stands there with all its cells. */
  readonly scenarios: readonly Scenario[];
  /** Where all this is written. */
  readonly spot: Spot;
}

/** A request and what must come of it: an answer for some providers, or diagnostics. One that is pending may have neither. */
export interface Scenario {
  /** For a cell of a matrix the id of its entry and the values, sorted by axis: `deal[date=2024-06-01,provider=rival]`. */
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
  /** Where the scenario is written, or for a cell its parts. */
  readonly spot: Spot;
  readonly cell?: Cell;
}

/** Where in a matrix a scenario stands. */
export interface Cell {
  /** The rule that says what is expected; left out where the whole entry does. */
  readonly rule?: Spot;
  /** The value on each axis. */
  readonly values: ReadonlyMap<string, Scalar>;
}

/** A value as it may stand in a list. */
export type Scalar = string | number | boolean;

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

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Mismatch } from './compare-answer.ts';

/** What came of all scenarios. `failed` counts failed scenarios and the files that could not be used. */
export interface Report {
  readonly format: 'compute-rights/test/1';
  readonly passed: number;
  readonly failed: number;
  readonly pending: number;
  readonly scenarios: readonly ScenarioResult[];
  readonly unusable: readonly UnusableFile[];
}

export interface ScenarioResult {
  readonly id: string;
  readonly pack: string;
  readonly file: string;
  /** The line of its id, from 1. */
  readonly line?: number;
  readonly status: 'passed' | 'failed' | 'pending';
  /** Why it is pending. */
  readonly reason?: string;
  readonly mismatches: readonly Mismatch[];
  /** What is wrong with the scenario or its request, where that was not expected. */
  readonly diagnostics: readonly Diagnostic[];
}

/** A file whose scenarios were not run, for it cannot be read as scenarios or no pack fits it. */
export interface UnusableFile {
  readonly file: string;
  readonly diagnostics: readonly Diagnostic[];
}

/** True where nothing failed. A report on which nothing was run has not passed either. */
export function hasPassed(report: Report): boolean {
  return report.failed === 0 && hasRun(report);
}

/** True where a scenario was run, or a file could not be used: else there is nothing to report. */
export function hasRun({ passed, failed }: Report): boolean {
  return passed + failed > 0;
}

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

/** True where something was run, or is at least pending, and nothing failed. */
export function hasPassed(report: Report): boolean {
  return report.failed === 0 && report.scenarios.length > 0;
}

import { unheard, type Progress } from '../diagnostics/progress.ts';
import type { Case, Cases } from './read-cases.ts';
import type { Report, ScenarioResult, UnusableFile } from './report.ts';
import { runScenario } from './run-scenario.ts';

/** Runs scenarios in the order given. */
export async function runCases({ cases, unusable }: Cases, progress: Progress = unheard): Promise<Report> {
  const results: ScenarioResult[] = [];
  for (const each of cases) {
    progress('running scenarios', results.length, cases.length);
    results.push(await runCase(each));
  }
  return reportOn(results, unusable);
}

/** Runs one scenario, unless it is pending or another has its id. */
export async function runCase({ file, line, pack, scenario, repeated }: Case): Promise<ScenarioResult> {
  const { id, pending } = scenario;
  const about = { id, pack: pack.id, file, ...(line !== undefined && { line }) };
  if (repeated.length > 0) return { ...about, status: 'failed', mismatches: [], diagnostics: repeated };
  if (pending !== undefined) {
    return { ...about, status: 'pending', reason: pending, mismatches: [], diagnostics: [] };
  }
  const { mismatches, diagnostics } = await runScenario(pack, scenario);
  const status = mismatches.length + diagnostics.length === 0 ? 'passed' : 'failed';
  return { ...about, status, mismatches, diagnostics };
}

function reportOn(scenarios: readonly ScenarioResult[], unusable: readonly UnusableFile[]): Report {
  const count = (status: ScenarioResult['status']): number =>
    scenarios.filter((scenario) => scenario.status === status).length;
  return {
    format: 'compute-rights/test/1',
    passed: count('passed'),
    failed: count('failed') + unusable.length,
    pending: count('pending'),
    scenarios,
    unusable,
  };
}

import type { Checked } from '../diagnostics/diagnostic.ts';
import type { Cases, ScenarioText } from '../regression/read-cases.ts';
import { findScenarioFiles } from './find-scenario-files.ts';
import { withPacks } from './scenario-packs.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Which scenarios, and by which rules. */
export interface TestsAsked {
  readonly paths: readonly string[];
  readonly rules?: string;
  readonly only?: readonly string[];
}

/** Scenarios that are ready to be run. */
export interface Prepared {
  readonly files: readonly ScenarioText[];
  /** Those that were asked for. */
  readonly cases: Cases;
}

/** Loads packs and reads scenarios. What cannot be loaded or opened is a diagnostic; a file that is wrong is not. */
export async function prepareTests(
  asked: TestsAsked,
  surroundings: Surroundings,
): Promise<Checked<Prepared>> {
  const { paths, rules, only = [] } = asked;
  if (only.includes('')) throw new UsageError('--only needs a part of an id, or what a scenario is about');
  const files = await findScenarioFiles(paths, surroundings);
  if (!files.ok) return files;
  const sources = await withPacks(files.value, rules, surroundings);
  if (!sources.ok) return sources;
  const { readCases } = await import('../regression/read-cases.ts');
  const { selectCases } = await import('../regression/select-cases.ts');
  const { cases, unusable } = readCases(sources.value);
  const chosen = { cases: selectCases(cases, only), unusable };
  return { ok: true, value: { files: sources.value, cases: chosen }, warnings: [] };
}

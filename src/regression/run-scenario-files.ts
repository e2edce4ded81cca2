import type { Checked } from '../diagnostics/diagnostic.ts';
import { checkScenarioPack } from '../pack/check-scenario-request.ts';
import { readScenarios } from '../pack/check-scenarios.ts';
import type { Pack } from '../pack/pack.ts';
import type { Scenario, ScenarioFile } from '../pack/scenario.ts';
import { checkUniqueAcrossFiles } from './check-unique.ts';
import type { Report, ScenarioResult, UnusableFile } from './report.ts';
import { runScenario } from './run-scenario.ts';

/** A file of scenarios, and the packs among which the one is that it names. */
export interface ScenarioSource {
  readonly file: string;
  readonly text: string;
  readonly packs: readonly Pack[];
}

/** Runs the scenarios of some files in the order given, each file with the pack that it names. */
export async function runScenarioFiles(files: readonly ScenarioSource[]): Promise<Report> {
  const scenarios: ScenarioResult[] = [];
  const unusable: UnusableFile[] = [];
  const seen = new Map<string, Scenario>();
  for (const { file, text, packs } of files) {
    const usable = readForOneOf(packs, text, file);
    if (!usable.ok) unusable.push({ file, diagnostics: usable.diagnostics });
    else
      for (const scenario of usable.value.scenarios)
        scenarios.push(await resultOf(scenario, usable.value, seen));
  }
  return reportOn(scenarios, unusable);
}

interface UsableFile {
  readonly file: string;
  readonly pack: Pack;
  readonly scenarios: readonly Scenario[];
}

function readForOneOf(packs: readonly Pack[], text: string, file: string): Checked<UsableFile> {
  const read: Checked<ScenarioFile> = readScenarios(text, file);
  if (!read.ok) return read;
  const pack = packs.find(({ id }) => id === read.value.pack);
  if (pack === undefined)
    return { ok: false, diagnostics: packs.flatMap((each) => checkScenarioPack(each, read.value)) };
  return { ok: true, value: { file, pack, scenarios: read.value.scenarios }, warnings: [] };
}

async function resultOf(
  scenario: Scenario,
  { file, pack }: UsableFile,
  seen: Map<string, Scenario>,
): Promise<ScenarioResult> {
  const { id, pending, spot } = scenario;
  const where = spot.written.placeOf([...spot.path, 'id'], 'value');
  const about = { id, pack: pack.id, file, ...('place' in where && { line: where.place.line }) };
  const repeated = checkUniqueAcrossFiles(scenario, pack, seen);
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

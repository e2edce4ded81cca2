import type { Pack } from '../pack/pack.ts';
import type { Scenario } from '../pack/scenario.ts';
import type { Case } from '../regression/read-cases.ts';
import type { CoverageReport } from '../coverage/report.ts';
import type { ScenarioResult } from '../regression/report.ts';
import type { CoverageAsked } from './coverage-options.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { asJson } from './format-option.ts';
import type { Prepared } from './prepare-tests.ts';
import { showingProgress } from './progress/showing-progress.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';

/** Runs scenarios, and reports what those that hold make decide; `undefined` where none was run. */
export async function coverScenarios(
  { cases }: Prepared,
  asked: CoverageAsked,
  surroundings: Surroundings,
): Promise<ExitCode | undefined> {
  const { runCases } = await import('../regression/run-cases.ts');
  const { hasPassed, hasRun } = await import('../regression/report.ts');
  const { belowFloors } = await import('../coverage/report.ts');
  const { coverPack } = await import('../coverage/cover-pack.ts');
  const tests = await runCases(cases);
  if (!hasRun(tests)) return undefined;
  const packs = [];
  for (const [pack, scenarios] of holdingByPack(cases.cases, tests.scenarios)) {
    const covered = await showingProgress(surroundings, `what is decided in ${pack.id}`, () =>
      coverPack(pack, scenarios, asked.options),
    );
    packs.push(covered);
  }
  const { passed, failed, pending } = tests;
  const below = belowFloors(packs, asked.floors);
  const report: CoverageReport = {
    format: 'compute-rights/coverage/1',
    passed,
    failed,
    pending,
    packs,
    below,
  };
  if (asked.format === 'json') surroundings.stdout.write(asJson(report));
  else {
    const { renderTestReport } = await import('./render-test-report.ts');
    surroundings.stdout.write(`${await renderTestReport(tests, 'text', surroundings)}\n`);
    surroundings.stdout.write(await coverageText(report, surroundings));
  }
  return hasPassed(tests) && below.length === 0 ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

async function coverageText(report: CoverageReport, surroundings: Surroundings): Promise<string> {
  const { renderCoverage } = await import('../coverage/render/render-coverage.ts');
  const { wrapText } = await import('../explanation/wrap-text.ts');
  const { width } = textLayout(surroundings);
  return renderCoverage(report, (line, indent, hanging) => wrapText(line, width, indent, hanging));
}

/** A scenario that fails proves nothing; a pack of which none holds is counted all the same. */
function holdingByPack(
  cases: readonly Case[],
  results: readonly ScenarioResult[],
): ReadonlyMap<Pack, readonly Scenario[]> {
  const byPack = new Map<Pack, Scenario[]>();
  cases.forEach(({ pack, scenario }, place) => {
    const own = byPack.get(pack) ?? [];
    byPack.set(pack, own);
    if (results[place]?.status === 'passed') own.push(scenario);
  });
  return new Map([...byPack].toSorted(([one], [other]) => (one.id < other.id ? -1 : 1)));
}

import { CATALOGUE, isDiagnosticCode, type DiagnosticCode } from '../diagnostics/catalogue.ts';
import { inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { checkShape } from './forms/check-shape.ts';
import { complete, completeList, required, optional } from './forms/complete.ts';
import { readId } from './forms/ids.ts';
import { readList } from './forms/read-list.ts';
import { readText } from './forms/read-text.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';
import { resolveEach, resolveExpectation } from './scenarios/resolve-expectation.ts';
import { SCENARIO_FILE_SHAPE, SCENARIO_SHAPE } from './scenarios/scenario-shapes.ts';
import { readYaml } from './written/read-yaml.ts';
import { relatedTo, startReport, type Report } from './written/report.ts';
import { child, itemsOf, topOf, type Spot } from './written/written.ts';

/** Reads and checks a file of scenarios. Their requests are checked later, against the pack. */
export function readScenarios(text: string, file: string): Checked<ScenarioFile> {
  const checked = readYaml(text, file);
  if (!checked.ok) return checked;
  const { report, diagnostics } = startReport();
  const spot = topOf(checked.value);
  const shape = checkShape(spot, SCENARIO_FILE_SHAPE, report);
  const items = itemsOf(child(spot, 'scenarios'));
  const resolved = complete({
    pack: required(spot, 'pack', (pack) => readId(pack, report)),
    scenarios: completeList(items.map((each) => resolveScenario(each, report))),
  });
  checkUniqueIds(items, report);
  if (shape === undefined || resolved === undefined || diagnostics.length > 0) {
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  }
  return { ok: true, value: { ...resolved, spot }, warnings: [] };
}

function resolveScenario(spot: Spot, report: Report): Scenario | undefined {
  const shape = checkShape(spot, SCENARIO_SHAPE, report);
  const resolved = complete({
    id: required(spot, 'id', (id) => readId(id, report)),
    ...optional(spot, 'why', 'why', (why) => readText(why, report)),
    ...optional(spot, 'pending', 'pending', (reason) => readText(reason, report)),
    ...optional(spot, 'expect', 'expect', (expect) =>
      resolveEach(expect, (each) => resolveExpectation(each, report)),
    ),
    ...optional(spot, 'diagnostics', 'diagnostics', (codes) =>
      readList(codes, (each) => readCode(each, report), report),
    ),
  });
  if (shape === undefined || resolved === undefined) return undefined;
  checkExpectations(spot, report);
  return { ...resolved, request: shape.request, assumptions: shape.assumptions ?? 'as-stated', spot };
}

function readCode(spot: Spot, report: Report): DiagnosticCode | undefined {
  const code = readText(spot, report);
  if (code === undefined || isDiagnosticCode(code)) return code;
  const hint = didYouMean(code, Object.keys(CATALOGUE));
  return report('scenario/unknown-code', spot, `there is no diagnostic ${inBackticks(code)}`, { hint });
}

/** Nothing vacuous: a scenario says what must come of it, or why it is not run. */
function checkExpectations(spot: Spot, report: Report): void {
  const has = (key: string): boolean => child(spot, key).value !== undefined;
  const id = child(spot, 'id');
  if (has('expect') && has('diagnostics')) {
    report('scenario/two-expectations', id, 'the scenario expects an answer and diagnostics');
  } else if (!has('expect') && !has('diagnostics') && !has('pending')) {
    report('scenario/no-expectation', id, 'the scenario does not say what must come of it');
  }
}

function checkUniqueIds(scenarios: readonly Spot[], report: Report): void {
  const first = new Map<unknown, Spot>();
  for (const scenario of scenarios) {
    const id = child(scenario, 'id');
    const before = first.get(id.value);
    if (typeof id.value !== 'string') continue;
    if (before === undefined) first.set(id.value, id);
    else {
      const related = [relatedTo(before, 'the first one')];
      report('scenario/duplicate-id', id, `there are two scenarios ${inBackticks(id.value)}`, { related });
    }
  }
}

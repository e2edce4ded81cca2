import { inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { checkShape, reportWrong } from './forms/check-shape.ts';
import { complete, completeList, required } from './forms/complete.ts';
import { checkId, readId } from './forms/ids.ts';
import type { ScenarioFile } from './scenario.ts';
import { resolveScenarios } from './scenarios/resolve-scenario.ts';
import { SCENARIO_FILE_SHAPE } from './scenarios/scenario-shapes.ts';
import { readYaml } from './written/read-yaml.ts';
import { relatedTo, startReport, type Report } from './written/report.ts';
import { child, entriesOf, isMap, itemsOf, topOf, type Spot } from './written/written.ts';

/** Reads and checks a file of scenarios. Their requests are checked later, against the pack. */
export function readScenarios(text: string, file: string): Checked<ScenarioFile> {
  const checked = readYaml(text, file);
  if (!checked.ok) return checked;
  const { report, diagnostics } = startReport();
  const spot = topOf(checked.value);
  const shape = checkShape(spot, SCENARIO_FILE_SHAPE, report);
  const items = itemsOf(child(spot, 'scenarios'));
  const deals = child(spot, 'deals');
  checkDeals(deals, report);
  const resolved = complete({
    pack: required(spot, 'pack', (pack) => readId(pack, report)),
    scenarios: completeList(resolveScenarios(items, deals, report)),
  });
  checkUniqueIds(items, report);
  if (shape === undefined || resolved === undefined || diagnostics.length > 0) {
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  }
  return { ok: true, value: { ...resolved, spot }, warnings: [] };
}

/** What a deal says is checked with the requests of which it is a part. */
function checkDeals(deals: Spot, report: Report): void {
  for (const [id, deal] of entriesOf(deals)) {
    checkId(id, deal, 'key', report);
    if (!isMap(deal.value) || Object.keys(deal.value).length === 0) reportWrong(deal, 'a map', report);
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

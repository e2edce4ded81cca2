import { inPlaceOrder, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import type { Pack } from './pack.ts';
import type { Request } from './request.ts';
import { resolveRequest } from './requests/resolve-request.ts';
import type { Scenario, ScenarioFile } from './scenario.ts';
import { startReport, type Report } from './written/report.ts';
import { child, entriesOf, itemsOf, type Spot } from './written/written.ts';

/** Checks that a file of scenarios is for this pack. */
export function checkScenarioPack(pack: Pack, file: ScenarioFile): readonly Diagnostic[] {
  const { report, diagnostics } = startReport();
  if (file.pack === pack.id) return [];
  const message = `the scenarios are for the pack ${inBackticks(file.pack)}, not for ${inBackticks(pack.id)}`;
  report('scenario/other-pack', child(file.spot, 'pack'), message);
  return diagnostics;
}

/** Checks a scenario's request against a pack, and that what is expected of it can come of it. Places are the file's. */
export function checkScenarioRequest(pack: Pack, scenario: Scenario): Checked<Request> {
  const checked = resolveRequest(pack, child(scenario.spot, 'request'));
  if (!checked.ok) return checked;
  const { report, diagnostics } = startReport();
  const clauses = new Set(pack.clauses.map((clause) => clause.id));
  for (const [provider, spot] of entriesOf(child(scenario.spot, 'expect'))) {
    checkExamined(provider, spot, checked.value.providers, report);
    checkGoverning(spot, clauses, report);
    for (const [act, actSpot] of entriesOf(child(spot, 'acts'))) {
      checkExamined(act, actSpot, checked.value.acts, report);
      checkGoverning(actSpot, clauses, report);
    }
  }
  return diagnostics.length === 0 ? checked : { ok: false, diagnostics: inPlaceOrder(diagnostics) };
}

function checkExamined(id: string, spot: Spot, examined: readonly string[], report: Report): void {
  if (examined.includes(id)) return;
  const message = `the request does not ask about ${inBackticks(id)}`;
  const hint = didYouMean(id, examined) ?? `it asks about ${listed(examined, 'and')}`;
  report('scenario/not-examined', spot, message, { hint, part: 'key' });
}

function checkGoverning(spot: Spot, clauses: ReadonlySet<string>, report: Report): void {
  for (const { value, ...rest } of itemsOf(child(spot, 'governing'))) {
    if (typeof value !== 'string' || clauses.has(value)) continue;
    const message = `${inBackticks(value)} is no clause of the pack`;
    report('scenario/unknown-clause', { value, ...rest }, message, { hint: didYouMean(value, clauses) });
  }
}

import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import type { Pack } from '../pack/pack.ts';
import { relatedTo, startReport } from '../pack/written/report.ts';
import type { Scenario } from '../pack/scenario.ts';
import { child } from '../pack/written/written.ts';

/** Reports a scenario whose id another file has already used for the same pack, and notes the id otherwise. */
export function checkUniqueAcrossFiles(
  scenario: Scenario,
  pack: Pack,
  seen: Map<string, Scenario>,
): readonly Diagnostic[] {
  const key = `${pack.id} ${scenario.id}`;
  const first = seen.get(key);
  if (first === undefined) {
    seen.set(key, scenario);
    return [];
  }
  const { report, diagnostics } = startReport();
  const related = [relatedTo(child(first.spot, 'id'), 'the first one')];
  const message = `there are two scenarios ${inBackticks(scenario.id)}`;
  report('scenario/duplicate-id', child(scenario.spot, 'id'), message, { related });
  return diagnostics;
}

import { inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import type { Pack } from '../pack/pack.ts';
import { checkHappenings } from '../pack/records/check-happenings.ts';
import { startReport, type Report } from '../pack/written/report.ts';
import { child } from '../pack/written/written.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Over } from '../vocabulary/measure.ts';
import { checkPack } from './check-against-pack.ts';
import type { Entry, Ledger } from './ledger.ts';
import { recordedHappenings } from './recorded-happenings.ts';
import { standingEntries } from './standing-entries.ts';

/** Checks what stands of what measures count against the pack whose words it uses. */
export function checkHappeningsAgainstPack(ledger: Ledger, pack: Pack, knownOn?: Day): Checked<Ledger> {
  const own = checkPack(ledger, pack);
  if (!own.ok) return own;
  const happened = recordedHappenings(ledger, knownOn);
  if (happened === undefined) return own;
  const checked = checkHappenings(pack, happened);
  if (!checked.ok) return checked;
  const { report, diagnostics } = startReport();
  for (const { entry } of standingEntries(ledger.entries, knownOn)) checkAgreed(entry, pack, report);
  return diagnostics.length === 0 ? own : { ok: false, diagnostics: inPlaceOrder(diagnostics) };
}

/** A happening before all instruments is a mistake, unless a measure that counts it looks as far back as that. */
function checkAgreed({ says, spot }: Entry, pack: Pack, report: Report): void {
  if (says.is !== 'happening') return;
  const first = Math.min(...pack.instruments.map(({ possiblyFrom }) => possiblyFrom));
  if (says.on >= Math.min(first, ...beginningsOf(pack, says.kind))) return;
  const message = `${inBackticks(says.kind)} is of ${isoFromDay(says.on)}, and nothing is agreed before ${isoFromDay(first)}`;
  report('ledger/before-agreement', child(spot, 'happening'), message);
}

/** The first days of the measures that count a happening. */
function beginningsOf({ facts }: Pack, kind: string): readonly Day[] {
  return facts.flatMap(({ measure }) => {
    const isCounted = measure?.counted.some(({ happening }) => happening === kind) ?? false;
    return measure !== undefined && isCounted ? [beginningOf(measure.over)] : [];
  });
}

/** The first day that a measure may look at; what goes back from any day on has none. */
function beginningOf(over: Over): Day {
  return 'from' in over && over.from !== undefined ? over.from : -Infinity;
}

import { inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { readDay } from '../pack/forms/read-day.ts';
import { startReport } from '../pack/written/report.ts';
import { takeValue } from '../pack/written/take-value.ts';
import { topOf } from '../pack/written/written.ts';
import type { Day } from '../vocabulary/day.ts';
import { describeLedger, type LedgerReport } from './describe-ledger.ts';
import { readLedgerFile } from './read-ledger-file.ts';
import { happeningsIn, type RecordedHappenings } from './recorded-happenings.ts';
import { recordedOpportunities, type RecordedOpportunity } from './recorded-opportunity.ts';

/** A ledger as `ledger show` writes it, with the opportunities and happenings that come of it. */
export interface OpenedLedger extends LedgerReport {
  /** In the order in which they were opened. */
  readonly opportunities: readonly RecordedOpportunity[];
  /** What measures count, as a request states it; left out where nothing of it is recorded. */
  readonly happened?: RecordedHappenings;
}

/** Up to which day to believe what was recorded. */
export interface OpenLedgerOptions {
  /** ISO day: what was recorded later is left out, corrections too. */
  readonly knownOn?: string;
}

/**
 * Opens a ledger: its entries, and its opportunities and happenings as a request states them. A request takes no happening
 * after its own day. A file that cannot be read, a line
 * that is not as it was written and a chain that does not hold are diagnostics. Only reads; nobody is waited for.
 *
 * ```ts
 * const opened = await openLedger('fixtures/diagnostics/ledger-two-records/ledger.jsonl');
 * const opportunity = opened.ok ? opened.value.opportunities[0] : undefined;
 * for (const event of opportunity?.events ?? []) console.log(JSON.stringify(event));
 * // prints: {"notice":"2025-02-01","to":"seller"}
 * // prints: {"by":"seller","decline":"2025-02-10"}
 * const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] };
 * const asked = await evaluate(pack, { ...request, opportunity });
 * console.log(asked.ok && asked.decision.request.opportunity?.completeTo);
 * // prints: 2025-02-10
 * ```
 */
export async function openLedger(
  path: string,
  { knownOn }: OpenLedgerOptions = {},
): Promise<Checked<OpenedLedger>> {
  const day = dayOf(knownOn);
  if (!day.ok) return day;
  const ledger = await readLedgerFile(path);
  if (!ledger.ok) return ledger;
  const report = describeLedger(ledger.value, undefined, day.value);
  const opportunities = recordedOpportunities(ledger.value, day.value);
  const happened = happeningsIn(ledger.value, day.value);
  return {
    ok: true,
    value: { ...report, opportunities, ...(happened !== undefined && { happened }) },
    warnings: [],
  };
}

function dayOf(knownOn: string | undefined): Checked<Day | undefined> {
  if (knownOn === undefined) return { ok: true, value: undefined, warnings: [] };
  const taken = takeValue(knownOn, 'knownOn');
  if (!taken.ok) return taken;
  const { report, diagnostics } = startReport();
  const day = readDay(topOf(taken.value), report);
  return day === undefined
    ? { ok: false, diagnostics: inPlaceOrder(diagnostics) }
    : { ok: true, value: day, warnings: [] };
}

import { diagnosticOf, inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import type { Pack } from '../pack/pack.ts';
import { checkOpportunity } from '../pack/records/check-opportunity.ts';
import { isOfHolder } from '../pack/requests/party-key.ts';
import { startReport, type Report } from '../pack/written/report.ts';
import { child } from '../pack/written/written.ts';
import { isFirstRight } from '../vocabulary/clause-kind.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Entry, Ledger } from './ledger.ts';
import { recordedOpportunity } from './recorded-opportunity.ts';
import { standingEntries } from './standing-entries.ts';

/** Checks what stands of one opportunity against the pack whose words it uses. */
export function checkAgainstPack(ledger: Ledger, id: string, pack: Pack, knownOn?: Day): Checked<Ledger> {
  const { report, diagnostics } = startReport();
  const own = checkPack(ledger, pack);
  if (!own.ok) return own;
  const opportunity = recordedOpportunity(ledger, id, knownOn);
  if (!opportunity.ok) return opportunity;
  const checked = checkOpportunity(pack, opportunity.value);
  if (!checked.ok) return checked;
  for (const { entry } of standingEntries(ledger.entries, knownOn)) {
    if (entry.opportunity === id) checkAgreed(entry, pack, report);
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  return { ok: true, value: ledger, warnings: [] };
}

/** Checks that a ledger is for a pack. */
export function checkPack(ledger: Ledger, pack: Pack): Checked<Ledger> {
  if (ledger.pack === pack.id) return { ok: true, value: ledger, warnings: [] };
  const message = `the ledger is for the pack ${inBackticks(ledger.pack)}, not for ${inBackticks(pack.id)}`;
  return { ok: false, diagnostics: [diagnosticOf('ledger/other-pack', message, { path: ledger.file })] };
}

/** A notice or an answer before the holder may have had a first right, or anything before all instruments, is a mistake. */
function checkAgreed({ says, spot }: Entry, pack: Pack, report: Report): void {
  if (says.is !== 'event') return;
  const rights = isOfHolder(says.kind) ? startsOf(pack, says.party) : [];
  const starts = rights.length > 0 ? rights : pack.instruments.map(({ possiblyFrom }) => possiblyFrom);
  const first = Math.min(...starts);
  if (says.on >= first) return;
  const agreed =
    rights.length > 0 ? `${inBackticks(says.party ?? '')} has no first right` : 'nothing is agreed';
  const message = `the ${says.kind} is of ${isoFromDay(says.on)}, and ${agreed} before ${isoFromDay(first)}`;
  report('ledger/before-agreement', child(spot, 'event'), message);
}

/** The first days on which instruments that give a party a first right may be in force. */
function startsOf({ clauses, instruments }: Pack, holder: string | undefined): readonly Day[] {
  const giving = clauses.filter((clause) => isFirstRight(clause.kind) && clause.holder === holder);
  const ids = new Set(giving.map(({ instrument }) => instrument));
  return instruments.filter(({ id }) => ids.has(id)).map(({ possiblyFrom }) => possiblyFrom);
}

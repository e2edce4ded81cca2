import { inPlaceOrder, type Checked } from '../../diagnostics/diagnostic.ts';
import type { Pack } from '../pack.ts';
import type { Opportunity } from '../request.ts';
import { resolveOpportunity } from '../requests/resolve-opportunity.ts';
import { vocabularyOf } from '../vocabulary/vocabulary.ts';
import { startReport } from '../written/report.ts';
import { topOf, type Written } from '../written/written.ts';

/** Checks an opportunity by itself, as it is checked in a request. */
export function checkOpportunity(pack: Pack, written: Written): Checked<Opportunity> {
  const { report, diagnostics } = startReport();
  const vocabulary = vocabularyOf(pack);
  const context = { phase: 'request', pack, vocabulary, parties: vocabulary.parties, report } as const;
  const opportunity = resolveOpportunity(topOf(written), undefined, context);
  return opportunity === undefined || diagnostics.length > 0
    ? { ok: false, diagnostics: inPlaceOrder(diagnostics) }
    : { ok: true, value: opportunity, warnings: [] };
}

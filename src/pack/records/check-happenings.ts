import { inPlaceOrder, type Checked } from '../../diagnostics/diagnostic.ts';
import type { Pack } from '../pack.ts';
import type { HappeningsRecord } from '../request.ts';
import { readHappened } from '../requests/read-happened.ts';
import { vocabularyOf } from '../vocabulary/vocabulary.ts';
import { startReport } from '../written/report.ts';
import { topOf, type Written } from '../written/written.ts';

/** Checks a record of happenings by itself, as it is checked in a request. */
export function checkHappenings(pack: Pack, written: Written): Checked<HappeningsRecord> {
  const { report, diagnostics } = startReport();
  const vocabulary = vocabularyOf(pack);
  const context = { phase: 'request', pack, vocabulary, parties: vocabulary.parties, report } as const;
  const happened = readHappened(topOf(written), undefined, context);
  return happened === undefined || diagnostics.length > 0
    ? { ok: false, diagnostics: inPlaceOrder(diagnostics) }
    : { ok: true, value: happened, warnings: [] };
}

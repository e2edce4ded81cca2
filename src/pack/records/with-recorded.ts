import type { Checked } from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { KnownOn } from '../requests/resolve-request.ts';
import { startReport } from '../written/report.ts';
import { child, isMap, textIn, topOf, type Path, type Written } from '../written/written.ts';

/** An opportunity that a request takes from elsewhere, as if it were written there. */
export interface Recorded {
  readonly opportunity: Written;
  readonly known: KnownOn;
}

/** Puts a recorded opportunity into a request, which must not have one of its own. Its places stay where it is recorded. */
export function withRecorded(written: Written, recorded: Recorded | undefined): Checked<Written> {
  const { data } = written;
  if (recorded === undefined || !isMap(data)) return { ok: true, value: written, warnings: [] };
  const own = child(topOf(written), 'opportunity');
  const { opportunity } = recorded;
  if (own.value !== undefined) {
    const { report, diagnostics } = startReport();
    const asked = inBackticks(textIn(child(topOf(opportunity), 'id')));
    const message = `the request states an opportunity, and ${asked} is to be taken from a ledger`;
    report('ledger/two-records', own, message, { part: 'key' });
    return { ok: false, diagnostics };
  }
  const isRecorded = ([key]: Path): boolean => key === 'opportunity';
  const value: Written = {
    data: Object.assign(Object.create(null), data, { opportunity: opportunity.data }) as unknown,
    placeOf: (path, part) =>
      isRecorded(path) ? opportunity.placeOf(path.slice(1), part) : written.placeOf(path, part),
    sourceOf: (path) => (isRecorded(path) ? opportunity.sourceOf(path.slice(1)) : written.sourceOf(path)),
  };
  return { ok: true, value, warnings: [] };
}

import type { Checked } from '../../diagnostics/diagnostic.ts';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { dayFromIso, type Day } from '../../vocabulary/day.ts';
import type { KnownOn } from '../requests/resolve-request.ts';
import { startReport, type Report } from '../written/report.ts';
import { child, isMap, textIn, topOf, type Path, type Spot, type Written } from '../written/written.ts';

/** What a request takes from elsewhere, as if it were written there. */
export interface Recorded {
  readonly opportunity?: Written;
  /** Gives what measures count, as far as it happened by the day of the request, where anything is recorded of it. */
  readonly happened?: (until: Day | undefined) => Written | undefined;
  readonly known: KnownOn;
}

/** Puts what is recorded into a request, which must not have any of it itself. Its places stay where it is recorded. */
export function withRecorded(written: Written, recorded: Recorded | undefined): Checked<Written> {
  const { data } = written;
  if (recorded === undefined || !isMap(data)) return { ok: true, value: written, warnings: [] };
  const request = topOf(written);
  const taken = takenInto(request, recorded);
  const { report, diagnostics } = startReport();
  for (const [key, each] of taken) reportTwice(child(request, key), each, report);
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  const own = Object.fromEntries([...taken].map(([key, each]) => [key, each.data]));
  const homeOf = ([key]: Path): Written | undefined => taken.get(String(key));
  const value: Written = {
    data: Object.assign(Object.create(null), data, own) as unknown,
    placeOf: (path, part) => homeOf(path)?.placeOf(path.slice(1), part) ?? written.placeOf(path, part),
    sourceOf: (path) => {
      const home = homeOf(path);
      return home === undefined ? written.sourceOf(path) : home.sourceOf(path.slice(1));
    },
  };
  return { ok: true, value, warnings: [] };
}

function takenInto(request: Spot, { opportunity, happened }: Recorded): ReadonlyMap<string, Written> {
  const counted = happened?.(dayFromIso(textIn(child(request, 'date'))));
  const taken = { opportunity, happened: counted };
  return new Map(Object.entries(taken).flatMap(([key, each]) => (each === undefined ? [] : [[key, each]])));
}

function reportTwice(own: Spot, recorded: Written, report: Report): void {
  if (own.value === undefined) return;
  const id = textIn(child(topOf(recorded), 'id'));
  const twice =
    id === ''
      ? 'the request states what happened, and that is recorded in the ledger too'
      : `the request states an opportunity, and ${inBackticks(id)} is to be taken from a ledger`;
  report('ledger/two-records', own, twice, { part: 'key' });
}

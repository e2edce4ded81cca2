import { inPlaceOrder, type Checked, type Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import * as z from 'zod';
import { checkShape } from './forms/check-shape.ts';
import { complete, completeList, required } from './forms/complete.ts';
import { readText } from './forms/read-text.ts';
import { list, text } from './forms/shape-leaves.ts';
import { readYaml } from './written/read-yaml.ts';
import { relatedTo, startReport, type Report } from './written/report.ts';
import { child, itemsOf, topOf, type Spot } from './written/written.ts';

/** A change that somebody has agreed to. */
export interface Acknowledgement {
  /** The id that a comparison gives the change. */
  readonly change: string;
  readonly who: string;
  readonly why: string;
  readonly spot: Spot;
}

const FILE_SHAPE = z.strictObject({ acknowledged: list });
const ENTRY_SHAPE = z.strictObject({ change: text, who: text, why: text });

/** Reads a file of acknowledged changes. */
export function readAcknowledgements(written: string, file: string): Checked<readonly Acknowledgement[]> {
  const checked = readYaml(written, file);
  if (!checked.ok) return checked;
  const { report, diagnostics } = startReport();
  const spot = topOf(checked.value);
  const shape = checkShape(spot, FILE_SHAPE, report);
  const items = itemsOf(child(spot, 'acknowledged'));
  const entries = completeList(items.map((each) => readEntry(each, report)));
  checkUnique(entries ?? [], report);
  if (shape === undefined || entries === undefined || diagnostics.length > 0)
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  return { ok: true, value: entries, warnings: [] };
}

function readEntry(spot: Spot, report: Report): Acknowledgement | undefined {
  const shape = checkShape(spot, ENTRY_SHAPE, report);
  const read = (key: string): string | undefined => required(spot, key, (each) => readText(each, report));
  const entry = shape && complete({ change: read('change'), who: read('who'), why: read('why') });
  return entry && { ...entry, spot };
}

function checkUnique(entries: readonly Acknowledgement[], report: Report): void {
  const first = new Map<string, Spot>();
  for (const { change, spot } of entries) {
    const at = child(spot, 'change');
    const before = first.get(change);
    if (before === undefined) first.set(change, at);
    else {
      const related = [relatedTo(before, 'it stands here before')];
      report('shape/repeated', at, `${inBackticks(change)} is acknowledged twice`, { related });
    }
  }
}

/** Says which acknowledgements name nothing that was found: what is no longer so has to be taken out. */
export function checkAcknowledgements(
  acknowledgements: readonly Acknowledgement[],
  found: ReadonlySet<string>,
): readonly Diagnostic[] {
  const { report, diagnostics } = startReport();
  for (const { change, spot } of acknowledgements.filter((each) => !found.has(each.change))) {
    const message = `there is no change ${inBackticks(change)} between the two`;
    report('acknowledgement/matches-nothing', child(spot, 'change'), message);
  }
  return inPlaceOrder(diagnostics);
}

import * as z from 'zod';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape, reportMissing, reportWrong } from '../forms/check-shape.ts';
import { readName, type Names } from '../forms/names.ts';
import { anything, fullMap, text } from '../forms/shape-leaves.ts';
import type { Report } from '../written/report.ts';
import { child, isMap, itemsOf, type Spot } from '../written/written.ts';
import type { ClauseDraft, Draft } from './draft.ts';

/** One entry of an instrument's `amends` or `waives`. */
export interface Change {
  readonly is: 'amendment' | 'waiver';
  readonly spot: Spot;
  /** The file of the instrument. */
  readonly instrument: Spot;
  /** The clause as it was first written. */
  readonly root: ClauseDraft;
}

/** Reads what instruments change in the clauses of others. */
export function readChanges(
  drafts: readonly Draft[],
  clauses: Names<ClauseDraft>,
  report: Report,
): readonly Change[] {
  return drafts.flatMap(({ spot }) => [
    ...readEach('amends', 'amendment', spot, clauses, report),
    ...readEach('waives', 'waiver', spot, clauses, report),
  ]);
}

function readEach(
  key: 'amends' | 'waives',
  is: Change['is'],
  instrument: Spot,
  clauses: Names<ClauseDraft>,
  report: Report,
): readonly Change[] {
  return itemsOf(child(instrument, key)).flatMap((spot) => {
    const isChange = is === 'amendment' ? isAmendment(spot, report) : isWaiver(spot, report);
    const root = isChange ? readTarget(child(spot, 'clause'), instrument, clauses, report) : undefined;
    return root === undefined ? [] : [{ is, spot, instrument, root }];
  });
}

export const WAIVER_SHAPE = z.strictObject({
  clause: anything,
  id: anything,
  title: text.exactOptional(),
  when: anything,
  source: fullMap,
});

function isWaiver(spot: Spot, report: Report): boolean {
  return checkShape(spot, WAIVER_SHAPE, report) !== undefined;
}

/** The keys that change are checked with the clause that comes of them. */
function isAmendment(spot: Spot, report: Report): boolean {
  if (!isMap(spot.value) || Object.keys(spot.value).length === 0) {
    reportWrong(spot, 'a map', report);
    return false;
  }
  const missing = ['clause', 'source'].filter((key) => child(spot, key).value === undefined);
  for (const key of missing) reportMissing(spot, key, report);
  const fixed = ['id', 'kind'].filter((key) => child(spot, key).value !== undefined);
  for (const key of fixed) {
    const message = `an amendment cannot change the ${inBackticks(key)} of a clause`;
    report('instrument/unchangeable-key', child(spot, key), message, { part: 'key' });
  }
  return missing.length === 0 && fixed.length === 0;
}

function readTarget(
  spot: Spot,
  instrument: Spot,
  clauses: Names<ClauseDraft>,
  report: Report,
): ClauseDraft | undefined {
  const naming = { code: 'instrument/unknown-clause', noun: 'a clause' } as const;
  const id = readName(spot, clauses, naming, report);
  const root = id === undefined ? undefined : clauses.declared.get(id);
  if (root?.instrument !== instrument) return root;
  const message = `the instrument changes ${inBackticks(root.id)}, which it adds itself`;
  return report('instrument/ends-own-clause', spot, message);
}

import { inBackticks } from '../../diagnostics/plain-text.ts';
import { readName, type Names } from '../forms/names.ts';
import { readList } from '../forms/read-list.ts';
import type { Report } from '../written/report.ts';
import { child, type Spot } from '../written/written.ts';
import type { ClauseDraft, Draft } from './draft.ts';

/** Checks that each instrument ends clauses of others that there are. */
export function checkEndings(drafts: readonly Draft[], clauses: Names<ClauseDraft>, report: Report): void {
  for (const { spot } of drafts) {
    const ends = child(spot, 'ends');
    if (ends.value === undefined) continue;
    readList(ends, (each) => readEnded(each, spot, clauses, report), report);
  }
}

function readEnded(
  spot: Spot,
  instrument: Spot,
  clauses: Names<ClauseDraft>,
  report: Report,
): string | undefined {
  const naming = { code: 'instrument/unknown-clause', noun: 'a clause' } as const;
  const id = readName(spot, clauses, naming, report);
  if (id === undefined || clauses.declared.get(id)?.instrument !== instrument) return id;
  const message = `the instrument ends ${inBackticks(id)}, which it adds itself`;
  return report('instrument/ends-own-clause', spot, message);
}

import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import type { Instrument } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, itemsOf, textIn, type Spot } from '../written/written.ts';
import type { ClauseDraft, Draft } from './draft.ts';

/** What is known of a pack when every part of it that could be resolved is. */
export interface ResolvedParts {
  readonly drafts: readonly Draft[];
  readonly instruments: ReadonlyMap<Spot, Instrument>;
  readonly clauses: ReadonlyMap<string, ResolvedClause>;
}

/** Checks that nobody's right is ended or displaced by an instrument that they neither made nor assented to. */
export function checkAssent(parts: ResolvedParts, report: Report): void {
  for (const { spot, clauses } of parts.drafts) {
    const instrument = parts.instruments.get(spot);
    if (instrument === undefined) continue;
    checkTargets(child(spot, 'ends'), instrument, 'instrument/without-assent', parts, report);
    for (const clause of clauses) {
      checkTargets(displacedBy(clause), instrument, 'clause/without-assent', parts, report);
    }
  }
}

function displacedBy(clause: ClauseDraft): Spot {
  return child(clause.spot, 'notwithstanding');
}

function checkTargets(
  list: Spot,
  instrument: Instrument,
  code: DiagnosticCode,
  parts: ResolvedParts,
  report: Report,
): void {
  const agreed = [...instrument.parties, ...instrument.assentedBy];
  for (const spot of itemsOf(list)) {
    const target = parts.clauses.get(textIn(spot));
    const missing = target?.owedTo.filter((party) => !agreed.includes(party)) ?? [];
    if (target === undefined || missing.length === 0) continue;
    const message = `${inBackticks(target.id)} is owed to ${listed(missing, 'and')}, no party to ${inBackticks(instrument.id)}`;
    report(code, spot, message, {
      hint: `if it agreed, write it under \`assented-by\` of ${inBackticks(instrument.id)}`,
    });
  }
}

import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import type { Instrument } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, itemsOf, textIn, type Spot } from '../written/written.ts';
import type { ClauseDraft, Draft } from './draft.ts';
import type { Lineages } from './lineages.ts';

/** What is known of a pack when every part of it that could be resolved is. */
export interface ResolvedParts {
  readonly drafts: readonly Draft[];
  readonly lineages: Lineages;
  readonly instruments: ReadonlyMap<Spot, Instrument>;
  readonly clauses: ReadonlyMap<string, ResolvedClause>;
}

/** Checks that nobody's right is ended, changed or displaced by an instrument that they neither made nor assented to. */
export function checkAssent(parts: ResolvedParts, report: Report): void {
  const { drafts, lineages, instruments, clauses } = parts;
  const owedTo = (spot: Spot): readonly string[] =>
    lineages.idsOf(textIn(spot)).flatMap((id) => clauses.get(id)?.owedTo ?? []);
  const check = (code: DiagnosticCode, targets: readonly Spot[], instrument: Instrument): void => {
    for (const spot of targets) checkTarget(spot, owedTo(spot), instrument, code, report);
  };
  for (const { spot, clauses: own } of drafts) {
    const instrument = instruments.get(spot);
    if (instrument === undefined) continue;
    check('instrument/without-assent', itemsOf(child(spot, 'ends')), instrument);
    check('clause/without-assent', own.flatMap(displacedBy), instrument);
  }
  for (const { draft, instrument } of lineages.versions) {
    if (draft.changed?.has('notwithstanding') === true)
      check('clause/without-assent', displacedBy(draft), instrument);
  }
  checkChanges(parts, report);
}

/** What an amendment changes is owed under the version before it. */
function checkChanges({ lineages, clauses }: ResolvedParts, report: Report): void {
  for (const { before, instrument, changes } of lineages.versions) {
    const owed = clauses.get(before)?.owedTo ?? [];
    for (const { spot } of changes) {
      checkTarget(child(spot, 'clause'), owed, instrument, 'instrument/without-assent', report);
    }
  }
}

function displacedBy(clause: ClauseDraft): readonly Spot[] {
  return itemsOf(child(clause.spot, 'notwithstanding'));
}

function checkTarget(
  spot: Spot,
  owedTo: readonly string[],
  instrument: Instrument,
  code: DiagnosticCode,
  report: Report,
): void {
  const agreed = [...instrument.parties, ...instrument.assentedBy];
  const missing = [...new Set(owedTo)].filter((party) => !agreed.includes(party));
  if (missing.length === 0) return;
  const message = `${inBackticks(textIn(spot))} is owed to ${listed(missing, 'and')}, no party to ${inBackticks(instrument.id)}`;
  report(code, spot, message, {
    hint: `if it agreed, write it under \`assented-by\` of ${inBackticks(instrument.id)}`,
  });
}

import { OTHER_TERMS, type DealTerms } from '../../pack/procedure.ts';
import type { TermChange } from '../../pack/request.ts';
import { DEAL_TERMS_ID } from '../../pack/unknown-ids.ts';
import { wordQuestion, type Ask } from '../questions/question.ts';
import { wordOf, type Terms } from './terms.ts';

/** How a deal compares with what was offered to the holder, from the grantor's side. */
type Comparison = 'equal' | 'better' | 'worse' | 'neither';

/** True where a change of its terms means that a deal has to be offered again. */
export function hasReopened(changes: readonly TermChange[], place: number, terms: Terms): boolean {
  if (isPlainlyEqual(changes, terms.procedure.terms)) return false;
  switch (wordOf.reopenOn(terms)) {
    case 'none':
      return false;
    case 'any-change':
      return !areEqual(changes, terms.procedure.terms, terms.ask);
    case 'better-for-grantor':
      return compared(changes, place, terms) === 'better';
    case 'worse-for-grantor':
      return compared(changes, place, terms) === 'worse';
  }
}

/** True where the terms on which a holder takes a deal come up to those offered. */
export function isMatched(changes: readonly TermChange[], place: number, terms: Terms): boolean {
  if (isPlainlyEqual(changes, terms.procedure.terms)) return true;
  switch (wordOf.match(terms)) {
    case 'any-terms':
      return true;
    case 'same':
      return areEqual(changes, terms.procedure.terms, terms.ask);
    case 'same-or-better': {
      const comparison = compared(changes, place, terms);
      return comparison === 'equal' || comparison === 'better';
    }
  }
}

/** True where no change counts, whatever is left open. */
function isPlainlyEqual(changes: readonly TermChange[], terms: DealTerms): boolean {
  return changes.every((change) => !isMoved(change, terms));
}

/** True where no change counts. */
export function areEqual(changes: readonly TermChange[], terms: DealTerms, ask: Ask): boolean {
  return movesOf(changes, terms, ask).length === 0;
}

function compared(changes: readonly TermChange[], place: number, { procedure, ask }: Terms): Comparison {
  const { terms } = procedure;
  const moves = movesOf(changes, terms, ask);
  const [first] = moves;
  if (first === undefined) return 'equal';
  if (first !== 'different' && moves.every((move) => move === first)) return first;
  return ask<Comparison>({
    is: 'record',
    key: `terms ${String(place)} ${JSON.stringify([terms.better, terms.tolerance])}`,
    reportedAs: DEAL_TERMS_ID,
    answers: (['better', 'worse', 'neither'] as const).map((value) => ({ label: value, value })),
  });
}

/** Which way each term that counts has moved; `different` where that is neither better nor worse, or not recorded. */
function movesOf(
  changes: readonly TermChange[],
  terms: DealTerms,
  ask: Ask,
): readonly ('better' | 'worse' | 'different')[] {
  return changes
    .filter((change) => isMoved(change, terms))
    .flatMap((change) => {
      const better = Object.hasOwn(terms.better, change.term) ? terms.better[change.term] : undefined;
      if (better === undefined) {
        return ask(wordQuestion(terms.others, OTHER_TERMS)) === 'material' ? (['different'] as const) : [];
      }
      const way = wayOf(change);
      if (way === 'changed' || better === 'unordered') return ['different'] as const;
      return [way === better ? ('better' as const) : ('worse' as const)];
    });
}

function wayOf(change: TermChange): 'lower' | 'higher' | 'changed' {
  if (change.is !== 'numbers') return change.is;
  return change.to < change.from ? 'lower' : 'higher';
}

/** True unless the change is of a number, and nothing or within the tolerance for it. */
function isMoved(change: TermChange, { tolerance }: DealTerms): boolean {
  if (change.is !== 'numbers') return true;
  const percent = Object.hasOwn(tolerance, change.term) ? (tolerance[change.term] ?? 0) : 0;
  const { from, to } = change;
  return Math.abs(to - from) * 100 > percent * Math.abs(from);
}

import type { Clause, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';

/** In what a mutant differs from the original, as far as answers can tell. */
export interface WhatChanged {
  /** Clauses that differ, or whose time in force may, as each pack has them. */
  readonly clauses: readonly ChangedClause[];
  /** True where some clause has another name or is gone: what names clauses may then be refused. */
  readonly areRenamed: boolean;
  /** True where something besides clauses and instruments differs, which may be read anywhere. */
  readonly isWords: boolean;
}

/** A clause with what says when it may be in force. */
interface ChangedClause {
  readonly clause: Clause;
  readonly possiblyFrom: number;
  readonly endsOn: number;
}

/** Finds in what a mutant differs. */
export function whatChanged(original: Pack, mutant: Pack): WhatChanged {
  const instruments = new Set(differing(original.instruments, mutant.instruments));
  const ids = new Set(differing(original.clauses, mutant.clauses));
  const changedIn = (pack: Pack): readonly ChangedClause[] =>
    pack.clauses
      .filter(
        ({ id, instrument, endedBy }) =>
          ids.has(id) || [instrument, ...endedBy].some((each) => instruments.has(each)),
      )
      .map((clause) => withDays(clause, pack));
  const names = [original, mutant].map(({ clauses }) => clauses.map(({ id }) => id).join(' '));
  return {
    clauses: [...changedIn(original), ...changedIn(mutant)],
    areRenamed: names[0] !== names[1],
    isWords: wordsOf(original) !== wordsOf(mutant),
  };
}

/** The ids of what only one list has, or both otherwise. */
function differing(
  one: readonly { readonly id: string }[],
  other: readonly { readonly id: string }[],
): readonly string[] {
  const texts = new Map(one.map((each) => [each.id, textOf(each)]));
  const others = new Map(other.map((each) => [each.id, textOf(each)]));
  return [...new Set([...texts.keys(), ...others.keys()])].filter((id) => texts.get(id) !== others.get(id));
}

function wordsOf({ parties, groups, acts, facts, happenings, readings, calendars }: Pack): string {
  return textOf([parties, groups, acts, facts, happenings, readings, calendars]);
}

/** Parts of packs are plain data whose keys stand in one order. */
function textOf(part: unknown): string {
  return JSON.stringify(part);
}

function withDays(clause: Clause, { instruments }: Pack): ChangedClause {
  const begun = instruments.find(({ id }) => id === clause.instrument);
  const ended = instruments.filter(({ id }) => clause.endedBy.includes(id)).map(({ from }) => from);
  const goesOn = clause.survives !== undefined;
  return {
    clause,
    possiblyFrom: begun?.possiblyFrom ?? -Infinity,
    endsOn: goesOn ? Infinity : Math.min(Infinity, ...ended),
  };
}

/** True where no answer can tell the packs apart: an obligation never limits, and nothing but obligations differs. */
export function isIdle({ clauses, isWords }: WhatChanged): boolean {
  return !isWords && clauses.every(({ clause }) => clause.kind === 'obligation');
}

/** True where the answer to a request may be another: a clause that differs bears on its acts, and may be live on its day. */
export function mayMatter({ clauses, isWords }: WhatChanged, request: Request): boolean {
  return isWords || clauses.some((changed) => mayBear(changed, request));
}

function mayBear({ clause, possiblyFrom, endsOn }: ChangedClause, request: Request): boolean {
  const { binds, acts, kind, procedure } = clause;
  const isAsked = binds.includes(request.actor) && acts.some((act) => request.acts.includes(act));
  if (!isAsked || kind === 'obligation' || request.date < possiblyFrom) return false;
  // A deal under way when a first right ends may go on.
  return request.date < endsOn || (procedure !== undefined && request.opportunity !== undefined);
}

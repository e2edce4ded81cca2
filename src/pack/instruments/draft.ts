import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Names } from '../forms/names.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, entriesOf, itemsOf, textIn, topOf, type Spot, type Written } from '../written/written.ts';

/** An instrument's file before it is resolved. */
export interface Draft {
  readonly spot: Spot;
  readonly clauses: readonly ClauseDraft[];
}

export interface ClauseDraft {
  readonly id: string;
  readonly spot: Spot;
  /** The instrument's file. */
  readonly instrument: Spot;
  /** The id under which the clause was first written, where this is an amended version of it. */
  readonly lineage?: string;
  /** The file of the instrument that first wrote it, where that is another: whom it binds stays as it was. */
  readonly origin?: Spot;
  /** The keys that the amendment changes; those of a first version are all its own. */
  readonly changed?: ReadonlySet<string>;
}

/** Splits an instrument's file into its clauses, however wrong they are. */
export function draftOf(written: Written): Draft {
  const spot = topOf(written);
  const clauses = itemsOf(child(spot, 'clauses')).map((clause) => ({
    id: textIn(child(clause, 'id')),
    spot: clause,
    instrument: spot,
  }));
  return { spot, clauses };
}

/** The names of all clauses. They are not whole where a file or a clause's id could not be read. */
export function clauseNames(drafts: readonly Draft[], areAllRead: boolean): Names<ClauseDraft> {
  const clauses = drafts.flatMap((draft) => draft.clauses);
  const isWhole = areAllRead && clauses.every(({ id }) => id !== '') && drafts.every(hasClausesInPlace);
  return { declared: new Map(clauses.map((clause) => [clause.id, clause])), whole: isWhole };
}

/** The names of all instruments, whole where each could be read. */
export function instrumentNames(drafts: readonly Draft[], areAllRead: boolean): Names<Draft> {
  const named = drafts.map((draft) => [textIn(child(draft.spot, 'instrument')), draft] as const);
  return { declared: new Map(named), whole: areAllRead && named.every(([id]) => id !== '') };
}

/** Reports each id that stands a second time. */
export function checkUniqueIds(drafts: readonly Draft[], report: Report): void {
  const instruments = drafts.map(({ spot }) => child(spot, 'instrument'));
  const clauses = drafts.flatMap((draft) => draft.clauses.map(({ spot }) => child(spot, 'id')));
  reportSecond(instruments, 'instrument', report);
  reportSecond(clauses, 'clause', report);
}

function reportSecond(ids: readonly Spot[], what: 'instrument' | 'clause', report: Report): void {
  const first = new Map<string, Spot>();
  for (const spot of ids) {
    const id = textIn(spot);
    const before = first.get(id);
    if (id === '') continue;
    if (before === undefined) first.set(id, spot);
    else {
      const related = [relatedTo(before, 'the first one')];
      report(`${what}/duplicate-id`, spot, `there are two ${what}s ${inBackticks(id)}`, { related });
    }
  }
}

/** A misspelt `clauses` hides its clauses, and so does one that is no list. */
function hasClausesInPlace({ spot }: Draft): boolean {
  const { value } = child(spot, 'clauses');
  return Array.isArray(value) || (value === undefined && entriesOf(spot).every(([key]) => KEYS.has(key)));
}

const KEYS: ReadonlySet<string> = new Set([
  'instrument',
  'title',
  'parties',
  'assented-by',
  'basis',
  'effective',
  'ends',
  'amends',
  'waives',
]);

import { namesOf, type Names } from '../forms/names.ts';
import type { Spot } from '../written/written.ts';
import type {
  Act,
  BusinessCalendar,
  DefinedTerm,
  Fact,
  FactType,
  Grade,
  Group,
  Happening,
  Pack,
  Party,
  Reading,
  SourceDocument,
} from '../pack.ts';

/** The words that clauses and requests may use. */
export interface Vocabulary {
  readonly parties: Names<Party>;
  readonly groups: Names<Group>;
  readonly acts: Names<Act>;
  /** Measures are among them. */
  readonly facts: Names<Fact>;
  readonly happenings: Names<Happening>;
  readonly terms: Names<Term>;
  readonly readings: Names<Reading>;
  readonly grades: Names<Grade>;
  readonly documents: Names<SourceDocument>;
  readonly calendars: Names<BusinessCalendar>;
}

/** A defined term, its scope not yet resolved. */
export interface Term extends DefinedTerm {
  readonly when: Spot;
}

/** Gives the facts of one type. Those that are declared wrongly may be of any. */
export function factsOfType(facts: Names<Fact>, is: FactType['is']): Names<Fact> {
  const fitting = [...facts.declared].filter(([, fact]) => fact === undefined || fact.type.is === is);
  return { declared: new Map(fitting), whole: facts.whole };
}

/** Gives a checked pack's vocabulary. Groups and terms are words of scopes only, and resolved. */
export function vocabularyOf(pack: Pack): Vocabulary {
  return {
    parties: namesOf(pack.parties),
    groups: namesOf<Group>([]),
    acts: namesOf(pack.acts),
    facts: namesOf(pack.facts),
    happenings: namesOf(pack.happenings),
    terms: namesOf<Term>([]),
    readings: namesOf(pack.readings),
    grades: namesOf(pack.grades),
    documents: namesOf(pack.documents),
    calendars: namesOf(pack.calendars),
  };
}

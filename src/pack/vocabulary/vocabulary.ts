import { namesOf, type Names } from '../forms/names.ts';
import type { Act, Fact, Grade, Pack, Party, Reading, SourceDocument } from '../pack.ts';

/** The words that clauses and requests may use. */
export interface Vocabulary {
  readonly parties: Names<Party>;
  readonly acts: Names<Act>;
  readonly facts: Names<Fact>;
  readonly readings: Names<Reading>;
  readonly grades: Names<Grade>;
  readonly documents: Names<SourceDocument>;
}

/** Gives a checked pack's vocabulary. */
export function vocabularyOf(pack: Pack): Vocabulary {
  return {
    parties: namesOf(pack.parties),
    acts: namesOf(pack.acts),
    facts: namesOf(pack.facts),
    readings: namesOf(pack.readings),
    grades: namesOf(pack.grades),
    documents: namesOf(pack.documents),
  };
}

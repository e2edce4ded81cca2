/** The part of the catalogue that is about clauses. */
export const CLAUSE_MISTAKES = {
  'clause/duplicate-id': ['two clauses have the same id', 'rename one of them'],
  'clause/duplicate-carve-out': ['two carve-outs of a clause have the same id', 'rename one of them'],
  'clause/duplicate-ceasing': [
    'a way to lose force has the id of another, or of a carve-out of the clause',
    'rename one of them',
  ],
  'clause/number-not-quoted': ['a clause number is a YAML number, which drops final zeros', 'quote it'],
  'clause/missing-for-kind': ['a clause lacks a key that its kind needs', 'write it, or take another kind'],
  'clause/key-of-another-kind': [
    'a clause has a key that means nothing for its kind',
    'delete the key, or choose another kind',
  ],
  'clause/holder-is-grantor': [
    'holder and grantor are the same party',
    'the holder has the right, the grantor is bound by it; correct one',
  ],
  'clause/undeclared-party': [
    'a clause names a party that the pack does not declare',
    'correct the id, or declare the party',
  ],
  'clause/undeclared-act': [
    'a clause names an act that the pack does not declare',
    'correct the id, or declare the act',
  ],
  'clause/undeclared-fact': [
    'a scope tests something that is neither a fact nor a reading of the pack',
    'correct the id, or declare the fact',
  ],
  'clause/undeclared-value': [
    'a scope tests an enum for a value that it does not have',
    'correct the value, or declare it',
  ],
  'clause/undeclared-option': [
    'a scope tests a reading for an option that it does not have',
    'correct the option, or declare it',
  ],
  'clause/undeclared-reading': [
    'a value hangs on a reading that the pack does not declare',
    'correct the id, or declare the reading',
  ],
  'clause/missing-option': [
    'a value that hangs on a reading leaves one of its options out',
    'give each option a value, `none` or `unknown`',
  ],
  'clause/undeclared-group': [
    '`within` names a group that the pack does not declare',
    'correct the id, or declare the group',
  ],
  'clause/undeclared-term': [
    '`defined` names a term that the pack does not declare',
    'correct the id, or declare the term',
  ],
  'clause/undeclared-unit': [
    'a number has a unit that its fact does not declare',
    'write one of its units, or declare the unit',
  ],
  'clause/wrong-level': [
    'a scope tests a tree of values for an inner value as if it were a leaf, or for a leaf as if values lay within it',
    'write an inner value as `{ within: … }` and a leaf by itself',
  ],
  'clause/event-in-scope': [
    'a scope tests an event',
    'end the clause by it, with `until: { event: … }`, or declare a date',
  ],
  'clause/undeclared-document': [
    'a source cites a document that the pack does not declare',
    'correct the id, or declare the document',
  ],
  'clause/undeclared-grade': [
    'a source has a grade that the pack does not declare',
    'correct the grade, or declare it',
  ],
  'clause/unfit-value': [
    "a scope tests a fact for a value that is not of the fact's type",
    'write a value of that type; what the text leaves open is `unknown`',
  ],
  'clause/unfit-comparison': [
    'a comparison does not fit the type of what it compares',
    'write a value, or a comparison that fits the type',
  ],
  'clause/unlike-facts': [
    '`same-as` compares facts that can never be compared',
    'compare facts of one type, unit and set of values',
  ],
  'clause/unknown-clause': [
    '`notwithstanding`, `subject-to` or `after` names a clause that no file has',
    'correct the id, or add the file with the clause to the pack',
  ],
  'clause/without-assent': [
    'a clause prevails over a right without a party to whom it is owed',
    "name the party in the instrument's `parties` or `assented-by`, if it agreed",
  ],
  'clause/precedence-cycle': ['clauses prevail over each other in a circle', 'take one precedence out'],
  'clause/unknown-instrument': [
    'a day is counted from the start of an instrument that no file has',
    'correct the id, or add the file of the instrument to the pack',
  ],
  'clause/counts-back-from-event': [
    'a day is counted back from an event, whose day nobody knows before it happens',
    'declare a fact of the type `date` for a day that is known ahead, and count from `{ fact: … }`',
  ],
  'clause/anchor-in-scope': [
    'a date from which days are counted is tested in a scope as well',
    'declare two facts, one to count from and one to test',
  ],
  'clause/counts-in-circle': [
    'clauses count their days from the ends of each other',
    'count one of them from a day or an event',
  ],
  'clause/counts-from-amended': [
    'a day is counted from the end of a clause that is amended',
    'count it from what that end is counted from',
  ],
  'clause/counts-from-open-end': [
    'a day is counted from the end of a clause whose own end is unknown, assumed or by reading',
    'count it from an event or a date; an unknown length may stand in the count itself',
  ],
} as const;

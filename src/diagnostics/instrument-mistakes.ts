/** The part of the catalogue that is about instruments. */
export const INSTRUMENT_MISTAKES = {
  'instrument/duplicate-id': ['two instruments have the same id', 'rename one of them'],
  'instrument/undeclared-party': [
    'an instrument names a party that the pack does not declare',
    'correct the id, or declare the party',
  ],
  'instrument/band-reversed': ['`possibly-from` lies after `from`', 'write the earlier day there'],
  'instrument/unknown-clause': [
    'an instrument ends, amends or waives a clause that no file has',
    'correct the id, or add the file with the clause to the pack',
  ],
  'instrument/ends-own-clause': [
    'an instrument ends, amends or waives a clause that it adds itself',
    'write the clause as it is to be, or leave it out',
  ],
  'instrument/without-assent': [
    'an instrument ends or changes a right without a party to whom it is owed',
    'name the party under `parties` or `assented-by`, if it agreed',
  ],
  'instrument/unchangeable-key': [
    'an amendment changes what makes the clause this clause, its id or its kind',
    'end the clause, and add another',
  ],
  'instrument/amended-twice': [
    'two amendments change one clause on the same day',
    'write them as one amendment, or correct a date',
  ],
  'instrument/amended-too-early': ['an amendment starts before what it changes', 'correct one of the dates'],
} as const;

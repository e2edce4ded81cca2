/** The part of the catalogue that is about the form of documents, whatever they say. */
export const SHAPE_MISTAKES = {
  'shape/unknown-key': ['a map has a key that the rule language does not know', 'correct or delete the key'],
  'shape/missing-key': [
    'a map lacks a key that it needs',
    'write the key; what is not known is `unknown`, where that is allowed',
  ],
  'shape/wrong-value': [
    'a value has not the form that belongs there',
    'see the key in `docs/rule-language.md`',
  ],
  'shape/empty': ['a text, list or map is empty', 'write what belongs there, or leave the key out'],
  'shape/repeated': ['a list names the same thing twice', 'keep one of the two'],
  'shape/bad-id': ['an id is not a letter and then letters, digits, `-` and `.`', 'choose another id'],
  'shape/reserved-id': ['an id is a word that the rule language uses itself', 'choose another id'],
  'shape/impossible-date': ['no calendar has the day', 'correct the date'],
  'shape/bad-duration': [
    'a duration is not a positive number of calendar days, weeks, months or years',
    'write it like `30 calendar-days` or `6 months`',
  ],
  'shape/long-quote': ['a quote is longer than 25 words', 'quote the words that matter, 25 at most'],
} as const;

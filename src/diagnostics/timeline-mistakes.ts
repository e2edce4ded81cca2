/** The part of the catalogue that is about timelines. */
export const TIMELINE_MISTAKES = {
  'timeline/reversed': [
    'a timeline is to begin after it ends',
    'let `from` be the earlier day, or the smaller number',
  ],
  'timeline/too-long': ['a timeline is to span more than a hundred years', 'let it span fewer'],
  'timeline/too-many-turns': [
    'an answer may change more often along a timeline than can be followed',
    'ask for a shorter span, for fewer providers, or for one act',
  ],
  'timeline/undeclared-fact': [
    'a timeline is to vary a fact that the pack does not declare',
    'take an id from the `facts` of `pack.yaml`',
  ],
  'timeline/unordered-fact': [
    'a timeline is to vary a fact whose values have no order, or that no request states',
    'name a number, a date or an event',
  ],
} as const;

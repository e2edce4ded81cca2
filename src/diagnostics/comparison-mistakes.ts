/** The part of the catalogue that is about comparisons. */
export const COMPARISON_MISTAKES = {
  'acknowledgement/matches-nothing': [
    'an acknowledgement names a change that the comparison does not find',
    'take it out, or name the change by the id that `compare` prints with it',
  ],
} as const;

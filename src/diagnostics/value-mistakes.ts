/** The part of the catalogue that is about values that a program gives. */
export const VALUE_MISTAKES = {
  'value/not-plain': [
    'a value given by a program is not plain data',
    'give only maps, lists, text, numbers, `true`, `false` and `null`',
  ],
  'value/too-large': [
    'a value given by a program is too large or too deep',
    'leave parts out; a request is rarely longer than a page',
  ],
} as const;

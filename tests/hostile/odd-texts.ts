/** Names that every object has, or that set its prototype. */
export const POLLUTING_NAMES = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'valueOf',
  'hasOwnProperty',
  'toJSON',
  '__defineGetter__',
] as const;

/** Text that looks like other text, turns its direction, hides, or is none. */
export const ODD_TEXTS = [
  '\uD800',
  '\uDC00\uD800',
  '\u202E\u2066',
  '\u200B\u200D\u2060',
  '\u00AD',
  `e${'\u0301'.repeat(200)}`,
  '\u{1F469}\u200D\u{1F680}',
  '\u{10FFFF}',
  '\u{E0041}',
  '\u2028\u2029',
  '\u0085',
  '\uFFFE',
  '\uFEFF',
  '\u0430',
  '\u00A0',
] as const;

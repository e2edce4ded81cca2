import { LONGEST_QUOTE } from '../clauses/resolve-source.ts';
import { ref, textLike } from './json-schema.ts';

/** The keys of a source. */
export const SOURCE_PARTS = {
  document: ref('document'),
  grade: ref('grade'),
  at: ref('text'),
  quote: textLike(
    String.raw`^\s*(?:\S+\s+){0,${String(LONGEST_QUOTE - 1)}}\S+\s*$`,
    `a quote has at most ${String(LONGEST_QUOTE)} words`,
  ),
};

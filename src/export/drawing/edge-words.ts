import type { Variable } from '../../diagram/variables/variable.ts';
import type { Pack } from '../../pack/pack.ts';
import { classWords } from '../words/class-words.ts';

/** Puts the classes of each edge of one node in words. The longest of them is `any other` where that is shorter. */
export function edgeWords(
  variable: Variable,
  edges: readonly (readonly number[])[],
  pack: Pack,
): readonly string[] {
  const words = edges.map((classes) => [...new Set(classWords(variable, classes, pack))]);
  const longest = Math.max(...words.map(({ length }) => length));
  const rest = longest > MOST_NAMED ? words.findIndex(({ length }) => length === longest) : -1;
  return words.map((each, place) => (place === rest && words.length > 1 ? 'any other' : either(each)));
}

const MOST_NAMED = 4;

function either(words: readonly string[]): string {
  return words.length < 2 ? words.join() : `${words.slice(0, -1).join(', ')} or ${words.slice(-1).join()}`;
}

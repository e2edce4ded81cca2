import { NO_VALUE } from './no-value.ts';

/** Few texts, each at a place of its own that its length and one of its letters give: one comparison tells which a text is. */
export interface TextTable {
  /** Which letter. */
  readonly letter: number;
  readonly factor: number;
  /** As many as a power of two; places that no text has are filled with texts that belong elsewhere. */
  readonly texts: readonly string[];
  readonly classes: Int32Array;
}

/** Gives a table of the texts and their classes; `undefined` where there is none, or some value is no text. */
export function textTable(codes: ReadonlyMap<unknown, number>): TextTable | undefined {
  const texts = [...codes.keys()].filter((value) => typeof value === 'string');
  const [first] = texts;
  if (first === undefined || texts.length < codes.size || texts.length > MOST_TEXTS) return undefined;
  const found = placesApart(texts);
  if (found === undefined) return undefined;
  const { letter, factor, size } = found;
  const placed = Array.from({ length: size }, () => first);
  const classes = new Int32Array(size).fill(NO_VALUE);
  for (const text of texts) {
    const place = placeOf(text, letter, factor, size);
    placed[place] = text;
    classes[place] = codes.get(text) ?? NO_VALUE;
  }
  return { letter, factor, texts: placed, classes };
}

/** The class of a text, `NO_VALUE` where it is not in the table. */
export function classOfText(text: string, { letter, factor, texts, classes }: TextTable): number {
  const place = placeOf(text, letter, factor, texts.length);
  return texts[place] === text ? (classes[place] ?? NO_VALUE) : NO_VALUE;
}

/** Beyond so many, a map is as quick. */
const MOST_TEXTS = 32;
/** How many letters, and factors, are tried for each size. */
const LETTERS = 8;
const FACTORS = 8;

function placesApart(
  texts: readonly string[],
): { readonly letter: number; readonly factor: number; readonly size: number } | undefined {
  for (let size = 1; size <= 8 * MOST_TEXTS; size *= 2) {
    for (let letter = 0; letter < LETTERS && size >= texts.length; letter += 1) {
      for (let factor = 1; factor <= FACTORS; factor += 1) {
        const places = new Set(texts.map((text) => placeOf(text, letter, factor, size)));
        if (places.size === texts.length) return { letter, factor, size };
      }
    }
  }
  return undefined;
}

/** Where a text stands. One that is too short to have the letter is placed by its length alone. */
function placeOf(text: string, letter: number, factor: number, size: number): number {
  const { length } = text;
  const code = letter < length ? text.charCodeAt(letter) : 0;
  return (code + length * factor) & (size - 1);
}

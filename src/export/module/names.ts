/** Gives names of JavaScript out of ids, no name twice and none that the module or the language uses itself. */
export class Names {
  readonly #taken = new Set(RESERVED);

  /** A name made of the words of some ids, such as `buyerProcureCapacity`. */
  of(...ids: readonly string[]): string {
    const words = ids.flatMap((id) => id.split(/[^A-Za-z0-9]+/u)).filter((word) => word !== '');
    const [first = 'it', ...others] = words;
    const joined = [first.charAt(0).toLowerCase() + first.slice(1), ...others.map(capitalised)].join('');
    const stem = /^[a-z]/u.test(joined) ? joined : `n${joined}`;
    let name = stem;
    for (let count = 2; this.#taken.has(name); count += 1) name = `${stem}${String(count)}`;
    this.#taken.add(name);
    return name;
  }
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Words of the language, and of the text around what is generated. Names in capitals cannot be met. */
const RESERVED: readonly string[] = [
  ...'arguments as async await break case catch class const continue debugger default delete do else enum eval'.split(
    ' ',
  ),
  ...'export extends false finally for from function get if implements import in instanceof interface let new'.split(
    ' ',
  ),
  ...'null of package private protected public return set static super switch this throw true try typeof'.split(
    ' ',
  ),
  ...'undefined var void while with yield globalThis'.split(' '),
  ...'question actor act provider date facts known day given fact value length count codes decide decideByTable refused'.split(
    ' ',
  ),
];

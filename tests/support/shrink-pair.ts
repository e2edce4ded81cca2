import type { Document, Part } from './generated-words.ts';
import type { PackDocuments } from './generate-packs.ts';
import type { Pair } from './generate-pairs.ts';

/** Enough for pairs as they are generated; each try loads a pack and asks everyone. */
const MOST_TRIES = 3_000;

/** Gives a pair from which nothing more can be taken away without its ceasing to fail. */
export async function shrunkPair(pair: Pair, fails: (pair: Pair) => Promise<boolean>): Promise<Pair> {
  let smallest = pair;
  let tries = 0;
  for (let found = true; found;) {
    found = false;
    for (const smaller of smallerThan(smallest)) {
      tries += 1;
      if (tries > MOST_TRIES) return smallest;
      if (!(await fails(smaller))) continue;
      smallest = smaller;
      found = true;
      break;
    }
  }
  return smallest;
}

/** Every pair with one thing less: files first, then what stands deeper and deeper in them. */
function* smallerThan({ pack, request, assumptions }: Pair): Generator<Pair> {
  const whole: Document = { pack, request };
  const paths = pathsIn(whole).filter(([first, second]) => second !== undefined && second !== first);
  for (const path of paths.toSorted((one, other) => one.length - other.length)) {
    const smaller = without(whole, path) as { readonly pack: PackDocuments; readonly request: Document };
    yield { ...smaller, assumptions };
  }
}

type Path = readonly (string | number)[];

function pathsIn(part: Part, path: Path = []): readonly Path[] {
  if (typeof part !== 'object') return path.length === 0 ? [] : [path];
  const entries = Array.isArray(part) ? [...(part as readonly Part[]).entries()] : Object.entries(part);
  const below = entries.flatMap(([key, value]) => pathsIn(value as Part, [...path, key]));
  return path.length === 0 ? below : [path, ...below];
}

function without(part: Part, [key, ...rest]: Path): Part {
  if (typeof part !== 'object' || key === undefined) return part;
  if (Array.isArray(part)) {
    const items = part as readonly Part[];
    return items.flatMap((item, place) => {
      if (place !== key) return [item];
      return rest.length === 0 ? [] : [without(item, rest)];
    });
  }
  return Object.fromEntries(
    Object.entries(part as Document).flatMap(([name, value]) => {
      if (name !== key) return [[name, value] as const];
      return rest.length === 0 ? [] : [[name, without(value, rest)] as const];
    }),
  );
}

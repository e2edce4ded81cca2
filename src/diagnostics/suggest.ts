const LONGEST_NAME = 64;
const MOST_CANDIDATES = 2000;

/** Gives the candidate closest to a misspelt name, or `undefined` if none is close. Looks at a bounded number of them. */
export function closest(name: string, candidates: Iterable<string>): string | undefined {
  if (name === '' || name.length > LONGEST_NAME) return undefined;
  let best: string | undefined;
  let bestDistance = (name.length < 3 ? 0 : Math.floor(name.length / 3)) + 1;
  let examined = 0;
  for (const candidate of candidates) {
    if (++examined > MOST_CANDIDATES) break;
    if (candidate === name || Math.abs(candidate.length - name.length) >= bestDistance) continue;
    const distance = editDistance(name.toLowerCase(), candidate.toLowerCase());
    if (distance < bestDistance) [best, bestDistance] = [candidate, distance];
  }
  return best;
}

/** Gives the hint "did you mean …?" for a misspelt name, or `undefined` if no candidate is close. */
export function didYouMean(name: string, candidates: Iterable<string>): string | undefined {
  const candidate = closest(name, candidates);
  return candidate === undefined ? undefined : `did you mean \`${candidate}\`?`;
}

/** Counts the letters to insert, drop, replace or swap with their neighbour that turn one word into the other. */
function editDistance(one: string, other: string): number {
  let beforePrevious: number[] = [];
  let previous = Array.from({ length: other.length + 1 }, (_, index) => index);
  for (let row = 1; row <= one.length; row++) {
    const current = [row];
    for (let column = 1; column <= other.length; column++) {
      const replaced = cell(previous, column - 1) + (one[row - 1] === other[column - 1] ? 0 : 1);
      const shifted = Math.min(cell(previous, column), cell(current, column - 1)) + 1;
      const isSwap = one[row - 1] === other[column - 2] && one[row - 2] === other[column - 1];
      const swapped = isSwap ? cell(beforePrevious, column - 2) + 1 : Infinity;
      current.push(Math.min(replaced, shifted, swapped));
    }
    [beforePrevious, previous] = [previous, current];
  }
  return cell(previous, other.length);
}

function cell(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}

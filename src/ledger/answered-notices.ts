import type { Spot } from '../pack/written/written.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Standing } from './standing-entries.ts';

/** A notice, or an answer to one. */
export interface Turn {
  readonly number: number;
  readonly place: number;
  /** Whose it is: a holder in an opportunity. */
  readonly whose: string;
  readonly kind: string;
  readonly on: Day;
  readonly party: string;
  readonly spot: Spot;
}

/** The notices and answers that stand: those of each holder in each opportunity in the order in which they happened. */
export type Turns = Map<string, Turn[]>;

/** Two answers of one holder between which it has had no notice. */
export type Pair = readonly [Turn, Turn];

/** Lets one entry stand where another stood, or where none did; gives two answers to one notice that come of it. */
export function replaceTurn(
  turns: Turns,
  before: Standing | undefined,
  after: Standing | undefined,
): Pair | undefined {
  const dropped = before && turnIn(before);
  const left = dropped && cutOut(ownTurns(turns, dropped), dropped);
  const added = after && turnIn(after);
  const made = added && putIn(ownTurns(turns, added), added);
  return made ?? (left && pairFrom(ownTurns(turns, left[0]), left[0]));
}

const TURNS: readonly string[] = ['notice', 'decline', 'exercise'];

function turnIn({ place, entry }: Standing): Turn | undefined {
  const { says, number, opportunity, spot } = entry;
  if (says.is !== 'event' || !TURNS.includes(says.kind)) return undefined;
  const { kind, on, party = '' } = says;
  return { number, place, whose: JSON.stringify([opportunity, party]), kind, on, party, spot };
}

function ownTurns(turns: Turns, { whose }: Turn): Turn[] {
  const own = turns.get(whose) ?? [];
  turns.set(whose, own);
  return own;
}

function cutOut(all: Turn[], turn: Turn): Pair | undefined {
  const at = placeIn(all, turn);
  all.splice(at, 1);
  return pairAt(all, at - 1);
}

function putIn(all: Turn[], turn: Turn): Pair | undefined {
  const at = placeIn(all, turn);
  all.splice(at, 0, turn);
  return pairAt(all, at - 1) ?? pairAt(all, at);
}

function pairFrom(all: readonly Turn[], turn: Turn): Pair | undefined {
  return pairAt(all, placeIn(all, turn));
}

/** How many happened before it: where it stands among those in order, or is to stand. */
function placeIn(all: readonly Turn[], turn: Turn): number {
  let [low, high] = [0, all.length];
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (isBefore(all[middle], turn)) low = middle + 1;
    else high = middle;
  }
  return low;
}

function isBefore(one: Turn | undefined, other: Turn): boolean {
  if (one === undefined) return false;
  return one.on === other.on ? one.place < other.place : one.on < other.on;
}

function pairAt(all: readonly Turn[], at: number): Pair | undefined {
  const [first, second] = [all[at], all[at + 1]];
  if (first === undefined || second === undefined) return undefined;
  return first.kind === 'notice' || second.kind === 'notice' ? undefined : [first, second];
}

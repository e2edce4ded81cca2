import type { Spot } from '../pack/written/written.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Standing } from './standing-entries.ts';

/** A notice, or an answer to one. */
interface Turn {
  readonly number: number;
  readonly place: number;
  readonly kind: string;
  readonly on: Day;
  readonly party: string;
  readonly spot: Spot;
}

/** Gives the first two answers of one holder of one opportunity between which it has had no notice. */
export function secondResponse(standing: readonly Standing[]): readonly [Turn, Turn] | undefined {
  const answered = new Map<string, Turn>();
  const turns = standing
    .flatMap(turnsIn)
    .toSorted((one, other) => one.on - other.on || one.place - other.place);
  for (const turn of turns) {
    const before = answered.get(turn.party);
    if (turn.kind === 'notice') answered.delete(turn.party);
    else if (before === undefined) answered.set(turn.party, turn);
    else return [before, turn];
  }
  return undefined;
}

function turnsIn({ place, entry }: Standing): readonly Turn[] {
  const { says, number, spot } = entry;
  if (says.is !== 'event' || !TURNS.includes(says.kind)) return [];
  return [{ number, place, kind: says.kind, on: says.on, party: says.party ?? '', spot }];
}

const TURNS: readonly string[] = ['notice', 'decline', 'exercise'];

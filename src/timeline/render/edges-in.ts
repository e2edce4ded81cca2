import type { Piece, Timeline } from '../timeline.ts';
import { eventsOf, inUnit } from './timeline-words.ts';

/** A place at which some candidate's answer becomes another, with all that makes it so. */
export interface Edge {
  readonly number: number;
  /** A piece that begins there. */
  readonly piece: Piece;
  readonly at: string;
  readonly events: readonly string[];
}

/** Numbers the places at which answers change, in order, those of all candidates together. */
export function edgesIn({ varied, providers }: Timeline): readonly Edge[] {
  const places = new Map<string, { readonly piece: Piece; readonly events: Set<string> }>();
  for (const piece of providers.flatMap(({ pieces }) => pieces.slice(1))) {
    const key = JSON.stringify([piece.from, piece.fromExcluded]);
    const place = places.get(key) ?? { piece, events: new Set<string>() };
    for (const { event } of eventsOf(piece)) place.events.add(event);
    places.set(key, place);
  }
  return [...places.values()].toSorted(inValueOrder).map(({ piece, events }, place) => {
    const above = piece.fromExcluded === true ? 'above ' : '';
    return { number: place + 1, piece, at: `${above}${inUnit(piece.from, varied)}`, events: [...events] };
  });
}

type Begun = { readonly piece: Piece };

function inValueOrder({ piece: one }: Begun, { piece: other }: Begun): number {
  if (one.from !== other.from) return one.from < other.from ? -1 : 1;
  return Number(one.fromExcluded === true) - Number(other.fromExcluded === true);
}

import { tailsOfClause, type Tail } from '../../pack/clause-tails.ts';
import type { AnchorBase, Pack } from '../../pack/pack.ts';
import { AT_ONCE, textOfOffset, type Offset } from '../../vocabulary/offset.ts';

const known = new WeakMap<Pack, readonly Tail[]>();

/** Gives every way in which some clause of a pack counts the days on which it begins, ends, or has survived its end. */
export function tailsOf(pack: Pack): readonly Tail[] {
  const tails = known.get(pack) ?? pack.clauses.flatMap(tailsOfClause);
  known.set(pack, tails);
  return tails;
}

/** How long after one of some events or dates, or before it, something turns: each length once, at once included. */
export function tailsAfterFacts(pack: Pack, facts: readonly string[]): readonly Offset[] {
  return tailsFrom(pack, (base) => 'fact' in base && facts.includes(base.fact));
}

/** How long after an instrument's start, or before it, something turns. */
export function tailsAfterStart(pack: Pack, instrument: string): readonly Offset[] {
  return tailsFrom(pack, (base) => base.is === 'start' && base.instrument === instrument);
}

/** The place of a length among the tails of one cause. */
export function placeOfTail(tails: readonly Offset[], tail: Offset): number {
  const text = textOfOffset(tail);
  const place = tails.findIndex((each) => textOfOffset(each) === text);
  if (place === -1) throw new RangeError(`${text} is no tail here`);
  return place;
}

function tailsFrom(pack: Pack, isMeant: (base: AnchorBase) => boolean): readonly Offset[] {
  const meant = tailsOf(pack).flatMap(({ base, offset }) => (isMeant(base) ? [offset] : []));
  return [...new Map([AT_ONCE, ...meant].map((tail) => [textOfOffset(tail), tail])).values()];
}

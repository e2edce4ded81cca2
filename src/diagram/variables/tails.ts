import type { AnchorBase, Clause, CountedLength, Pack } from '../../pack/pack.ts';
import { beginningOf, endingsOf, stepsOf, type Turning } from '../../pack/turnings.ts';
import { AT_ONCE, offsetsOf, textOfOffset, type Offset, type Step } from '../../vocabulary/offset.ts';
import { limitsIn } from './line-domain.ts';

/** A day that may turn something, counted from its base. */
export interface Tail {
  readonly base: AnchorBase;
  readonly offset: Offset;
}

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

function tailsOfClause(clause: Clause): readonly Tail[] {
  const beginning = beginningOf(clause);
  const { survives } = clause;
  const survivals = (survives === undefined ? [] : limitsIn(survives)).flatMap((limit): Step[] =>
    limit.is === 'set' ? [{ towards: 'after', by: limit.value }] : [],
  );
  const after = [[], ...survivals.map((step) => [step])];
  return [
    ...(beginning === undefined ? [] : tailsOfTurning(beginning, [[]])),
    ...endingsOf(clause).flatMap((turning) => tailsOfTurning(turning, after)),
  ];
}

function tailsOfTurning(turning: Turning, after: readonly (readonly Step[])[]): readonly Tail[] {
  const tails = (base: AnchorBase, steps: readonly Step[]): readonly Tail[] =>
    after.flatMap((more) => offsetsOf([...steps, ...more]).map((offset) => ({ base, offset })));
  if (turning.is === 'stated') {
    return limitsIn(turning.day).flatMap((limit) =>
      limit.is === 'set' ? tails({ is: 'day', day: limit.value }, []) : [],
    );
  }
  const { anchors, length } = turning;
  return anchors.flatMap(({ base, steps }) =>
    lengthsOf(length).flatMap((own) => tails(base, [...steps, ...own])),
  );
}

/** The counts for which a length may stand; where it may be unknown, what is counted from is asked about by itself. */
function lengthsOf(length: CountedLength | undefined): readonly (readonly Step[])[] {
  if (length === undefined) return [[]];
  const { stated } = length.period;
  const given = limitsIn(length.period).flatMap((limit) =>
    limit.is === 'set' ? [stepsOf(length, limit.value)] : [],
  );
  return stated.is === 'set' ? given : [[], ...given];
}

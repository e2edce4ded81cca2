import { offsetsOf, type Offset, type Step } from '../vocabulary/offset.ts';
import { limitsIn } from '../vocabulary/stated.ts';
import type { AnchorBase, Clause, CountedLength } from './pack.ts';
import { beginningOf, endingsOf, stepsOf, type Turning } from './turnings.ts';

/** A day that may turn something, counted from its base. */
export interface Tail {
  readonly base: AnchorBase;
  readonly offset: Offset;
}

/** Gives every way in which a clause counts the days on which it begins, ends, or has survived its end. */
export function tailsOfClause(clause: Clause): readonly Tail[] {
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

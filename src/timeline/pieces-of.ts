import type { Answer, Decision } from '../evaluation/decision.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import { axisValue, type Axis } from './axis.ts';
import { causesBetween } from './causes-between.ts';
import type { Confirmation } from './confirmation.ts';
import type { At } from './event.ts';
import type { Joined } from './joined-stretches.ts';
import type { Stretch } from './stretches.ts';
import type { Piece } from './timeline.ts';

/** Puts the answers of a candidate in pieces, each confirmed at both its ends, with what makes it another than the one before. */
export async function piecesOf(
  joined: readonly Joined[],
  place: number,
  axis: Axis,
  confirmation: Confirmation,
): Promise<readonly Piece[]> {
  const pieces: Piece[] = [];
  let before: Decision | undefined;
  for (const { first, last, answer } of joined) {
    const decision = await confirmation.confirmed(first.first, place, answer);
    const own = decision.answers[place];
    if (own === undefined) throw new Error('a candidate has no answer');
    const value = first.first;
    pieces.push({
      ...endsOf(first, last, axis),
      outcome: own.outcome,
      possible: own.possible,
      ...(own.bounded === true && { bounded: true as const }),
      governing: own.governing,
      turnsOn: own.turnsOn.map(({ id }) => id),
      assumptions: assumptionsOf(own),
      because:
        before === undefined ? [] : causesBetween(before.answers[place], own, atValue(value, axis, decision)),
    });
    before = await confirmation.confirmed(last.last, place, answer);
  }
  return pieces;
}

function assumptionsOf({ acts }: Answer): readonly string[] {
  return [...new Set(acts.flatMap((act) => act.assumptions.map(({ id }) => id)))];
}

function endsOf({ low }: Stretch, { high }: Stretch, axis: Axis): Pick<Piece, Ends> {
  return {
    from: axisValue(low.at, axis),
    to: axisValue(high.at, axis),
    ...(low.side === 'after' && { fromExcluded: true as const }),
    ...(high.side === 'before' && { toExcluded: true as const }),
  };
}

type Ends = 'from' | 'to' | 'fromExcluded' | 'toExcluded';

/** On which day something happens, where days are days of the request. */
function atValue(value: number, { fact }: Axis, { request }: Decision): At {
  if (fact !== undefined) return {};
  const { completeTo } = request.opportunity ?? {};
  return { day: isoFromDay(value), ...(completeTo !== undefined && { completeTo }) };
}

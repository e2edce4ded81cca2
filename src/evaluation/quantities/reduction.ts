import type { Pack } from '../../pack/pack.ts';
import { isBarring, isFavourable, type Position } from '../../vocabulary/position.ts';
import { describeFactValue } from '../criteria/describe-test.ts';
import type { Reduction } from '../decision.ts';
import { factOf } from '../../pack/lookup.ts';
import type { Standing } from '../outcomes/displacement.ts';
import { clausesHangingOn, takenIn, type DividedVerdict } from './divided-verdict.ts';
import type { Room } from './room.ts';

/** Says by how much a deal has to be made smaller, and which clauses of its acts set that limit. */
export function reductionTo(room: Room, acts: readonly DividedVerdict[], pack: Pack): Reduction {
  const { fact, certain } = room;
  const setters = acts.flatMap((act) => settersOf(room, act));
  const isFigureKnown = setters.length > 0;
  const setBy = isFigureKnown ? setters : acts.flatMap((act) => barsHangingOn(fact, act).map(idOf));
  const { type } = factOf(pack, fact);
  const bounds = boundsOf(room);
  return {
    fact,
    ...(type.is === 'number' && type.unit !== undefined && { unit: type.unit }),
    to: isFigureKnown
      ? inWords(bounds, fact, pack)
      : `a figure ${bounds.atMost === undefined ? 'below' : 'of at most'} ${describeFactValue(fact, room.top.high, pack)} that is not known`,
    ...bounds,
    setBy: [...new Set(setBy)],
    certain,
  };
}

type Bounds = Pick<Reduction, 'atLeast' | 'moreThan' | 'atMost' | 'lessThan'>;

/** The ends of a stretch: a figure is within it, what lies between two figures reaches up to them. */
function boundsOf({ top, bottom }: Room): Bounds {
  const lower = bottom.low === bottom.high ? { atLeast: bottom.low } : { moreThan: bottom.low };
  return {
    ...(bottom.low > 0 && lower),
    ...(top.low === top.high ? { atMost: top.high } : { lessThan: top.high }),
  };
}

function inWords({ atLeast, moreThan, atMost, lessThan }: Bounds, fact: string, pack: Pack): string {
  const figure = (value: number): string => describeFactValue(fact, value, pack);
  if (atLeast !== undefined && atLeast === atMost) return `exactly ${figure(atMost)}`;
  return [
    ...(atLeast === undefined ? [] : [`at least ${figure(atLeast)}`]),
    ...(moreThan === undefined ? [] : [`more than ${figure(moreThan)}`]),
    ...(atMost === undefined ? [] : [`at most ${figure(atMost)}`]),
    ...(lessThan === undefined ? [] : [`less than ${figure(lessThan)}`]),
  ].join(' and ');
}

/** Ids of the clauses that make the difference at an end of the stretch, by what they say before precedence. */
function settersOf({ from, to, fact }: Room, { whole, portions }: DividedVerdict): readonly string[] {
  const ofFact = (place: number) =>
    portions[place]?.quantity.fact === fact ? portions[place].verdict.standings : undefined;
  const [top, bottom] = [ofFact(from) ?? [], ofFact(to) ?? []];
  const above = ofFact(from - 1) ?? whole.standings;
  const below = ofFact(to + 1) ?? bottom;
  return [...worsening(top, above), ...worsening(bottom, below)];
}

function worsening(within: readonly Standing[], outside: readonly Standing[]): readonly string[] {
  return within
    .filter((standing, place) => {
      const inside = standing.finding.positions;
      const beyond = outside[place]?.finding.positions ?? [];
      const isBarredBeyond = beyond.some((position) => isInTheWay(position) && !inside.includes(position));
      return (
        isBarredBeyond || inside.some((position) => isFavourable(position) && !beyond.includes(position))
      );
    })
    .map(idOf);
}

/** The standing clauses in the way of the whole that may not be in the way of less. */
export function barsHangingOn(fact: string, { whole }: DividedVerdict): readonly Standing[] {
  const hanging = clausesHangingOn(
    fact,
    whole.standings.map(({ finding }) => finding.clause),
    takenIn(fact, whole.standings),
  );
  return whole.standings.filter(
    (standing) => hanging.has(idOf(standing)) && standing.positions.some(isInTheWay),
  );
}

/** True where a step that the grantor could take by itself is not enough. */
function isInTheWay(position: Position): boolean {
  return isBarring(position) || position === 'offer-first';
}

function idOf({ finding }: Standing): string {
  return finding.clause.id;
}

import type { CarveOutTrace, ClauseTrace } from '../evaluation/trace.ts';
import type { Position } from '../vocabulary/position.ts';
import { ceasingReasons } from './ceasing-words.ts';
import { joined } from './counting.ts';
import { beginningInWords, countedInWords } from './counted-words.ts';
import { reasonsFor } from './criterion-words.ts';
import type { Item } from './explanation.ts';
import { nameOf } from './outcome-sentences.ts';
import { procedureInWords } from './procedure-words.ts';
import { citationOf, confirmationOf } from './source-words.ts';

/** Explains a clause that weighs in: what it says, on which facts, by which source. */
export function weighingItem(clause: ClauseTrace, always: boolean): Item {
  const uncertain = always ? '' : ', in some cases';
  return {
    lead: `${nameOf(clause)}: ${positionsInWords(clause)}${uncertain}`,
    details: [
      `${instrumentInWords(clause)}; ${inForceInWords(clause)}`,
      ...factsLine(clause),
      ...(clause.procedure === undefined ? [] : [`Procedure: ${procedureInWords(clause.procedure)}`]),
      ...clause.carveOuts.filter((each) => each.finding !== 'met').map((each) => carveOutLine(each)),
      ...ceasingReasons(clause, 'unknown').map((reason) => `May be without force: ${reason}`),
      ...citationOf(clause.source),
      ...clause.confirmedBy.map(confirmationOf),
      ...(clause.duty === undefined ? [] : [`Duty: ${clause.duty}`]),
    ],
  };
}

/** States a duty that goes on whatever is decided. */
export function dutyItem(clause: ClauseTrace): Item {
  return {
    lead: `${nameOf(clause)}: ${clause.duty ?? 'a duty whose content is not stated'}`,
    details: citationOf(clause.source),
  };
}

const POSITION_WORDS: Readonly<Record<Position, string>> = {
  permits: 'permits it',
  reserves: 'reserves it for this provider',
  'reserved-for-another': 'reserves it for another',
  forbids: 'forbids it',
  'offer-first': 'asks to offer it first',
  'not-before': 'asks for a step first',
  nothing: 'says nothing',
};

function positionsInWords(clause: ClauseTrace): string {
  const spoken = clause.standing.filter((position) => position !== 'nothing');
  const words = spoken.map((position) =>
    position === 'reserved-for-another' && clause.holder !== undefined
      ? `reserves it for ${clause.holder.name}`
      : position === 'offer-first' && clause.holder !== undefined
        ? `asks to offer it to ${clause.holder.name} first`
        : POSITION_WORDS[position],
  );
  return words.length === 0 ? POSITION_WORDS.nothing : joined(words, 'or');
}

function instrumentInWords({ instrument, kind }: ClauseTrace): string {
  return `${kind} in ${instrument.name}`;
}

function inForceInWords({ inForce, instrument }: ClauseTrace): string {
  const { until, endedBy, ends, open } = inForce;
  const end =
    until === undefined ? '' : ` until ${until}${endedBy === undefined ? '' : ` (${endedBy.name})`}`;
  const counted = ends === undefined ? [] : [`it ends ${countedInWords(ends)}`];
  const doubts = [...open].map((side) => doubtInWords(side, inForce));
  const life = `in force from ${beginningInWords(inForce)}${end}, dated by ${instrument.basis}`;
  return [life, ...counted, ...doubts].join('; ');
}

function doubtInWords(
  side: 'start' | 'end',
  { possiblyFrom, possiblyUntil, begins }: ClauseTrace['inForce'],
): string {
  if (side === 'start' && begins !== undefined) return 'whether it has begun is not known';
  if (side === 'start')
    return `it may have started earlier, from ${possiblyFrom ?? 'a day that is not known'}`;
  return possiblyUntil === undefined
    ? 'whether it has ended is not known'
    : `it may have ended earlier, from ${possiblyUntil}`;
}

function factsLine(clause: ClauseTrace): readonly string[] {
  const reasons = clause.scope === undefined ? '' : reasonsFor(clause.scope);
  return reasons === '' ? [] : [`Facts: ${reasons}`];
}

function carveOutLine(carveOut: CarveOutTrace): string {
  const reasons = reasonsFor(carveOut.scope);
  const verb = carveOut.finding === 'unknown' ? 'may apply' : 'does not apply';
  return `Carve-out “${carveOut.title ?? carveOut.id}” ${verb}${reasons === '' ? '' : `: ${reasons}`}`;
}

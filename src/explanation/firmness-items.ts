import type { ActAnswer, Deciding, Flip } from '../evaluation/decision.ts';
import { counted, joined } from './counting.ts';
import type { Item } from './explanation.ts';
import { OUTCOME_WORDS } from './outcome-sentences.ts';

/** Says what decides an answer, and how far it is from where the answer is another. */
export function firmnessItems({ firmness }: ActAnswer): readonly Item[] {
  if (firmness === undefined) return [];
  const { deciding, assumptions } = firmness;
  const rests = `${joined(assumptions, 'and')}: ${assumptions.length === 1 ? 'assumed, and another value' : 'assumed, and another value of any of them'} may change the answer, as said above`;
  return [
    ...deciding.map((each) => ({ lead: decidingWords(each), details: [] })),
    ...(assumptions.length === 0 ? [] : [{ lead: rests, details: [] }]),
  ];
}

function decidingWords(deciding: Deciding): string {
  const { fact = 'date', value, below, above, sameFrom, sameTo } = deciding;
  const said = [
    ...(below === undefined ? [] : [flipWords(below, deciding, 'below')]),
    ...(above === undefined ? [] : [flipWords(above, deciding, 'above')]),
    ...(sameFrom === undefined ? [] : [`the same at least back to ${inUnit(sameFrom, deciding)}`]),
    ...(sameTo === undefined ? [] : [`the same at least up to ${inUnit(sameTo, deciding)}`]),
  ];
  return `${fact} ${inUnit(value, deciding)}: ${said.join('; ')}`;
}

function flipWords(flip: Flip, deciding: Deciding, way: keyof typeof WAYS): string {
  const { at, excluded, away, outcome, possible } = flip;
  const words = WAYS[way];
  const isDay = typeof at === 'string';
  const where = excluded === true ? words.beyond : words.from;
  const distance = isDay
    ? `${counted(away, 'day')} ${words.later}`
    : `${inUnit(away, deciding)} ${words.more}`;
  const answer =
    outcome === 'undetermined'
      ? `undetermined (${joined(
          possible.map((each) => OUTCOME_WORDS[each]),
          'or',
        )})`
      : OUTCOME_WORDS[outcome];
  return `${answer} ${where} ${inUnit(at, deciding)}, ${distance}`;
}

const WAYS = {
  below: { from: 'up to', beyond: 'below', later: 'earlier', more: 'less' },
  above: { from: 'from', beyond: 'above', later: 'later', more: 'more' },
} as const;

function inUnit(value: string | number, { unit }: Deciding): string {
  return typeof value === 'number' && unit !== undefined ? `${String(value)} ${unit}` : String(value);
}

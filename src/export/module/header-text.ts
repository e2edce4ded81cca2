import type { Fact, Pack } from '../../pack/pack.ts';
import type { Settled } from '../../pack/settlement.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { partiesOf } from './table-text.ts';
import { inType, literal, memberKey, remark } from './written-text.ts';

/** Writes what stands first in a module: what it decides, what it was made from, and the types of its questions and answers. */
export function headerText(pack: Pack, settled: Settled): string {
  return `// Decision function of: ${remark(pack.title)}
// Pack: ${remark(pack.id)}
// Digest: ${remark(pack.digest)}
// Disclaimer: ${remark(pack.disclaimer)}
// Settled: ${settledText(settled)}
// Written by \`compute-rights export --to module\`. Do not edit: change the pack and write it again.
//
// Every way through the functions was worked out from the contracts beforehand, day by day and value by value. Where
// what they look at is not known, the table further down gives every outcome that is still possible.

/** @typedef {${unionOf(SETTLED_OUTCOMES)}} SettledOutcome */
/** @typedef {${unionOf(partiesOf(pack))}} Party */
/** @typedef {${unionOf(pack.acts.map(({ id }) => id))}} Act */
/**
 * Facts left out, and those that are \`unknown\`, undefined or null, are not known. Days are written as \`2025-03-31\`.
 * @typedef {{
${pack.facts.map(factText).join('\n')}
 * }} Facts
 */
${TYPES_TEXT}
export const pack = Object.freeze({
  id: ${literal(pack.id)},
  title: ${literal(pack.title)},
  digest: ${literal(pack.digest)},
  disclaimer: ${literal(pack.disclaimer)},
});
`;
}

/** Types that are the same for every pack. */
const TYPES_TEXT = `/** @typedef {SettledOutcome | 'undetermined'} Outcome */
/**
 * One outcome, or all that are possible, worst first.
 * @typedef {{ readonly outcome: Outcome, readonly possible: readonly SettledOutcome[] }} Decided
 */
/**
 * Why a question has no answer: a part of it that the contracts cannot read.
 * @typedef {{
 *   readonly invalid: { readonly part: string, readonly value: unknown },
 *   readonly outcome?: never,
 *   readonly possible?: never,
 * }} Invalid
 */
/**
 * May this provider do this act for this actor on this day? What else is known is said by the key of a variable below.
 * @typedef {{
 *   readonly actor: Party,
 *   readonly act: Act,
 *   readonly provider: Party,
 *   readonly date: string,
 *   readonly facts?: Facts | undefined,
 *   readonly known?: Readonly<Record<string, string>> | undefined,
 * }} Question
 */

/**
 * @typedef {{ readonly from: number, readonly to: number, readonly closed: readonly number[],
 *   readonly holidays: ReadonlySet<number> }} Calendar
 */
/** @typedef {readonly [number, 'calendar-days' | 'weeks' | 'months' | 'years'] | readonly [number, 'business-days', Calendar, boolean]} Step */
/** @typedef {readonly Step[]} Tail */
/**
 * How the values of a fact are told apart.
 * @typedef {{ readonly level: number } & (
 *   | { readonly is: 'listed', readonly codes: ReadonlyMap<unknown, number>, readonly parts: readonly (readonly number[])[] }
 *   | { readonly is: 'line', readonly isDay: boolean, readonly group: readonly string[],
 *       readonly cuts: readonly (readonly [number, boolean])[], readonly firstClasses: readonly number[] }
 *   | { readonly is: 'event', readonly mayLieAhead: boolean, readonly tails: readonly Tail[], readonly group: readonly string[],
 *       readonly named: readonly number[], readonly classes: readonly (readonly [string | number, number])[] }
 *   | { readonly is: 'unread', readonly isDay: boolean, readonly mayBeNotYet: boolean }
 * )} Slot
 */
`;

function settledText({ readings = {}, assumptions = 'as-stated', opened = [] }: Settled): string {
  const taken = Object.entries(readings).map(([id, option]) => `${id} as ${option}`);
  const left = opened.map((id) => `${id} open`);
  const rest = assumptions === 'open' ? 'what is assumed left open' : 'the rest as the pack assumes it';
  return remark([...taken, ...left, rest].join(', '));
}

function factText({ id, type }: Fact): string {
  return ` *   readonly ${memberKey(id)}?: ${typeText(type)} | 'unknown' | null | undefined,`;
}

function typeText(type: Fact['type']): string {
  switch (type.is) {
    case 'enum':
      return unionOf([...type.values.map(({ id }) => id), ...(type.open ? ['other'] : [])]);
    case 'boolean':
    case 'assessment':
      return 'boolean';
    case 'number':
      return 'number';
    case 'date':
    case 'event':
      return 'string';
    case 'party':
      return 'Party';
  }
}

function unionOf(values: readonly string[]): string {
  return values.length === 0 ? 'never' : values.map(inType).join(' | ');
}

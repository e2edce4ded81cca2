import { checkedRequest, loadedPack } from './load-documents.ts';
import { evaluateNaively, type NaiveProviderAnswer } from './naive-evaluator.ts';
import { supportOf } from './naive-support.ts';
import type { AssumptionMode } from './naive-world.ts';

/** The words of the packs on which the naive evaluator itself is tested. */
export const VOCABULARY = `
pack: judged
language: 1
title: Judged
disclaimer: Invented for a test.
otherwise: permitted
parties:
  buyer: { name: Buyer }
  incumbent: { name: Incumbent, provider: true }
  rival: { name: Rival, provider: true }
acts:
  procure: { title: procure capacity }
  distribute: { title: distribute services }
facts:
  new: { type: boolean, question: Is it new? }
  size: { type: number, unit: MW, question: How large? }
  share: { type: number, unit: MW, question: How large a share? }
readings:
  R-1: { question: Narrow or wide?, options: { narrow: narrow, wide: wide } }
grades: { A: certain }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`;

export const SOURCE = 'source: { document: deed, grade: A }';

export const EXCLUSIVITY = `- { id: exclusive, title: Exclusive, kind: exclusivity, holder: incumbent, grantor: buyer, act: procure, ${SOURCE} }`;

export function firstRefusal(within: string, silence: string, release: string): string {
  return `
- id: refusal
  title: First refusal
  kind: first-refusal
  holder: incumbent
  grantor: buyer
  act: procure
  procedure:
    notice: { requires: [price, delivery], clock: complete-notice-received }
    response: { within: ${within}, silence: ${silence} }
    release: { for: ${release} }
  ${SOURCE}`;
}

export const REFUSAL = firstRefusal('30 calendar-days', 'releases', '90 calendar-days');

export interface Question {
  readonly clauses: string;
  readonly effective?: string;
  readonly more?: Readonly<Record<string, string>>;
  readonly request?: Record<string, unknown>;
  readonly assumptions?: AssumptionMode;
}

/** What comes of a question about one candidate. */
export interface Judgement {
  readonly possible: readonly string[];
  readonly turnsOn: readonly string[];
  readonly answer: NaiveProviderAnswer;
}

export function ask({
  clauses,
  effective = '{ from: 2024-01-01 }',
  more = {},
  request = {},
  assumptions = 'as-stated',
}: Question): Judgement {
  const deed = `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: ${effective}
clauses:
${clauses}
`;
  const pack = loadedPack({ 'pack.yaml': VOCABULARY, 'deed.yaml': deed, ...more });
  const document = {
    actor: 'buyer',
    date: '2025-03-31',
    acts: ['procure'],
    providers: ['rival'],
    ...request,
  };
  const [answer] = evaluateNaively(pack, checkedRequest(pack, document), { assumptions });
  if (answer === undefined) throw new Error('nobody was examined');
  return {
    possible: [...answer.possible].sort(),
    answer,
    turnsOn: [...supportOf(answer.completions)].sort(),
  };
}

/** The part of a request that records what happened in the deal with the rival. */
export function deal(date: string, events: readonly unknown[], completeTo = date): Record<string, unknown> {
  return { date, opportunity: { id: 'deal', counterparty: 'rival', 'complete-to': completeTo, events } };
}

export const NOTICE = { notice: '2025-03-01', to: 'incumbent', contains: ['price', 'delivery'] };
export const decline = (on: string) => ({ decline: on, by: 'incumbent' });
export const exercise = (on: string) => ({ exercise: on, by: 'incumbent' });

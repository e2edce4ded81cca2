import type { Checked } from '../../src/diagnostics/diagnostic.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Clause, Pack } from '../../src/pack/pack.ts';
import { goodTexts, instrumentOf, valueOf } from './good-pack.ts';

const WORDS = `
  customer:
    type: enum
    open: true
    question: Who?
    values: { public: { means: a public body, within: { army: the army, town: a town } }, firm: a firm }
  power: { type: number, unit: MW, units: { GW: 1000, kW: 0.001 }, question: How large? }
  operator: { type: party, question: Who operates? }
  opening: { type: event, question: Has it opened? }
`;
/** The good pack's vocabulary with values within values, groups, units, terms and an event. */
export const vocabulary = (goodTexts['pack.yaml'] ?? '')
  .replace('facts:\n', `facts:${WORDS}`)
  .replace('acts:\n', 'groups:\n  sellers: { means: those who sell, parties: [seller, rival] }\nacts:\n')
  .replace(
    'readings:\n',
    'terms:\n  little: { means: small, when: { power: { at-most: 5 kW } } }\n  tiny: { means: both, when: { defined: little, size: small } }\nreadings:\n',
  );
export const files = { ...goodTexts, 'pack.yaml': vocabulary };

/** Loads that pack with an instrument of one clause. */
export function loaded(keys: string): Checked<Pack> {
  return loadPackFiles({ ...files, 'extra.yaml': instrumentOf(keys) });
}

/** The clause of that instrument. */
export function clause(keys: string): Clause | undefined {
  return valueOf(loaded(keys)).clauses.find(({ id }) => id === 'extra-clause');
}

export const BAR = 'kind: prohibition, act: procure';
export const RIGHT = 'kind: exclusivity, holder: seller, grantor: buyer, act: procure';
export const CONSENT =
  'kind: precondition, act: procure, step: { do: ask, by: buyer }, until: { consent-of: seller }';

import { syntheticDeeds } from './synthetic/synthetic-deeds.ts';
import { syntheticVocabulary } from './synthetic/synthetic-vocabulary.ts';
import { randomFrom } from './random.ts';

const SEED = 4_207;

/**
 * Writes a pack with so many clauses, the same each time: deeds between a buyer and two holders, each with an amendment
 * of a later day. A deed concerns one kind of business, which three of 32 facts select, and its clauses test a few
 * more that are the deed's own; most clauses of different deeds therefore never meet, as in the contracts of a company.
 */
export function syntheticPack(clauses: number, seed = SEED): Readonly<Record<string, string>> {
  const deeds = syntheticDeeds(clauses, randomFrom(seed));
  const files = { 'pack.yaml': syntheticVocabulary(), ...deeds };
  return Object.fromEntries(
    Object.entries(files).map(([name, document]) => [name, JSON.stringify(document, undefined, 1)]),
  );
}

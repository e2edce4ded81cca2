import type { Random } from '../random.ts';
import { clauseId, scopeOf, SOURCE, syntheticClause, type Deed } from './synthetic-clause.ts';
import { HOLDERS, SELECTORS, TESTED, valuesOf, type Document } from './synthetic-vocabulary.ts';

/** Clauses of a deed and its amendment together. A pack has a thousand files at most, so 10,000 clauses need many. */
const MOST_IN_A_PAIR = 24;
const STARTS = ['2019-01-01', '2020-04-01', '2021-07-01', '2022-01-01', '2022-10-01', '2023-01-01'];
const AMENDED = ['2024-01-01', '2024-07-01', '2025-01-21', '2025-10-28', '2026-04-01'];

/** Gives the instruments by file name: deeds with their amendments, as many as the clauses need. */
export function syntheticDeeds(clauses: number, random: Random): Readonly<Record<string, Document>> {
  const pairs = Math.ceil(clauses / MOST_IN_A_PAIR);
  const files: Record<string, Document> = {};
  for (let pair = 0; pair < pairs; pair += 1) {
    const count = Math.floor(((pair + 1) * clauses) / pairs) - Math.floor((pair * clauses) / pairs);
    const later = Math.floor(count / 5);
    const deed = drawDeed(`deed-${String(pair + 1)}`, random);
    files[`${deed.id}.yaml`] = deedOf(deed, count - later);
    files[`${deed.id}-amended.yaml`] = amendmentOf(deed, count - later, later);
  }
  return files;
}

function drawDeed(id: string, random: Random): Deed {
  const at = random.below(HOLDERS.length);
  const [holder, second] = [at, at + 1 + random.below(HOLDERS.length - 1)].map(
    (place) => HOLDERS[place % HOLDERS.length],
  );
  if (holder === undefined || second === undefined) throw new RangeError('there are too few holders');
  const selection = Object.fromEntries(
    Object.entries(SELECTORS).map(([fact, count]) => [fact, random.oneOf(valuesOf(fact, count))]),
  );
  const { number, date, boolean } = TESTED;
  const facts = [random.oneOf(TESTED.enum), random.oneOf(TESTED.enum), random.oneOf(number)];
  return { id, holder, second, selection, facts: [...facts, random.oneOf([...boolean, ...date])], random };
}

function deedOf(deed: Deed, count: number): Document {
  return {
    ...instrumentOf(deed, deed.id, deed.random.oneOf(STARTS)),
    clauses: Array.from({ length: count }, (_, at) => syntheticClause(deed, at)),
  };
}

/** Ends the deed's first right, rewrites the scope of its second clause, and adds clauses. */
function amendmentOf(deed: Deed, before: number, count: number): Document {
  return {
    ...instrumentOf(deed, `${deed.id}-amended`, deed.random.oneOf(AMENDED)),
    ends: [clauseId(deed, 0)],
    amends: [{ clause: clauseId(deed, 1), when: scopeOf(deed), source: SOURCE }],
    clauses: Array.from({ length: count }, (_, at) => syntheticClause(deed, roundUp(before) + at)),
  };
}

/** Clauses come in groups of four; those of an amendment begin a new one. */
function roundUp(count: number): number {
  return Math.ceil(count / 4) * 4;
}

function instrumentOf(deed: Deed, id: string, from: string): Document {
  return {
    instrument: id,
    title: id,
    parties: ['buyer', deed.holder, deed.second],
    basis: 'text',
    effective: { from },
  };
}

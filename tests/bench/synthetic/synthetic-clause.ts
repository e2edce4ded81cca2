import type { Random } from '../random.ts';
import { CHOICES, valuesOf, type Document } from './synthetic-vocabulary.ts';

/** What the clauses of one deed share. */
export interface Deed {
  readonly id: string;
  readonly holder: string;
  /** Party to the deed too; some clauses favour or burden it. */
  readonly second: string;
  /** Selects the business that the deed is about. */
  readonly selection: Document;
  readonly facts: readonly string[];
  readonly random: Random;
}

export const SOURCE = { document: 'deeds', grade: 'A' };

const PROCEDURE = {
  notice: { requires: ['price'], clock: 'complete-notice-received' },
  response: { within: '30 calendar-days', silence: 'releases' },
  release: { for: '90 calendar-days' },
};

/** Clauses come in groups of four: a right, a permission that prevails over it, a bar, and a duty or a second right. */
export function syntheticClause(deed: Deed, at: number): Document {
  const parts = [right, freedom, bar, rest][at % 4];
  if (parts === undefined) throw new RangeError('a group has four clauses');
  const id = clauseId(deed, at);
  return {
    id,
    title: id,
    act: 'procure',
    when: scopeOf(deed),
    source: SOURCE,
    ...parts(deed, at),
  };
}

function right(deed: Deed, at: number): Document {
  const { random, holder } = deed;
  const kind =
    random.below(3) > 0 ? { kind: 'exclusivity' } : { kind: 'first-refusal', procedure: PROCEDURE };
  return { ...kind, holder, grantor: 'buyer', except: [carveOut(deed, at)] };
}

function freedom(deed: Deed, at: number): Document {
  return {
    kind: 'permission',
    providers: deed.second,
    notwithstanding: [clauseId(deed, at - 1)],
  };
}

function bar(deed: Deed, at: number): Document {
  const { random, second } = deed;
  if (random.below(2) > 0) return { kind: 'prohibition', providers: second, except: [carveOut(deed, at)] };
  const step = { do: 'show the approval', by: 'buyer' };
  return { kind: 'precondition', providers: { not: second }, step, until: testOf(deed) };
}

function rest({ random, holder }: Deed): Document {
  if (random.below(2) > 0) return { kind: 'continued-use', holder, grantor: 'buyer', duty: 'keep paying' };
  return { kind: 'obligation', grantor: 'buyer', duty: 'report every year' };
}

function carveOut(deed: Deed, at: number): Document {
  return { id: `${clauseId(deed, at)}-except`, when: testOf(deed) };
}

/** The deed's business, and one or two of the deed's own facts. */
export function scopeOf(deed: Deed): Document {
  return { ...deed.selection, ...testOf(deed), ...(deed.random.below(2) > 0 ? testOf(deed) : {}) };
}

function testOf({ facts, random }: Pick<Deed, 'facts' | 'random'>): Document {
  const fact = random.oneOf(facts);
  if (fact.startsWith('amount'))
    return { [fact]: { [random.oneOf(['at-least', 'less-than'])]: 10 * (1 + random.below(50)) } };
  if (fact.startsWith('day'))
    return {
      [fact]: { [random.oneOf(['before', 'on-or-after'])]: `${String(2020 + random.below(8))}-01-01` },
    };
  if (fact.startsWith('flag')) return { [fact]: random.below(2) > 0 };
  const values = valuesOf(fact, CHOICES);
  return { [fact]: random.below(2) > 0 ? random.oneOf(values) : { not: random.oneOf(values) } };
}

export function clauseId({ id }: Pick<Deed, 'id'>, at: number): string {
  return `${id}-${String(at + 1)}`;
}

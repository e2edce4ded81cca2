import type { Clause, Pack } from '../../pack/pack.ts';
import type { ClauseChange } from '../comparison.ts';
import { idsOfBoth, type Sided } from '../sides.ts';
import { meaningOf, textOf } from './meaning.ts';

/** Gives every clause that only one pack has, or that is not the same in both. */
export function clauseChanges({ before, after }: Sided<Pack>): readonly ClauseChange[] {
  const [then, now] = [byId(before), byId(after)];
  return idsOfBoth({ before: before.clauses, after: after.clauses }).flatMap((clause) => {
    const [old, young] = [then.get(clause), now.get(clause)];
    if (old === undefined) return [{ clause, change: 'added', parts: [] } as const];
    if (young === undefined) return [{ clause, change: 'removed', parts: [] } as const];
    return textOf(old) === textOf(young) ? [] : [{ clause, ...difference(old, young) }];
  });
}

function byId({ clauses }: Pack): ReadonlyMap<string, Clause> {
  return new Map(clauses.map((clause) => [clause.id, clause]));
}

function difference(old: Clause, young: Clause): Pick<ClauseChange, 'change' | 'parts'> {
  const [before, after] = [old, young].map((clause) => new Map<string, unknown>(Object.entries(clause)));
  const keys = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
  const differing = keys.filter((key) => textOf(before?.get(key)) !== textOf(after?.get(key)));
  const telling = differing.filter(
    (key) => meaningOf({ [key]: before?.get(key) }) !== meaningOf({ [key]: after?.get(key) }),
  );
  const parts = (telling.length === 0 ? differing : telling).map(inKebab);
  if (telling.length === 0) return { change: 'reworded', parts };
  return { change: telling.every((key) => ENDINGS.includes(key)) ? 'ended' : 'changed', parts };
}

/** What only says when a clause is over. */
const ENDINGS = ['endedBy', 'until', 'untilEvent', 'survives'];

function inKebab(key: string): string {
  return key.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

import { canonicalText } from '../../pack/forms/digest.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import { procedureParameters } from '../../pack/procedure-parameters.ts';
import type { Stated } from '../../vocabulary/stated.ts';
import { bothSides, SIDES, type Side, type Sided } from '../sides.ts';

/**
 * Names where a first right stands in the deal on record. Rights of one holder that run through the same stages always stand
 * alike, whatever they are called. A right that both packs have under one id is held to stand alike too: if its stages
 * differ, that is a change of its own.
 */
export function stateKeys(packs: Sided<Pack>): (side: Side, clause: string) => string {
  const own = bothSides((side) => historiesIn(packs[side]));
  const keys = { before: own.before, after: renamed(own) };
  return (side, clause) => `state ${keys[side].get(clause) ?? clause}`;
}

function historiesIn({ clauses }: Pack): ReadonlyMap<string, string> {
  return new Map(
    clauses.flatMap((clause) => (clause.procedure === undefined ? [] : [[clause.id, historyOf(clause)]])),
  );
}

/** The history of the clause of that id before; its own where another right, of other stages, has that already. */
function renamed({ before, after }: Sided<ReadonlyMap<string, string>>): ReadonlyMap<string, string> {
  const wanted = [...after].map(([id, history]) => ({ id, history, wanted: before.get(id) ?? history }));
  const clashes = (one: (typeof wanted)[number]): boolean =>
    wanted.some((other) => other.wanted === one.wanted && other.history !== one.history);
  return new Map(
    wanted.map((each) => [
      each.id,
      clashes(each) && each.wanted !== each.history ? `${each.id} (after)` : each.wanted,
    ]),
  );
}

/** What a right makes of the events of its holder, as text. A stage that is left open is the clause's own, and that of its versions. */
function historyOf({ id, lineage = id, holder, procedure }: Clause): string {
  if (procedure === undefined) return canonicalText([holder]);
  const { able = null, frequency = null, mayLackTalks, releaseTo, terms } = procedure;
  const stages = procedureParameters(procedure).map(({ stated }) => settled(stated, lineage));
  return canonicalText([
    holder,
    stages,
    able,
    frequency,
    mayLackTalks,
    releaseTo,
    terms.better,
    terms.tolerance,
  ]);
}

function settled(stated: Stated<unknown>, clause: string): unknown {
  if (stated.is === 'unknown') return { ...stated, clause };
  if (stated.is === 'assumed') return { is: stated.is, limit: stated.limit, clause };
  if (stated.is !== 'by-reading') return stated;
  const isOpen = Object.values(stated.of).some(({ is }) => is === 'unknown');
  return isOpen ? { ...stated, clause } : stated;
}

/** Every first right of a side, by the variable of its state. */
export function rightsByState(
  packs: Sided<Pack>,
  keyOf: (side: Side, clause: string) => string,
): ReadonlyMap<string, readonly { readonly side: Side; readonly clause: Clause }[]> {
  const rights = new Map<string, { side: Side; clause: Clause }[]>();
  for (const side of SIDES) {
    for (const clause of packs[side].clauses.filter(({ procedure }) => procedure !== undefined)) {
      const key = keyOf(side, clause.id);
      rights.set(key, [...(rights.get(key) ?? []), { side, clause }]);
    }
  }
  return rights;
}

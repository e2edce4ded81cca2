import type { Clause } from '../../pack/pack.ts';
import { withChanged } from './clause-parts.ts';
import type { ContractPart } from './contract-part.ts';

/** Each way in which a clause ends or loses its force, held against the clause that goes on all the same. */
export function endingParts(clauses: readonly Clause[]): readonly ContractPart[] {
  return clauses.flatMap((clause) =>
    endingsIn(clause).map(({ id, without }) => ({
      kind: 'ending',
      id,
      change: { is: 'without', of: [clause], without: (all) => withChanged(all, clause.id, without) },
    })),
  );
}

interface Ending {
  readonly id: string;
  readonly without: (clause: Clause) => Clause;
}

function endingsIn(clause: Clause): readonly Ending[] {
  const { id, endedBy, until, untilEvent, untilCounted, ceases = [] } = clause;
  return [
    ...endedBy.map((instrument) => ({
      id: `${id} ended by ${instrument}`,
      without: (each: Clause) => ({ ...each, endedBy: each.endedBy.filter((one) => one !== instrument) }),
    })),
    ...(until.stated.is === 'none' ? [] : [{ id: `${id}.until`, without: withoutDay }]),
    ...(untilEvent === undefined ? [] : [{ id: `${id} until ${untilEvent}`, without: withoutEvent }]),
    ...(untilCounted === undefined ? [] : [{ id: `${id} until the day counted`, without: withoutCount }]),
    ...ceases.map((ceasing) => ({
      id: `${id}.${ceasing.id}`,
      without: (each: Clause) => ({
        ...each,
        ceases: (each.ceases ?? []).filter((one) => one.id !== ceasing.id),
      }),
    })),
  ];
}

function withoutDay(clause: Clause): Clause {
  return { ...clause, until: { ...clause.until, stated: { is: 'none' } } };
}

function withoutEvent({ untilEvent: _event, ...rest }: Clause): Clause {
  return rest;
}

function withoutCount({ untilCounted: _counted, ...rest }: Clause): Clause {
  return rest;
}

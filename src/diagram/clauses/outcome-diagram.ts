import { instrumentOf } from '../../pack/lookup.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { isBarring, type Position } from '../../vocabulary/position.ts';
import type { Diagram, Diagrams } from '../algebra/diagrams.ts';
import { whereAny, type StandingDiagrams } from './standing-diagrams.ts';

/** The terminal that stands for an outcome in an outcome diagram. */
export function terminalOf(outcome: SettledOutcome): Diagram {
  return SETTLED_OUTCOMES.indexOf(outcome);
}

/**
 * Gives the outcome of all standing clauses as one diagram. What promises, bars, asks to offer first or to wait is
 * summed up apart, and put together last, so that clauses which have nothing to do with each other do not multiply.
 */
export function outcomeDiagram(
  diagrams: Diagrams,
  standings: readonly StandingDiagrams[],
  pack: Pack,
): Diagram {
  const where = (...positions: readonly Position[]): Diagram =>
    diagrams.any(
      standings.map((standing) => whereAny(diagrams, standing.positions, (each) => positions.includes(each))),
    );
  const steps: readonly (readonly [SettledOutcome, Diagram])[] = [
    ['conditional', where('not-before')],
    ['first-refusal', where('offer-first')],
    ['prohibited', where('forbids', 'reserved-for-another')],
    ['conflicted', conflictDiagram(diagrams, standings, pack)],
  ];
  return steps.reduce(
    (outcome, [worse, holds]) => diagrams.ite(holds, terminalOf(worse), outcome),
    terminalOf('permitted'),
  );
}

/** Where some promise and some bar cannot both be kept. */
export function conflictDiagram(
  diagrams: Diagrams,
  standings: readonly StandingDiagrams[],
  pack: Pack,
): Diagram {
  const reserves = standings.map(({ positions }) =>
    whereAny(diagrams, positions, (each) => each === 'reserves'),
  );
  const reserved = standings.map(({ positions }) =>
    whereAny(diagrams, positions, (each) => each === 'reserved-for-another'),
  );
  const twiceReserved = diagrams.and(diagrams.any(reserves), diagrams.any(reserved));
  const broken = promisesByAssent(diagrams, standings, pack).map(({ promised, hasAssent }) => {
    const bars = standings
      .filter(({ clause }) => hasAssent(clause))
      .map(({ positions }) => whereAny(diagrams, positions, isBarring));
    return diagrams.and(promised, diagrams.any(bars));
  });
  return diagrams.any([twiceReserved, ...broken]);
}

interface Promise {
  readonly promised: Diagram;
  /** Whether those to whom a right is owed have assented to the promise; if not, it does not oppose the right. */
  readonly hasAssent: (bar: Clause) => boolean;
}

/** Permits, by whose assent they have: those of one instrument together, and all that need none. */
function promisesByAssent(
  diagrams: Diagrams,
  standings: readonly StandingDiagrams[],
  pack: Pack,
): readonly Promise[] {
  const groups = new Map<string, StandingDiagrams[]>();
  for (const standing of standings.filter(({ positions }) => positions.has('permits'))) {
    const { kind, instrument } = standing.clause;
    const group = kind === 'permission' ? instrument : '';
    groups.set(group, [...(groups.get(group) ?? []), standing]);
  }
  return [...groups].map(([instrument, group]) => ({
    promised: diagrams.any(
      group.map(({ positions }) => whereAny(diagrams, positions, (each) => each === 'permits')),
    ),
    hasAssent: instrument === '' ? () => true : assentTo(instrument, pack),
  }));
}

function assentTo(instrument: string, pack: Pack): (bar: Clause) => boolean {
  const { parties, assentedBy } = instrumentOf(pack, instrument);
  const assenting = new Set([...parties, ...assentedBy]);
  return ({ owedTo }) => owedTo.every((party) => assenting.has(party));
}

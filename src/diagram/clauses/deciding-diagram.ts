import type { Pack } from '../../pack/pack.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import { isBarring, isFavourable, type Position } from '../../vocabulary/position.ts';
import type { Diagram, Diagrams } from '../algebra/diagrams.ts';
import { conflictDiagram } from './outcome-diagram.ts';
import { whereAny, type StandingDiagrams } from './standing-diagrams.ts';

/** Gives where a clause stands with a position of the kind that decides an outcome. */
export function decidingDiagram(
  diagrams: Diagrams,
  standing: StandingDiagrams,
  outcome: SettledOutcome,
  all: readonly StandingDiagrams[],
  pack: Pack,
): Diagram {
  if (outcome === 'conflicted') return inConflict(diagrams, standing, all, pack);
  return whereAny(diagrams, standing.positions, DECIDES[outcome]);
}

const DECIDES: Readonly<Record<Exclude<SettledOutcome, 'conflicted'>, (position: Position) => boolean>> = {
  prohibited: isBarring,
  'first-refusal': (position) => position === 'offer-first',
  conditional: (position) => position === 'not-before',
  permitted: isFavourable,
};

/** Where a clause's promise or bar cannot be kept together with that of another. */
function inConflict(
  diagrams: Diagrams,
  standing: StandingDiagrams,
  all: readonly StandingDiagrams[],
  pack: Pack,
): Diagram {
  const withOthers = (
    own: (position: Position) => boolean,
    theirs: (position: Position) => boolean,
  ): Diagram => {
    const others = all.filter((other) => other !== standing).map((other) => kept(other, theirs));
    return conflictDiagram(diagrams, [kept(standing, own), ...others], pack);
  };
  return diagrams.or(withOthers(isFavourable, isBarring), withOthers(isBarring, isFavourable));
}

function kept(standing: StandingDiagrams, isKept: (position: Position) => boolean): StandingDiagrams {
  const positions = new Map([...standing.positions].filter(([position]) => isKept(position)));
  return { ...standing, positions };
}

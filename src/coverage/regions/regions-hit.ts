import type { OpenPack } from '../../analysis/open/open-pack.ts';
import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import type { Asked } from '../decided/asked.ts';
import { classesAsked } from './classes-asked.ts';
import type { DecisionRegion } from './decision-regions.ts';

/**
 * Gives the regions in which a request lies: whatever it leaves open lies in them too, and it is answered with just their
 * outcomes. It may lie in several, for regions may overlap.
 */
export function regionsHit(
  open: OpenPack,
  regions: readonly DecisionRegion[],
  asked: Asked,
): readonly DecisionRegion[] {
  const { request, settlement, questions, exact } = asked;
  const candidates = [...new Set(questions.map(({ candidate }) => candidate))];
  return candidates.flatMap((candidate) => {
    const told = open.candidates.some((each) => each.candidate === candidate) ? candidate : ANY_OTHER;
    const classes = classesAsked(open, asked, candidate);
    return request.acts.flatMap((act) => {
      const own = regions.filter(({ group: { of, candidates: all } }) => {
        return of.actor === request.actor && of.act === act && all.includes(told);
      });
      const inside = own.filter(({ cube }) =>
        [...cube].every(([level, left]) => isWithin(classes(level), left)),
      );
      if (inside.length === 0) return [];
      const possible = exact.possible(candidate, [act], settlement)?.possible.join();
      return inside.filter(({ outcomes }) => outcomes.join() === possible);
    });
  });
}

function isWithin(asked: ClassesLeft, left: ClassesLeft): boolean {
  return asked.every((isAsked, klass) => !isAsked || left[klass] === true);
}

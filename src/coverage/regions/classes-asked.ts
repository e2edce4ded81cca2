import type { OpenPack } from '../../analysis/open/open-pack.ts';
import { FALSE, type ClassesLeft, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { terminalsOf } from '../../diagram/algebra/read-diagrams.ts';
import type { CandidateGround } from '../../diagram/clauses/ground.ts';
import { classOfDay } from '../../diagram/compile/date-variable.ts';
import { leftUnder } from '../../diagram/requests/request-ground.ts';
import type { FirstRightState } from '../../diagram/variables/other-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Asked } from '../decided/asked.ts';

/** Gives in which classes a request to the opened pack leaves each variable, by level. */
export function classesAsked(
  { variables, date }: OpenPack,
  { base, request, settlement }: Asked,
  candidate: string,
): (level: number) => ClassesLeft {
  const ground = base.forCandidate(candidate);
  const mayBe = (diagram: Diagram): boolean => {
    const left = leftUnder(settlement, base.variables);
    return diagram !== FALSE && (terminalsOf(base.diagrams, diagram, left) & 2) !== 0;
  };
  const known = new Map<number, ClassesLeft>();
  return (level) => {
    const before = known.get(level);
    if (before !== undefined) return before;
    const variable = variables[level];
    const found =
      variable === undefined || variable === date
        ? date.classes.map((_, klass) => klass === classOfDay(date.turns, request.date))
        : variable.classes.map((_, klass) => mayBe(whereIn(ground, variable, klass)));
    known.set(level, found);
    return found;
  };
}

/** Where a variable is in a class, in the words of a request. */
function whereIn(ground: CandidateGround, variable: Variable, klass: number): Diagram {
  const { is, id } = variable.about;
  if (is === 'state') return ground.state(id, variable.classes[klass]?.label as FirstRightState);
  if (is === 'waiver') return whereWaived(ground, id, klass === 1);
  return ground.test(variable, (each) => each === klass);
}

/** A waiver on record is looked at by each clause that is owed to the party. */
function whereWaived(ground: CandidateGround, party: string, isGiven: boolean): Diagram {
  const { diagrams, pack } = ground;
  const owed = pack.clauses.filter(({ owedTo }) => owedTo.includes(party));
  const given = diagrams.any(owed.map(({ id }) => ground.waived(id, party)));
  return isGiven ? given : diagrams.not(given);
}

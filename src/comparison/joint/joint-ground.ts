import { FALSE, TRUE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { is, type CandidateGround } from '../../diagram/clauses/ground.ts';
import { startLevels } from '../../diagram/clauses/levels.ts';
import { survivesDiagram } from '../../diagram/clauses/pending-diagram.ts';
import { fromDay } from '../../diagram/compile/date-variable.ts';
import type { Classes } from '../../diagram/variables/classes.ts';
import { stateVariable, waiverVariable } from '../../diagram/variables/other-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Day } from '../../vocabulary/day.ts';
import { bothSides, type Side, type Sided } from '../sides.ts';
import { leftOpen, type ReadingView } from './joint-readings.ts';
import type { JointWords } from './joint-words.ts';

/** A variable of the common store, as each side that has asked for it sees it. */
export interface JointVariable {
  readonly key: string;
  readonly views: Readonly<Partial<Record<Side, Variable>>>;
}

/** One store for two packs, and the ground that it gives each of them under a candidate. */
export interface JointGround {
  readonly diagrams: Diagrams;
  /** By level. */
  readonly variables: readonly JointVariable[];
  readonly forCandidate: (side: Side, candidate: string) => CandidateGround;
}

/** A variable with the side that asks for it. */
export interface Asked {
  readonly side: Side;
  readonly variable: Variable;
}

/** Lays one ground under two packs. Variables stand in the order given, others below them as they are asked for. */
export function jointGround(words: JointWords, order: readonly Asked[] = [], budget?: number): JointGround {
  const { diagrams, levelOf } = startLevels(budget);
  const variables: { key: string; views: Partial<Record<Side, Variable>> }[] = [];
  const levelFor = ({ side, variable }: Asked): number => {
    const level = levelOf(variable);
    const known = (variables[level] ??= { key: variable.key, views: {} });
    known.views[side] ??= variable;
    return level;
  };
  for (const asked of order) levelFor(asked);
  const sides = bothSides((side) => {
    const test: CandidateGround['test'] = (variable, fits) => {
      const shared = sharedVariable(words, { side, variable });
      return testIn(diagrams, (each) => levelFor({ side, variable: each }), shared, fits);
    };
    const forCandidate = (candidate: string): CandidateGround => {
      const ground: CandidateGround = {
        pack: words.packs[side],
        candidate,
        diagrams,
        classes: classesFor(words, side),
        test,
        from: reaching(words, side, test),
        state: (clause, state) => is(ground, stateVariable(clause), state),
        stateAfterEnd: (clause, state) =>
          diagrams.and(survivesDiagram(ground, clause), is(ground, stateVariable(clause), state)),
        waived: (_clause, party) => is(ground, waiverVariable(party), 'yes'),
        consentHolds: () => TRUE,
      };
      return ground;
    };
    return forCandidate;
  });
  return { diagrams, variables, forCandidate: (side, candidate) => sides[side](candidate) };
}

function classesFor({ facts, readings, starts }: JointWords, side: Side): Classes {
  return {
    fact: (id) => present(facts.on[side].get(id), id),
    reading: (id) => present(readings[side].get(id), id),
    start: (instrument) => starts.get(instrument.id)?.views[side],
  };
}

function present<T>(found: T | undefined, id: string): T {
  if (found === undefined) throw new Error(`\`${id}\` is read but has no classes`);
  return found;
}

/** The variable under the name by which both sides may have it. */
function sharedVariable(words: JointWords, { side, variable }: Asked): Variable {
  const { is: kind, id } = variable.about;
  if (kind === 'parameter') return { ...variable, key: words.keyOfParameter(side, id) };
  return kind === 'state' ? { ...variable, key: words.keyOfState(side, id) } : variable;
}

/** A reading on which nothing is said is what the side assumes, or else open. */
function testIn(
  diagrams: Diagrams,
  levelOf: (variable: Variable) => number,
  variable: Variable,
  fits: (klass: number) => boolean,
): Diagram {
  const level = levelOf(variable);
  if (!isReading(variable) || !variable.hasUnsaid) return diagrams.test(level, fits);
  const unsaid = variable.classes.length - 1;
  const { assumed } = variable;
  if (assumed !== undefined) {
    const stands = variable.classes.findIndex(({ label }) => label === assumed);
    return diagrams.test(level, (klass) => fits(klass === unsaid ? stands : klass));
  }
  const isUnsaid = diagrams.test(level, (klass) => klass === unsaid);
  const open = diagrams.test(levelOf(leftOpen(variable)), fits);
  return diagrams.ite(
    isUnsaid,
    open,
    diagrams.test(level, (klass) => klass !== unsaid && fits(klass)),
  );
}

function isReading(variable: Variable): variable is ReadingView {
  return 'hasUnsaid' in variable;
}

/** True on a day and after it: of the one day that the side is asked on, or of all. */
function reaching(
  { days, date }: JointWords,
  side: Side,
  test: CandidateGround['test'],
): (day: Day) => Diagram {
  const asked: Sided<Day> | undefined = days;
  if (asked !== undefined) return (day) => (asked[side] >= day ? TRUE : FALSE);
  if (date === undefined) throw new Error('there is neither a day nor a date');
  return (day) => fromDay(date, day, test);
}

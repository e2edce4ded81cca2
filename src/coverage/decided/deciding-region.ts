import { actUnder } from '../../analysis/open/act-under.ts';
import { governingDiagrams } from '../../analysis/open/governing-diagrams.ts';
import type { OpenAct, OpenPack } from '../../analysis/open/open-pack.ts';
import { FALSE, type Diagram, type Diagrams } from '../../diagram/algebra/diagrams.ts';
import { restrict, whereTerminal, type Left } from '../../diagram/algebra/read-diagrams.ts';
import type { ActDiagrams } from '../../diagram/clauses/act-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { ContractPart, OptionChange, StateChange } from '../parts/contract-part.ts';

/** Where a part decides what an act comes to, over all requests. */
export interface DecidingRegion {
  /** Where there would be another outcome without it. */
  readonly outcome: Diagram;
  /** Where there would be another outcome, or other clauses that govern. */
  readonly answer: Diagram;
}

/** Gives where a part decides what an act comes to with a candidate. */
export function decidingRegion(open: OpenPack, of: OpenAct, { change }: ContractPart): DecidingRegion {
  if (change.is !== 'without') return whereClassMatters(open, of, change);
  const own = of.standings.map(({ clause }) => clause);
  if (!change.of.some((clause) => own.includes(clause))) return { outcome: FALSE, answer: FALSE };
  const without = actUnder(open, of, change.without(own));
  return whereTheyDiffer(open.diagrams, answerDiagrams(open, of), answerDiagrams(open, without));
}

/** An answer as Boolean diagrams by name. */
interface AnswerDiagrams {
  /** Where each outcome comes about. */
  readonly outcomes: ReadonlyMap<string, Diagram>;
  /** Where each clause governs. */
  readonly governing: ReadonlyMap<string, Diagram>;
}

function answerDiagrams({ diagrams, pack }: OpenPack, act: ActDiagrams): AnswerDiagrams {
  const outcomes = SETTLED_OUTCOMES.map(
    (each) => [each, whereTerminal(diagrams, act.outcome, terminalOf(each))] as const,
  );
  return { outcomes: new Map(outcomes), governing: governingDiagrams(diagrams, act, pack) };
}

function whereTheyDiffer(diagrams: Diagrams, one: AnswerDiagrams, other: AnswerDiagrams): DecidingRegion {
  const differ = (which: keyof AnswerDiagrams): Diagram =>
    diagrams.any(
      [...new Set([...one[which].keys(), ...other[which].keys()])].map((name) => {
        const [first, second] = [one[which].get(name) ?? FALSE, other[which].get(name) ?? FALSE];
        return diagrams.ite(first, diagrams.not(second), second);
      }),
    );
  const outcome = differ('outcomes');
  return { outcome, answer: diagrams.or(outcome, differ('governing')) };
}

/** Where the variable is in the class, and some other class would make another answer. */
function whereClassMatters(
  open: OpenPack,
  of: OpenAct,
  { variable, label }: OptionChange | StateChange,
): DecidingRegion {
  const { diagrams, variables } = open;
  const level = variables.findIndex(({ key }) => key === variable.key);
  if (level === -1) return { outcome: FALSE, answer: FALSE };
  const { outcomes, governing } = answerDiagrams(open, of);
  const own = variable.classes.findIndex((each) => each.label === label);
  const inClass = (klass: number): AnswerDiagrams => {
    const only: Left = new Map([[level, variable.classes.map((_, each) => each === klass)]]);
    const restricted = (all: ReadonlyMap<string, Diagram>): ReadonlyMap<string, Diagram> =>
      new Map([...all].map(([name, each]) => [name, restrict(diagrams, each, only)]));
    return { outcomes: restricted(outcomes), governing: restricted(governing) };
  };
  const here = inClass(own);
  const differing = variable.classes.flatMap((_, klass) =>
    klass === own ? [] : [whereTheyDiffer(diagrams, here, inClass(klass))],
  );
  const isHere = diagrams.test(level, (klass) => klass === own);
  const some = (which: keyof DecidingRegion): Diagram =>
    diagrams.and(isHere, diagrams.any(differing.map((each) => each[which])));
  return { outcome: some('outcome'), answer: some('answer') };
}

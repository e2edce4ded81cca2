import type { Branch, Explorer } from '../../procedure/questions/ways-of.ts';
import type {
  FactQuestion,
  ParameterQuestion,
  Question,
  RecordQuestion,
} from '../../procedure/questions/question.ts';
import type { Limit, Stated } from '../../vocabulary/stated.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { AS_ASSUMED, parameterVariable } from '../variables/other-variables.ts';
import { variableOf, words } from '../variables/variable.ts';

type Branches = readonly Branch<Diagram>[];

/** Answers questions over everything that is left open; each answer is marked with where it is the right one. */
export function diagramExplorer(ground: Ground): Explorer<Diagram> {
  const { diagrams } = ground;
  return {
    branchesOf: (question) => branchesOf(ground, question),
    always: TRUE,
    both: (one, other) => diagrams.and(one, other),
    either: (marks) => diagrams.any(marks),
    isPossible: (mark) => mark !== FALSE,
  };
}

/** Gives the answers to a question, and where each is the right one. */
function branchesOf(ground: Ground, question: Question<unknown>): Branches {
  switch (question.is) {
    case 'parameter':
      return branchesOfParameter(ground, question);
    case 'record':
      return branchesOfRecord(ground, question);
    case 'fact':
      return branchesOfFact(ground, question);
  }
}

function branchesOfRecord(ground: Ground, { key, reportedAs, answers }: RecordQuestion<unknown>): Branches {
  const variable = variableOf(
    { is: 'unrecorded', id: key },
    reportedAs,
    words(...answers.map(({ label }) => label)),
  );
  return answers.map(({ value }, place) => {
    return { value, mark: ground.test(variable, (klass) => klass === place) };
  });
}

function branchesOfFact(ground: Ground, { fact, given }: FactQuestion<unknown>): Branches {
  const variable = ground.classes.fact(fact);
  const holds = ground.test(variable, (klass) => variable.classes[klass]?.sample === true);
  return possible([
    { value: given(true), mark: holds },
    { value: given(false), mark: ground.diagrams.not(holds) },
  ]);
}

function branchesOfParameter(ground: Ground, question: ParameterQuestion<unknown>): Branches {
  const { parameter, given } = question;
  const { stated } = parameter;
  switch (stated.is) {
    case 'set':
    case 'none':
      return [{ value: given(stated), mark: TRUE }];
    case 'unknown':
      return openBranches(ground, question);
    case 'assumed': {
      const assumed = isAsAssumed(ground, question);
      return possible([{ value: given(stated.limit), mark: assumed }, ...openBranches(ground, question)]);
    }
    case 'by-reading':
      return possible(branchesByReading(ground, stated, question));
  }
}

/** Where a parameter is not what is assumed, if anything is, it is one of the alternatives. */
function openBranches(ground: Ground, question: ParameterQuestion<unknown>): Branches {
  const { parameter, alternatives } = question;
  const [only, second] = alternatives;
  if (alternatives.length > 0 && second === undefined) {
    const isAssumed = parameter.stated.is === 'assumed' ? isAsAssumed(ground, question) : FALSE;
    return [{ value: only, mark: ground.diagrams.not(isAssumed) }];
  }
  const variable = variableFor(question);
  const first = parameter.stated.is === 'assumed' ? 1 : 0;
  return alternatives.map((value, place) => {
    return { value, mark: ground.test(variable, (klass) => klass === place + first) };
  });
}

function isAsAssumed(ground: Ground, question: ParameterQuestion<unknown>): Diagram {
  return is(ground, variableFor(question), AS_ASSUMED);
}

/** A question with a single alternative asks no more of an open parameter than whether it is open. */
function variableFor({ parameter, alternatives }: ParameterQuestion<unknown>) {
  const labels = alternatives.length === 1 ? ['holds', 'fails'] : alternatives.map(String);
  return parameterVariable(parameter, labels);
}

type ByReading = Extract<Stated<unknown>, { is: 'by-reading' }>;

function branchesByReading(
  ground: Ground,
  { reading: id, of }: ByReading,
  question: ParameterQuestion<unknown>,
): Branches {
  const reading = ground.classes.reading(id);
  return reading.classes.flatMap(({ label }): Branches => {
    const where = is(ground, reading, label);
    const limit = Object.hasOwn(of, label) ? of[label] : undefined;
    if (limit !== undefined && limit.is !== 'unknown')
      return [{ value: question.given(limit as Limit<unknown>), mark: where }];
    return openBranches(ground, question).map(({ value, mark }) => {
      return { value, mark: ground.diagrams.and(where, mark) };
    });
  });
}

function possible(branches: Branches): Branches {
  return branches.filter(({ mark }) => mark !== FALSE);
}

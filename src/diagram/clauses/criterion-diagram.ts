import type { Comparison, Criterion, Scalar, Test } from '../../vocabulary/criterion.ts';
import type { Limit } from '../../vocabulary/stated.ts';
import { NO_END } from '../../measure/span.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import type { FactVariable } from '../variables/fact-variables.ts';
import { intervalOfClass, isIntervalBeyond } from '../variables/line.ts';
import { TURNS } from '../variables/line-domain.ts';
import type { CandidateGround } from './ground.ts';
import { decidedBy } from './stated-diagram.ts';

/** True where a scope is met. */
export function criterionDiagram(ground: CandidateGround, criterion: Criterion): Diagram {
  const { diagrams } = ground;
  switch (criterion.is) {
    case 'all':
      return diagrams.all(criterion.of.map((part) => criterionDiagram(ground, part)));
    case 'any':
      return diagrams.any(criterion.of.map((part) => criterionDiagram(ground, part)));
    case 'not':
      return diagrams.not(criterionDiagram(ground, criterion.of));
    case 'defined':
      return criterionDiagram(ground, criterion.of);
    case 'test':
      return testDiagram(ground, criterion);
  }
}

function testDiagram(ground: CandidateGround, { subject, comparison }: Test): Diagram {
  switch (subject.is) {
    case 'provider':
      return isListed(comparison, ground.candidate) ? TRUE : FALSE;
    case 'reading': {
      const variable = ground.classes.reading(subject.id);
      return ground.test(variable, (klass) => isListed(comparison, variable.classes[klass]?.label ?? ''));
    }
    case 'date':
      return dateDiagram(ground, comparison);
    case 'fact':
      return factDiagram(ground, ground.classes.fact(subject.id), comparison);
  }
}

function isListed(comparison: Comparison, value: Scalar): boolean {
  return comparison.is === 'one-of' && comparison.values.includes(value);
}

function dateDiagram(ground: CandidateGround, comparison: Comparison): Diagram {
  const { diagrams, from } = ground;
  if (comparison.is === 'same-as') throw new Error('the date is compared with no fact');
  if (comparison.is === 'one-of') {
    const days = comparison.values.map(Number);
    return diagrams.any(days.map((day) => diagrams.and(from(day), diagrams.not(from(day + 1)))));
  }
  const { side, holdsBeyond } = TURNS[comparison.is];
  return decidedBy<number>(ground, comparison.bound, (limit) => {
    if (limit.is === 'none') return TRUE;
    const beyond = from(side === 'before' ? limit.value : limit.value + 1);
    return holdsBeyond ? beyond : diagrams.not(beyond);
  });
}

function factDiagram(ground: CandidateGround, variable: FactVariable, comparison: Comparison): Diagram {
  if (comparison.is === 'same-as') return sameDiagram(ground, variable, ground.classes.fact(comparison.fact));
  if (comparison.is === 'one-of') return ground.test(variable, listedClasses(variable, comparison.values));
  const decided = decidedBy<number>(ground, comparison.bound, (limit) =>
    limitDiagram(ground, variable, comparison.is, limit),
  );
  const isNone = noneClosed(ground, variable);
  if (isNone === FALSE) return decided;
  const always = TURNS[comparison.is].holdsBeyond ? TRUE : FALSE;
  const none = decidedBy<number>(
    ground,
    comparison.bound,
    (limit) => (limit.is === 'none' ? TRUE : always),
    always,
  );
  return ground.diagrams.ite(isNone, none, decided);
}

/** Where no period of a measure has closed: it is above every figure then, one that is not known included. */
function noneClosed(ground: CandidateGround, variable: FactVariable): Diagram {
  const { domain } = variable;
  if (domain.is !== 'line' || domain.line.cuts.at(-1)?.at !== NO_END) return FALSE;
  const last = domain.line.cuts.length;
  return ground.test(variable, (klass) => intervalOfClass(domain.line, klass) === last);
}

/** The classes whose values are all among some values. */
function listedClasses({ domain }: FactVariable, values: readonly Scalar[]): (klass: number) => boolean {
  if (domain.is === 'event') {
    const days = values.map(String);
    return (klass) => days.includes(domain.classes[klass]?.day ?? '');
  }
  return (klass) => {
    const sample = domain.classes[klass]?.sample;
    return sample !== undefined && values.includes(sample);
  };
}

function limitDiagram(
  ground: CandidateGround,
  variable: FactVariable,
  is: keyof typeof TURNS,
  limit: Limit<number>,
): Diagram {
  if (limit.is === 'none') return TRUE;
  const { domain } = variable;
  if (domain.is !== 'line') throw new Error(`\`${variable.about.id}\` has no order`);
  const { side, holdsBeyond } = TURNS[is];
  const { line, isWhole } = domain;
  const isBeyond = isIntervalBeyond(line, { at: limit.value, side }, isWhole);
  return ground.test(variable, (klass) => isBeyond(intervalOfClass(line, klass)) === holdsBeyond);
}

/** Two facts of one group are the same where they are in the same class; its domain is theirs. */
function sameDiagram(ground: CandidateGround, one: FactVariable, other: FactVariable): Diagram {
  const { diagrams } = ground;
  return diagrams.any(
    one.classes.map((_, klass) =>
      diagrams.and(
        ground.test(one, (each) => each === klass),
        ground.test(other, (each) => identity(other, each) === identity(one, klass)),
      ),
    ),
  );
}

/** Classes of two facts hold the same value where they have the same identity. */
function identity({ domain }: FactVariable, klass: number): string {
  if (domain.is === 'event')
    return `${String(domain.classes[klass]?.day)} ${String(domain.classes[klass]?.over)}`;
  return domain.is === 'line' ? String(klass) : String(domain.classes[klass]?.sample);
}

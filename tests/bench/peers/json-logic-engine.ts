import { LogicEngine } from 'json-logic-engine';
import { areValuesKnown } from '../common-work/check-values.ts';
import { DECISION_ROWS, type DecisionRow } from '../common-work/decision-rows.ts';
import { dayNumber, WORK_FIELDS, withDayNumber, type WorkOutcome } from '../common-work/work-request.ts';
import { answeringAtOnce, type Subject } from '../harness/subject.ts';

/** One chain of `if`, built once into a function: the engine writes JavaScript and has it compiled. */
export function prepare(): Subject {
  const chain = DECISION_ROWS.flatMap((row) => [{ and: testsOf(row) }, row.outcome]);
  const decide = new LogicEngine().build({ if: [...chain, 'permitted'] });
  return answeringAtOnce({
    read: withDayNumber,
    decide: (facts) => (areValuesKnown(facts) ? (decide(facts) as WorkOutcome) : 'invalid'),
  });
}

/** Of the ways to write a test, those that the built function was measured to run fastest. */
function testsOf(row: DecisionRow): readonly object[] {
  const megawatts = { val: 'megawatts' };
  return [
    isInForce(row),
    ...WORK_FIELDS.flatMap((field) => {
      const values = row[field];
      return values === undefined ? [] : [isListed(field, values)];
    }),
    ...(row.atLeast === undefined ? [] : [{ '>=': [megawatts, row.atLeast] }]),
    ...(row.below === undefined ? [] : [{ '<': [megawatts, row.below] }]),
  ];
}

function isInForce({ from, until }: DecisionRow): object {
  const day = { val: 'day' };
  if (until === undefined) return { '>=': [day, dayNumber(from)] };
  return { '<=': [dayNumber(from), day, dayNumber(until) - 1] };
}

function isListed(field: string, values: readonly string[]): object {
  const [only, ...others] = values;
  return others.length === 0 ? { '===': [{ val: field }, only] } : { in: [{ val: field }, values] };
}

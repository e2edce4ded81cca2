import { Engine, type ConditionProperties, type RuleProperties } from 'json-rules-engine';
import { areValuesKnown } from '../common-work/check-values.ts';
import { DECISION_ROWS, type DecisionRow } from '../common-work/decision-rows.ts';
import { dayNumber, WORK_FIELDS, withDayNumber, type WorkOutcome } from '../common-work/work-request.ts';
import { answeringLater, type Subject } from '../harness/subject.ts';

/** The day rules out most lines at once; finer orders measured the same. */
const DAY_FIRST = 2;

/** One engine built once. The rules run in the order of their lines, and the first that holds stops the run. */
export function prepare(): Subject {
  const engine = new Engine(DECISION_ROWS.map((row, at) => ruleOf(row, DECISION_ROWS.length - at)));
  engine.on('success', () => engine.stop());
  return answeringLater({
    read: withDayNumber,
    decide: async (facts) => {
      if (!areValuesKnown(facts)) return 'invalid';
      const { events } = await engine.run(facts);
      return (events[0]?.type ?? 'permitted') as WorkOutcome;
    },
  });
}

function ruleOf(row: DecisionRow, priority: number): RuleProperties {
  return { priority, event: { type: row.outcome }, conditions: { all: conditionsOf(row) } };
}

function conditionsOf(row: DecisionRow): ConditionProperties[] {
  const conditions: ConditionProperties[] = [
    { fact: 'day', operator: 'greaterThanInclusive', value: dayNumber(row.from), priority: DAY_FIRST },
  ];
  if (row.until !== undefined)
    conditions.push({ fact: 'day', operator: 'lessThan', value: dayNumber(row.until), priority: DAY_FIRST });
  for (const field of WORK_FIELDS) {
    const values = row[field];
    if (values !== undefined) conditions.push({ fact: field, operator: 'in', value: values });
  }
  if (row.atLeast !== undefined)
    conditions.push({ fact: 'megawatts', operator: 'greaterThanInclusive', value: row.atLeast });
  if (row.below !== undefined) conditions.push({ fact: 'megawatts', operator: 'lessThan', value: row.below });
  return conditions;
}

import { Engine, type ConditionProperties, type RuleProperties } from 'json-rules-engine';
import { answeringLater } from '../../harness/subject.ts';
import type { ShippedSubject } from '../../harness/shipped-subjects.ts';
import type { DecisionTable, TableLine } from '../../shipped/table-line.ts';
import { valuesChecked } from '../../shipped/shipped-request.ts';
import { withDay } from '../../shipped/with-day.ts';

/** The day rules out most lines at once. */
const DAY_FIRST = 2;

/** A rule for each line; the first that holds stops the run. */
export function prepare(table: DecisionTable): ShippedSubject {
  const areValuesKnown = valuesChecked(table);
  const engine = new Engine(table.lines.map(ruleOf));
  engine.on('success', () => engine.stop());
  return answeringLater({
    read: withDay,
    decide: async (facts): Promise<string> => {
      if (!areValuesKnown(facts)) return 'invalid';
      const { events } = await engine.run(facts);
      return events[0]?.type ?? 'permitted';
    },
  });
}

function ruleOf({ from, until, lists, outcome }: TableLine, at: number): RuleProperties {
  const all: ConditionProperties[] = Object.entries(lists).map(([fact, value]) => ({
    fact,
    operator: 'in',
    value,
  }));
  if (from !== undefined)
    all.push({ fact: 'day', operator: 'greaterThanInclusive', value: from, priority: DAY_FIRST });
  if (until !== undefined) all.push({ fact: 'day', operator: 'lessThan', value: until, priority: DAY_FIRST });
  return { priority: 1000 - at, event: { type: outcome }, conditions: { all } };
}

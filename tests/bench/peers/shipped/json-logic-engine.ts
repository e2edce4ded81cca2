import { LogicEngine } from 'json-logic-engine';
import { answeringAtOnce } from '../../harness/subject.ts';
import type { ShippedSubject } from '../../harness/shipped-subjects.ts';
import type { DecisionTable, TableLine } from '../../shipped/table-line.ts';
import { valuesChecked } from '../../shipped/shipped-request.ts';
import { withDay } from '../../shipped/with-day.ts';

/** One chain of `if`, built once into a function. */
export function prepare(table: DecisionTable): ShippedSubject {
  const areValuesKnown = valuesChecked(table);
  const chain = table.lines.flatMap((line) => [{ and: testsOf(line) }, line.outcome]);
  const decide = new LogicEngine().build({ if: [...chain, 'permitted'] });
  return answeringAtOnce({
    read: withDay,
    decide: (facts): string => (areValuesKnown(facts) ? (decide(facts) as string) : 'invalid'),
  });
}

function testsOf({ from, until, lists }: TableLine): readonly object[] {
  const day = { val: 'day' };
  return [
    ...(from === undefined ? [] : [{ '>=': [day, from] }]),
    ...(until === undefined ? [] : [{ '<': [day, until] }]),
    ...Object.entries(lists).map(([field, values]) => isListed(field, values)),
  ];
}

function isListed(field: string, values: readonly string[]): object {
  const [only, ...others] = values;
  return others.length === 0 ? { '===': [{ val: field }, only] } : { in: [{ val: field }, values] };
}

import { ZenEngine } from '@gorules/zen-engine';
import { answeringLater } from '../../harness/subject.ts';
import type { ShippedSubject } from '../../harness/shipped-subjects.ts';
import type { DecisionTable, TableLine } from '../../shipped/table-line.ts';
import { valuesChecked } from '../../shipped/shipped-request.ts';
import { withDay, type DayRequest } from '../../shipped/with-day.ts';

/** One decision table, first hit, whose last line is what holds otherwise. */
export function prepare(table: DecisionTable): ShippedSubject {
  const areValuesKnown = valuesChecked(table);
  const decision = new ZenEngine().createDecision(decisionModel(table));
  return answeringLater({
    read: withDay,
    decide: async (context: DayRequest): Promise<string> => {
      if (!areValuesKnown(context)) return 'invalid';
      const { result } = await decision.evaluate(context);
      return (result as { readonly outcome: string }).outcome;
    },
  });
}

function decisionModel({ fields, lines }: DecisionTable): object {
  const columns = ['day', ...fields];
  const otherwise = { ...lineOf({ lists: {}, outcome: 'permitted' }, fields), _id: 'otherwise' };
  return {
    nodes: [
      { id: 'request', name: 'Request', type: 'inputNode' },
      {
        id: 'table',
        name: 'Table',
        type: 'decisionTableNode',
        content: {
          hitPolicy: 'first',
          inputs: columns.map((field) => ({ id: field, name: field, field })),
          outputs: [{ id: 'outcome', name: 'outcome', field: 'outcome' }],
          rules: [...lines.map((line, at) => ({ ...lineOf(line, fields), _id: String(at) })), otherwise],
        },
      },
      { id: 'answer', name: 'Answer', type: 'outputNode' },
    ],
    edges: [
      { id: 'in', sourceId: 'request', targetId: 'table' },
      { id: 'out', sourceId: 'table', targetId: 'answer' },
    ],
  };
}

/** An empty cell holds for everything. */
function lineOf({ from, until, lists, outcome }: TableLine, fields: readonly string[]): object {
  const cells = fields.map(
    (field) => [field, lists[field]?.map((value) => JSON.stringify(value)).join(', ') ?? ''] as const,
  );
  return { ...Object.fromEntries(cells), day: intervalOf(from, until), outcome: JSON.stringify(outcome) };
}

function intervalOf(from: number | undefined, until: number | undefined): string {
  if (from !== undefined && until !== undefined) return `[${String(from)}..${String(until)})`;
  if (from !== undefined) return `>= ${String(from)}`;
  return until === undefined ? '' : `< ${String(until)}`;
}

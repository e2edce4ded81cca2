import { ZenEngine } from '@gorules/zen-engine';
import { areValuesKnown } from '../common-work/check-values.ts';
import { DECISION_ROWS, type DecisionRow } from '../common-work/decision-rows.ts';
import { dayNumber, WORK_FIELDS, withDayNumber, type WorkOutcome } from '../common-work/work-request.ts';
import { answeringLater, type Subject } from '../harness/subject.ts';

const FIELDS = ['day', ...WORK_FIELDS, 'megawatts'];

/** An empty cell holds for everything; a cell that is left out, for nothing. */
const OTHERWISE = {
  ...Object.fromEntries(FIELDS.map((field) => [field, ''])),
  _id: 'otherwise',
  outcome: '"permitted"',
};

/** One decision table, first hit, whose last line is what holds otherwise. */
export function prepare(): Subject {
  const decision = new ZenEngine().createDecision(decisionModel());
  return answeringLater({
    read: withDayNumber,
    decide: async (context) => {
      if (!areValuesKnown(context)) return 'invalid';
      const { result } = await decision.evaluate(context);
      return (result as { readonly outcome: WorkOutcome }).outcome;
    },
  });
}

function decisionModel(): object {
  return {
    nodes: [
      { id: 'request', name: 'Request', type: 'inputNode' },
      {
        id: 'table',
        name: 'Table',
        type: 'decisionTableNode',
        content: {
          hitPolicy: 'first',
          inputs: FIELDS.map((field) => ({ id: field, name: field, field })),
          outputs: [{ id: 'outcome', name: 'outcome', field: 'outcome' }],
          rules: [...DECISION_ROWS.map(lineOf), OTHERWISE],
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

function lineOf(row: DecisionRow): object {
  const lists = WORK_FIELDS.map(
    (field) => [field, row[field]?.map((value) => JSON.stringify(value)).join(', ') ?? ''] as const,
  );
  return {
    _id: row.id,
    ...Object.fromEntries(lists),
    day: intervalOf(dayNumber(row.from), row.until === undefined ? undefined : dayNumber(row.until)),
    megawatts: intervalOf(row.atLeast, row.below),
    outcome: JSON.stringify(row.outcome),
  };
}

function intervalOf(atLeast: number | undefined, below: number | undefined): string {
  if (atLeast !== undefined && below !== undefined) return `[${String(atLeast)}..${String(below)})`;
  if (atLeast !== undefined) return `>= ${String(atLeast)}`;
  return below === undefined ? '' : `< ${String(below)}`;
}

import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Day } from '../../vocabulary/day.ts';
import { checkShape } from '../forms/check-shape.ts';
import { checkName } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import type { Request } from '../request.ts';
import { factsOfType } from '../vocabulary/vocabulary.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';
import { ASSESSMENT_SHAPE } from './request-shapes.ts';

/** A human's finding, with who made it and when. */
export interface Assessment {
  readonly id: string;
  readonly finding: boolean;
  readonly by: string;
  readonly on: Day;
}

/** Reads the assessments that a request gives. */
export function readAssessments(
  spot: Spot,
  date: Day | undefined,
  context: RequestContext,
): readonly Assessment[] {
  return entriesOf(spot).flatMap(([id, each]) => readAssessment(id, each, date, context) ?? []);
}

/** Gives who made each assessment. */
export function assessedBy(assessments: readonly Assessment[]): NonNullable<Request['assessedBy']> {
  return Object.fromEntries(assessments.map(({ id, by, on }) => [id, { by, on }]));
}

/** Reports an assessment that is given like a fact that nobody has to answer for. */
export function reportAssessment(id: string, spot: Spot, { report }: RequestContext): undefined {
  const message = `${inBackticks(id)} is an assessment, which somebody made on some day`;
  const hint = `write it under \`assessments\`: \`${id}: { finding: true, by: who, on: day }\``;
  return report('request/assessment-as-fact', spot, message, { part: 'key', hint });
}

function readAssessment(
  id: string,
  spot: Spot,
  date: Day | undefined,
  context: RequestContext,
): Assessment | undefined {
  const { report, vocabulary } = context;
  const naming = { code: 'request/undeclared-fact', noun: 'an assessment', part: 'key' } as const;
  if (!checkName(id, spot, factsOfType(vocabulary.facts, 'assessment'), naming, report)) return undefined;
  const shape = checkShape(spot, ASSESSMENT_SHAPE, report);
  const on = shape && readDay(child(spot, 'on'), report);
  if (shape === undefined || on === undefined) return undefined;
  if (date === undefined || on <= date) return { id, finding: shape.finding, by: shape.by, on };
  const message = `${inBackticks(id)} was assessed after the day of the request`;
  return report('request/assessment-too-late', child(spot, 'on'), message);
}

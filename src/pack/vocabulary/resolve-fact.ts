import type * as z from 'zod';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { checkId } from '../forms/ids.ts';
import type { EnumValue, Fact, FactType } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import { ENUM_SHAPE, NUMBER_SHAPE, PLAIN_FACT_SHAPE } from './vocabulary-shapes.ts';

/** Resolves the declaration of a fact. */
export function resolveFact(id: string, spot: Spot, report: Report): Fact | undefined {
  const type = child(spot, 'type').value;
  if (type === 'enum') return resolveEnum(id, spot, report);
  if (type === 'number') return resolveNumber(id, spot, report);
  const shape = checkShape(spot, PLAIN_FACT_SHAPE, report);
  return shape && { id, question: shape.question, type: plainType(shape.type) };
}

/** Resolves a map of words and what they mean. */
export function resolveMeanings(spot: Spot, report: Report): readonly EnumValue[] | undefined {
  const values = entriesOf(spot).map(([id, each]) => {
    const isId = checkId(id, each, 'key', report);
    if (typeof each.value !== 'string' || each.value.trim() === '') return reportWrong(each, 'text', report);
    return isId ? { id, means: each.value } : undefined;
  });
  return completeList(values);
}

function resolveEnum(id: string, spot: Spot, report: Report): Fact | undefined {
  const shape = checkShape(spot, ENUM_SHAPE, report);
  const values = resolveMeanings(child(spot, 'values'), report);
  if (shape === undefined || values === undefined) return undefined;
  return { id, question: shape.question, type: { is: 'enum', values, open: shape.open ?? false } };
}

function resolveNumber(id: string, spot: Spot, report: Report): Fact | undefined {
  const shape = checkShape(spot, NUMBER_SHAPE, report);
  if (shape === undefined) return undefined;
  const unit = shape.unit === undefined ? {} : { unit: shape.unit };
  return { id, question: shape.question, type: { is: 'number', ...unit } };
}

function plainType(type: z.infer<typeof PLAIN_FACT_SHAPE>['type']): FactType {
  // Enums and numbers have shapes of their own and never come here.
  return { is: type === 'date' || type === 'party' ? type : 'boolean' };
}

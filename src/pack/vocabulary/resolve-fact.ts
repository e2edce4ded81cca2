import type * as z from 'zod';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { checkId } from '../forms/ids.ts';
import { readName, type Names } from '../forms/names.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import { UNIT } from '../forms/read-number.ts';
import type { EnumValue, Fact, FactType, Party } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import { resolveValues } from './resolve-values.ts';
import { ASSESSMENT_SHAPE, ENUM_SHAPE, NUMBER_SHAPE, PLAIN_FACT_SHAPE } from './vocabulary-shapes.ts';

/** Resolves the declaration of a fact. */
export function resolveFact(id: string, spot: Spot, parties: Names<Party>, report: Report): Fact | undefined {
  const fact = resolveTyped(id, spot, report);
  const chosenBy = child(spot, 'chosen-by');
  if (chosenBy.value === undefined || child(spot, 'type').value === 'assessment') return fact;
  const choosing = readOneOrMore(chosenBy, (each) => readName(each, parties, A_PARTY, report), report);
  return fact && choosing && { ...fact, chosenBy: choosing };
}

const A_PARTY = { code: 'pack/undeclared-party', noun: 'a party' } as const;

function resolveTyped(id: string, spot: Spot, report: Report): Fact | undefined {
  const type = child(spot, 'type').value;
  if (type === 'enum') return resolveEnum(id, spot, report);
  if (type === 'number') return resolveNumber(id, spot, report);
  const shape = checkShape(spot, type === 'assessment' ? ASSESSMENT_SHAPE : PLAIN_FACT_SHAPE, report);
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
  const values = resolveValues(child(spot, 'values'), report);
  if (shape === undefined || values === undefined) return undefined;
  return { id, question: shape.question, type: { is: 'enum', values, open: shape.open ?? false } };
}

function resolveNumber(id: string, spot: Spot, report: Report): Fact | undefined {
  const shape = checkShape(spot, NUMBER_SHAPE, report);
  if (shape === undefined) return undefined;
  const unit = shape.unit === undefined ? {} : { unit: shape.unit };
  if (shape.units === undefined) return { id, question: shape.question, type: { is: 'number', ...unit } };
  const units = resolveUnits(child(spot, 'units'), shape.unit, report);
  return units && { id, question: shape.question, type: { is: 'number', ...unit, units } };
}

/** Reads what other units are worth in the fact's own. */
export function resolveUnits(
  spot: Spot,
  own: string | undefined,
  report: Report,
): Readonly<Record<string, number>> | undefined {
  if (own === undefined)
    return report('pack/bad-unit', spot, 'there is no `unit` of which these are so many');
  const units = entriesOf(spot).map(([name, each]) => {
    const { value } = each;
    const message = unitMistake(name, value, own);
    if (message !== undefined) return report('pack/bad-unit', each, message, { part: 'key' });
    return typeof value === 'number' ? ([name, value] as const) : undefined;
  });
  const resolved = completeList(units);
  return resolved && Object.fromEntries(resolved);
}

function unitMistake(name: string, value: unknown, own: string): string | undefined {
  if (name === own) return `${inBackticks(name)} is the fact's own unit`;
  if (!UNIT.test(name))
    return `${inBackticks(name)} is no unit: it has spaces in it, or begins like a number`;
  const isPositive = typeof value === 'number' && Number.isFinite(value) && value > 0;
  return isPositive ? undefined : `${inBackticks(name)} is worth no positive number of ${inBackticks(own)}`;
}

function plainType(type: z.infer<typeof PLAIN_FACT_SHAPE>['type']): FactType {
  // Enums and numbers have shapes of their own and never come here.
  return { is: type === 'enum' || type === 'number' ? 'boolean' : type };
}

import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Counted, KeyValue, Measure } from '../../vocabulary/measure.ts';
import { completeList } from '../forms/complete.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import { readScalar, type ScalarType } from '../forms/read-scalar.ts';
import type { ScalarContext } from '../forms/scalar-context.ts';
import { leavesUnder } from '../forms/value-tree.ts';
import type { Fact } from '../pack.ts';
import type { Names } from '../forms/names.ts';
import { entriesOf, type Spot } from '../written/written.ts';
import { CANDIDATE_KEY } from './resolve-happening.ts';
import type { MeasureContext } from './measure-context.ts';

/** Reads what happenings have to be for a measure to count them. */
export function readWhere(
  spot: Spot,
  counted: readonly Counted[],
  context: MeasureContext,
): Measure['where'] | undefined {
  const { parties, facts, report } = context;
  const wanted = entriesOf(spot).map(([key, each]) => {
    if (!isKeyOfAll(key, each, 'key', counted, context)) return undefined;
    const type = typeOfKey(key, facts);
    if (type === undefined) return undefined;
    const values = readOneOrMore(
      each,
      (one) => readKeyValue(one, type, { phase: 'clause', parties, report }),
      report,
    );
    return values && ([key, [...new Set(values.flat())]] as const);
  });
  const resolved = completeList(wanted);
  return resolved && Object.fromEntries(resolved);
}

/** Reads the keys by which a measure is told apart: one, or a list. */
export function readBy(
  spot: Spot,
  counted: readonly Counted[],
  context: MeasureContext,
): readonly string[] | undefined {
  if (spot.value === undefined) return [];
  const read = (each: Spot): string | undefined => {
    const key = typeof each.value === 'string' ? each.value : '';
    return isKeyOfAll(key, each, 'value', counted, context) ? key : undefined;
  };
  return readOneOrMore(spot, read, context.report);
}

/** Reads a value of a key; an inner value of a tree stands for all within it. */
export function readKeyValue(
  spot: Spot,
  type: ScalarType,
  context: ScalarContext,
): readonly KeyValue[] | undefined {
  const value = readScalar(spot, type, context);
  if (value === undefined || typeof value === 'number') return undefined;
  return type.is === 'enum' ? leavesUnder(String(value), type.values) : [value];
}

/** The type of a key's values; `undefined` for a fact that is declared wrongly. */
export function typeOfKey(key: string, facts: Names<Fact>): ScalarType | undefined {
  return key === CANDIDATE_KEY ? { is: 'party' } : facts.declared.get(key)?.type;
}

/** True where every happening that is counted is told by the key. */
function isKeyOfAll(
  key: string,
  spot: Spot,
  part: 'key' | 'value',
  counted: readonly Counted[],
  { happenings, report }: MeasureContext,
): boolean {
  const without = counted.find(({ happening }) => {
    const declared = happenings.declared.get(happening);
    return declared !== undefined && !declared.toldBy.includes(key);
  });
  if (without === undefined) return true;
  const message = `${inBackticks(without.happening)} is not told by ${inBackticks(key)}`;
  report('measure/undeclared', spot, message, { part, hint: 'add it to `told-by` of the happening' });
  return false;
}

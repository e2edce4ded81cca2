import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import type { Criterion, DayComparison, NumberComparison } from '../../vocabulary/criterion.ts';
import { nameOf, reportUnknownKey, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import { readDay } from '../forms/read-day.ts';
import { readNumber } from '../forms/read-number.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import { checkMeasureBound } from './check-measure-bound.ts';
import { checkSameAs } from './check-same-as.ts';
import {
  DAY_COMPARISONS,
  fitting,
  NUMBER_COMPARISONS,
  reportUnfitComparison,
} from './fitting-comparisons.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveEquality, resolveWithin } from './resolve-equality.ts';
import { resolveStated } from './resolve-stated.ts';
import { testOf, type Tested } from './tested.ts';

/** Comparisons that say all there is to say about what they compare. */
const ALONE: readonly string[] = ['not', 'same-as', 'within'];
const COMPARISONS: readonly string[] = [...NUMBER_COMPARISONS, ...DAY_COMPARISONS, ...ALONE];

/** Resolves what a scope says about one fact, reading, candidate or day. */
export function resolveComparison(
  spot: Spot,
  tested: Tested,
  context: ResolveContext,
): Criterion | undefined {
  const { value } = spot;
  if (tested.measure !== undefined && !isInterval(value)) return reportOfMeasure(spot, context);
  if (!isMap(value)) return resolveEquality(spot, tested, context);
  const keys = Object.keys(value);
  if (keys.length === 0) return reportWrong(spot, 'a value or a comparison', context.report);
  const alone = keys.find((key) => ALONE.includes(key));
  if (alone === undefined) return resolveInterval(spot, tested, context);
  return keys.length > 1 ? reportCompany(spot, alone, context) : resolveAlone(spot, alone, tested, context);
}

function resolveAlone(
  spot: Spot,
  alone: string,
  tested: Tested,
  context: ResolveContext,
): Criterion | undefined {
  const only = child(spot, alone);
  if (alone === 'same-as') return resolveSameAs(only, tested, context);
  if (alone === 'within') return resolveWithin(only, tested, context);
  const inner = child(only, 'within');
  const of =
    inner.value === undefined
      ? resolveEquality(only, tested, context)
      : resolveComparison(only, tested, context);
  return of && { is: 'not', of };
}

/** A measure has an order, and is tested by it alone. */
function isInterval(value: unknown): boolean {
  return isMap(value) && Object.keys(value).length > 0 && !ALONE.some((key) => Object.hasOwn(value, key));
}

function reportOfMeasure(spot: Spot, context: ResolveContext): undefined {
  const message = `${nameOf(spot)} is a measure, which is tested for being more or less than a figure`;
  const hint = `write one of ${listed([...NUMBER_COMPARISONS])}`;
  return context.report('clause/unfit-comparison', spot, message, { hint, part: 'key' });
}

function resolveSameAs(spot: Spot, tested: Tested, context: ResolveContext): Criterion | undefined {
  const fact = checkSameAs(spot, tested, context);
  return fact === undefined ? undefined : testOf(tested, { is: 'same-as', fact });
}

/** Several comparisons with numbers or days together make an interval. */
function resolveInterval(spot: Spot, tested: Tested, context: ResolveContext): Criterion | undefined {
  const inOrder = entriesOf(spot).toSorted(([one], [other]) => inCodeOrder(one, other));
  const tests = new Map(inOrder.map(([key, bound]) => [key, resolveBound(key, bound, tested, context)]));
  const of = completeList(entriesOf(spot).map(([key]) => tests.get(key)));
  const [only, second] = of ?? [];
  return of === undefined || (only !== undefined && second === undefined) ? only : { is: 'all', of };
}

function resolveBound(
  key: string,
  spot: Spot,
  tested: Tested,
  context: ResolveContext,
): Criterion | undefined {
  if (tested.type.is === 'number' && isOneOf(NUMBER_COMPARISONS, key)) {
    return resolveNumberBound(key, spot, tested, context);
  }
  if (tested.type.is === 'date' && isOneOf(DAY_COMPARISONS, key))
    return resolveDayBound(key, spot, tested, context);
  if (COMPARISONS.includes(key)) return reportUnfitComparison(key, spot, tested, context);
  return reportUnknownKey({ ...spot, path: spot.path.slice(0, -1) }, key, fitting(tested), context.report);
}

function resolveNumberBound(
  key: NumberComparison,
  spot: Spot,
  tested: Tested,
  context: ResolveContext,
): Criterion | undefined {
  const id = context.parameterId(`${tested.prefix}.${key}`);
  const type = tested.type.is === 'number' ? tested.type : ({ is: 'number' } as const);
  const read = (each: Spot) => checkMeasureBound(each, readNumber(each, type, context), key, tested, context);
  const stated = resolveStated(spot, { read, mayBeNone: true }, context);
  return stated && testOf(tested, { is: key, bound: { id, stated } });
}

function resolveDayBound(
  key: DayComparison,
  spot: Spot,
  tested: Tested,
  context: ResolveContext,
): Criterion | undefined {
  const id = context.parameterId(`${tested.prefix}.${key}`);
  const read = (each: Spot) => readDay(each, context.report, 'clause/unfit-value');
  const stated = resolveStated(spot, { read, mayBeNone: true }, context);
  return stated && testOf(tested, { is: key, bound: { id, stated } });
}

function reportCompany(spot: Spot, alone: string, context: ResolveContext): undefined {
  const message = `${inBackticks(alone)} does not stand beside other comparisons`;
  const hint = 'join the two with `all: [ … ]`';
  return context.report('clause/unfit-comparison', child(spot, alone), message, { hint, part: 'key' });
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

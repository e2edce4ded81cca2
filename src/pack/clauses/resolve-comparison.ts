import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import type { Comparison, Criterion, DayComparison, NumberComparison } from '../../vocabulary/criterion.ts';
import { nameOf, reportUnknownKey, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import { readDay } from '../forms/read-day.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import { readNumber, readScalar, type ScalarType } from '../forms/read-scalar.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import { checkSameAs } from './check-same-as.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveStated } from './resolve-stated.ts';
import type { Tested } from './tested.ts';

const NUMBER_COMPARISONS = ['at-least', 'more-than', 'at-most', 'less-than'] as const;
const DAY_COMPARISONS = ['before', 'on-or-before', 'after', 'on-or-after'] as const;
const COMPARISONS: readonly string[] = [...NUMBER_COMPARISONS, ...DAY_COMPARISONS, 'not', 'same-as'];

/** Resolves what a scope says about one fact, reading, candidate or day. */
export function resolveComparison(
  spot: Spot,
  tested: Tested,
  context: ResolveContext,
): Criterion | undefined {
  const { value } = spot;
  if (!isMap(value)) return resolveEquality(spot, tested, context);
  const keys = Object.keys(value);
  if (keys.length === 0) return reportWrong(spot, 'a value or a comparison', context.report);
  const alone = keys.find((key) => key === 'not' || key === 'same-as');
  if (alone === undefined) return resolveInterval(spot, tested, context);
  if (keys.length > 1) return reportCompany(spot, alone, context);
  if (alone === 'same-as') return resolveSameAs(child(spot, 'same-as'), tested, context);
  const of = resolveEquality(child(spot, 'not'), tested, context);
  return of && { is: 'not', of };
}

function resolveEquality(spot: Spot, tested: Tested, context: ResolveContext): Criterion | undefined {
  const read = (each: Spot) => readScalar(each, tested.type, context);
  const values = readOneOrMore(spot, read, context.report);
  return values && testOf(tested, { is: 'one-of', values });
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
  const unit = tested.type.is === 'number' ? tested.type.unit : undefined;
  const read = (each: Spot) => readNumber(each, unit, context);
  const stated = resolveStated(spot, { read, mayBeNone: true }, context.report);
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
  const stated = resolveStated(spot, { read, mayBeNone: true }, context.report);
  return stated && testOf(tested, { is: key, bound: { id, stated } });
}

function reportUnfitComparison(key: string, spot: Spot, tested: Tested, context: ResolveContext): undefined {
  const subject = nameOf({ ...spot, path: spot.path.slice(0, -1) });
  const message = `${inBackticks(key)} does not fit ${subject}, which is ${SORTS[tested.type.is]}`;
  const hint = `what fits is a value, a list of values, ${listed(fitting(tested))}`;
  return context.report('clause/unfit-comparison', spot, message, { hint, part: 'key' });
}

function reportCompany(spot: Spot, alone: string, context: ResolveContext): undefined {
  const message = `${inBackticks(alone)} does not stand beside other comparisons`;
  const hint = 'join the two with `all: [ … ]`';
  return context.report('clause/unfit-comparison', child(spot, alone), message, { hint, part: 'key' });
}

const SORTS: Readonly<Record<ScalarType['is'], string>> = {
  assessment: 'an assessment, true or false',
  boolean: 'true or false',
  date: 'a date',
  enum: 'an enum',
  event: 'an event',
  number: 'a number',
  party: 'a party',
  reading: 'a reading',
};

function fitting(tested: Tested): readonly string[] {
  const ordered = { number: NUMBER_COMPARISONS, date: DAY_COMPARISONS };
  const { is } = tested.type;
  return [
    'not',
    ...(tested.subject.is === 'fact' ? ['same-as'] : []),
    ...(is === 'number' || is === 'date' ? ordered[is] : []),
  ];
}

function testOf({ subject }: Tested, comparison: Comparison): Criterion {
  return { is: 'test', subject, comparison };
}

function isOneOf<Word extends string>(words: readonly Word[], word: string): word is Word {
  return (words as readonly string[]).includes(word);
}

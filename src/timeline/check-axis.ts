import { inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { readDay } from '../pack/forms/read-day.ts';
import { readScalar } from '../pack/forms/read-scalar.ts';
import { typedValue } from '../pack/override-request.ts';
import type { Fact, Pack } from '../pack/pack.ts';
import { vocabularyOf } from '../pack/vocabulary/vocabulary.ts';
import { startReport, type Report } from '../pack/written/report.ts';
import { takeValue } from '../pack/written/take-value.ts';
import { child, textIn, topOf, type Spot } from '../pack/written/written.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import type { Axis } from './axis.ts';

/** Checks between which values of what a timeline is asked for. The document may be anything. */
export function checkAxis(pack: Pack, document: unknown, file: string): Checked<Axis> {
  const taken = takeValue(document, file);
  if (!taken.ok) return taken;
  const { report, diagnostics } = startReport();
  const axis = readAxis(topOf(taken.value), pack, report);
  return axis === undefined || diagnostics.length > 0
    ? { ok: false, diagnostics: inPlaceOrder(diagnostics) }
    : { ok: true, value: axis, warnings: [] };
}

function readAxis(spot: Spot, pack: Pack, report: Report): Axis | undefined {
  const vary = child(spot, 'vary');
  const fact = vary.value === undefined ? undefined : readFact(vary, pack, report);
  if (vary.value !== undefined && fact === undefined) return undefined;
  const isDay = fact?.type.is !== 'number';
  const read = (each: Spot): number | undefined =>
    isDay ? readDay(each, report) : readNumber(each, fact, pack, report);
  const [from, to] = [read(child(spot, 'from')), read(child(spot, 'to'))];
  if (from === undefined || to === undefined) return undefined;
  const axis = { ...(fact !== undefined && { fact }), isDay, reach: { from, to } };
  return checkReach(axis, spot, report) ? axis : undefined;
}

function checkReach({ isDay, reach: { from, to } }: Axis, spot: Spot, report: Report): boolean {
  const [first, last] = [from, to].map((each) => inBackticks(isDay ? isoFromDay(each) : String(each)));
  if (from > to)
    report('timeline/reversed', child(spot, 'from'), `${String(first)} is after ${String(last)}`);
  const days = to - from + 1;
  if (!isDay || days <= MOST_DAYS) return from <= to;
  const message = `from ${String(first)} to ${String(last)} there are ${String(days)} days`;
  report('timeline/too-long', child(spot, 'to'), message);
  return false;
}

/** A hundred years. */
const MOST_DAYS = 36_526;

function readFact(spot: Spot, { facts }: Pack, report: Report): Fact | undefined {
  const id = textIn(spot);
  const fact = facts.find((each) => each.id === id);
  const ordered = facts.filter(isOrdered).map((each) => each.id);
  const hint =
    didYouMean(id, ordered) ??
    (ordered.length === 0 ? 'the pack has none' : `the pack has ${listed(ordered, 'and')}`);
  if (fact === undefined)
    return report('timeline/undeclared-fact', spot, `${inBackticks(id)} is no fact that the pack declares`, {
      hint,
    });
  if (isOrdered(fact)) return fact;
  const what =
    fact.measure === undefined
      ? `is of type ${inBackticks(fact.type.is)}, which has no order`
      : 'is a measure, which no request states';
  return report('timeline/unordered-fact', spot, `${inBackticks(id)} ${what}`, { hint });
}

function isOrdered({ type, measure }: Fact): boolean {
  return measure === undefined && (type.is === 'number' || type.is === 'date' || type.is === 'event');
}

function readNumber(spot: Spot, fact: Fact | undefined, pack: Pack, report: Report): number | undefined {
  if (fact === undefined) return undefined;
  const value = typeof spot.value === 'string' ? typedValue(spot.value, fact) : spot.value;
  const context = { phase: 'request', parties: vocabularyOf(pack).parties, report } as const;
  const read = readScalar({ ...spot, value }, fact.type, context);
  return typeof read === 'number' ? read : undefined;
}

import { inBackticks } from '../../diagnostics/plain-text.ts';
import { didYouMean } from '../../diagnostics/suggest.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { readList } from '../forms/read-list.ts';
import type { Scalar } from '../scenario.ts';
import type { Overlay } from '../written/overlaid-spot.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, entriesOf, isMap, type Path, type Spot } from '../written/written.ts';
import { MATRIX_SHAPE } from './scenario-shapes.ts';

/** One way in which the cells of a matrix differ. */
export interface Axis {
  readonly name: string;
  readonly spot: Spot;
  readonly values: readonly AxisValue[];
  readonly known: ReadonlySet<Scalar>;
}

/** A value, and what it puts into the request of its cells. */
export interface AxisValue {
  readonly value: Scalar;
  readonly overlays: readonly Overlay[];
}

/** Reads the axes of a matrix, sorted by name: that is their order in ids. */
export function readAxes(matrix: Spot, deals: Spot, report: Report): readonly Axis[] | undefined {
  if (checkShape(matrix, MATRIX_SHAPE, report) === undefined) return undefined;
  const axes = entriesOf(matrix).flatMap(([key, spot]) =>
    key === 'facts' || key === 'readings'
      ? entriesOf(spot).map(([name, each]) => readAxis(name, each, putUnder(key, name), report))
      : [readAxis(key, spot, key === 'deal' ? putDeal(deals, report) : putPart(key), report)],
  );
  const complete = completeList(axes);
  if (complete === undefined || !areDistinct(complete, report)) return undefined;
  return complete.toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

type Put = (value: Scalar, spot: Spot) => readonly Overlay[] | undefined;

function readAxis(name: string, spot: Spot, put: Put, report: Report): Axis | undefined {
  const values = readList(spot, (each) => readAxisValue(each, put, report), report, 'a list of values');
  if (values === undefined) return undefined;
  return { name, spot, values, known: new Set(values.map(({ value }) => value)) };
}

function readAxisValue(spot: Spot, put: Put, report: Report): AxisValue | undefined {
  const value = readScalar(spot, report);
  const overlays = value === undefined ? undefined : put(value, spot);
  return value === undefined || overlays === undefined ? undefined : { value, overlays };
}

/** Reads a value as it may stand in an id: a word, a day, a truth value, or a number with or without its unit. */
export function readScalar(spot: Spot, report: Report): Scalar | undefined {
  const { value } = spot;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (typeof value === 'string' && /^[\w.+-][\w.+ -]{0,99}$/u.test(value)) return value;
  return reportWrong(spot, 'a word, a day, a number, `true` or `false`', report);
}

function putPart(key: string): Put {
  if (key === 'date') return (value, at) => [{ path: ['request', 'date'], value, at }];
  return (value, at) => [{ path: ['request', key === 'act' ? 'acts' : 'providers'], value: [value], at }];
}

/** Here `unknown` says that the request does not state the fact, or does not settle the reading. */
function putUnder(key: string, name: string): Put {
  return (value, at) => [
    { path: ['request', key, name], value: value === 'unknown' ? undefined : value, at },
  ];
}

function putDeal(deals: Spot, report: Report): Put {
  return (name, at) => {
    const deal = child(deals, String(name));
    if (deal.value !== undefined) return isMap(deal.value) ? partsOf(deal) : undefined;
    const hint = didYouMean(String(name), isMap(deals.value) ? Object.keys(deals.value) : []);
    const message = `the file describes no deal ${inBackticks(String(name))}`;
    return report('scenario/undeclared-deal', at, message, { hint });
  };
}

/** A deal adds facts and readings to those of the request, and each other part as a whole. */
function partsOf(deal: Spot): readonly Overlay[] {
  return entriesOf(deal).flatMap(([key, spot]) =>
    (key === 'facts' || key === 'readings') && isMap(spot.value)
      ? entriesOf(spot).map(([name, at]) => overlay(['request', key, name], at))
      : [overlay(['request', key], spot)],
  );
}

function overlay(path: Path, at: Spot): Overlay {
  return { path, value: at.value, at };
}

/** A fact may be called `act` or `deal`, but not beside that axis. */
function areDistinct(axes: readonly Axis[], report: Report): boolean {
  const first = new Map<string, Axis>();
  for (const axis of axes) {
    const before = first.get(axis.name);
    if (before === undefined) first.set(axis.name, axis);
    else {
      const related = [relatedTo(before.spot, 'the first one', 'key')];
      const message = `there are two axes ${inBackticks(axis.name)}`;
      report('scenario/stated-twice', axis.spot, message, { part: 'key', related });
    }
  }
  return first.size === axes.length;
}

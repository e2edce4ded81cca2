import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import type { TermChange } from '../request.ts';
import type { Report } from '../written/report.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import { NUMBERS_SHAPE } from './request-shapes.ts';

/** Reads which terms of a deal differ, and how: `price: { from: 100, to: 92 }`, `price: lower` or `location: changed`. */
export function readTermChanges(spot: Spot, report: Report): readonly TermChange[] | undefined {
  if (!isMap(spot.value)) return undefined;
  return completeList(Object.keys(spot.value).map((term) => readTermChange(child(spot, term), term, report)));
}

const WORDS = ['lower', 'higher', 'changed'] as const;

function readTermChange(spot: Spot, term: string, report: Report): TermChange | undefined {
  const word = WORDS.find((each) => each === spot.value);
  if (word !== undefined) return { term, is: word };
  if (!isMap(spot.value)) {
    return reportWrong(spot, 'lower, higher, changed or `{ from: …, to: … }` in numbers', report);
  }
  if (checkShape(spot, NUMBERS_SHAPE, report) === undefined) return undefined;
  const [from, to] = [
    readPlainNumber(child(spot, 'from'), report),
    readPlainNumber(child(spot, 'to'), report),
  ];
  return from === undefined || to === undefined ? undefined : { term, is: 'numbers', from, to };
}

function readPlainNumber(spot: Spot, report: Report): number | undefined {
  const { value } = spot;
  return typeof value === 'number' && Number.isFinite(value) ? value : reportWrong(spot, 'a number', report);
}

import { didYouMean } from '../../diagnostics/suggest.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { checkLetters } from '../forms/ids.ts';
import type { TermChange } from '../request.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import { LARGEST_FIGURE, NUMBERS_SHAPE } from './request-shapes.ts';

/** Reads which terms of a deal differ, and how: `price: { from: 100, to: 92 }`, `price: lower` or `location: changed`. */
export function readTermChanges(spot: Spot, report: Report): readonly TermChange[] | undefined {
  if (!isMap(spot.value)) return undefined;
  return completeList(
    entriesOf(spot).map(([term, each]) => {
      const isNamed = checkLetters(term, each, 'key', report);
      const change = readTermChange(each, term, report);
      return isNamed ? change : undefined;
    }),
  );
}

const WORDS = ['lower', 'higher', 'changed'] as const;

function readTermChange(spot: Spot, term: string, report: Report): TermChange | undefined {
  const word = WORDS.find((each) => each === spot.value);
  if (word !== undefined) return { term, is: word };
  if (!isMap(spot.value)) {
    const belongs = '`lower`, `higher`, `changed` or `{ from: 100, to: 92 }`';
    return reportWrong(spot, belongs, report, hintFor(spot.value));
  }
  if (checkShape(spot, NUMBERS_SHAPE, report) === undefined) return undefined;
  const from = readFigure(child(spot, 'from'), report);
  const to = readFigure(child(spot, 'to'), report);
  return from === undefined || to === undefined ? undefined : { term, is: 'numbers', from, to };
}

function hintFor(value: unknown): string | undefined {
  if (typeof value === 'number') return 'write both numbers, the old and the new, or the direction alone';
  if (typeof value !== 'string') return undefined;
  return (
    didYouMean(value, WORDS) ??
    'write `lower` or `higher` for a direction, and `changed` for whatever has none, without its text'
  );
}

/** Reads a plain number of either sign, in whatever unit the term has; so large a one that sums overflow is none. */
function readFigure(spot: Spot, report: Report): number | undefined {
  const { value } = spot;
  if (typeof value === 'number' && Math.abs(value) <= LARGEST_FIGURE) return value;
  if (typeof value !== 'number')
    return reportWrong(spot, 'a number', report, 'write digits alone, without unit and quotes');
  return reportWrong(spot, 'a number of at most 15 digits', report, 'write it in a larger unit');
}

import { inBackticks } from '../../diagnostics/plain-text.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { itemsOf, type Spot } from '../written/written.ts';
import { reportWrong, sourceOf } from './check-shape.ts';
import { completeList } from './complete.ts';

type Read<T> = (spot: Spot) => T | undefined;

/** Reads a list that is not empty and names nothing twice. */
export function readList<T>(
  spot: Spot,
  read: Read<T>,
  report: Report,
  belongs = 'a list',
): readonly T[] | undefined {
  const items = itemsOf(spot);
  if (items.length === 0) return reportWrong(spot, belongs, report);
  return readItems(items, read, report);
}

/** Reads one thing, or a list of them. */
export function readOneOrMore<T>(spot: Spot, read: Read<T>, report: Report): readonly T[] | undefined {
  if (Array.isArray(spot.value)) return readList(spot, read, report);
  const one = read(spot);
  return one === undefined ? undefined : [one];
}

/** Reads list items that name nothing twice; there may be none. */
export function readItems<T>(
  items: readonly Spot[],
  read: Read<T>,
  report: Report,
): readonly T[] | undefined {
  const first = new Map<unknown, Spot>();
  const values = items.map((item) => {
    const before = first.get(item.value);
    if (before === undefined || typeof item.value === 'object') {
      first.set(item.value, item);
      return read(item);
    }
    const related = [relatedTo(before, 'it stands here before')];
    return report('shape/repeated', item, `${inBackticks(sourceOf(item))} stands twice in the list`, {
      related,
    });
  });
  return completeList(values);
}

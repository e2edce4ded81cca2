import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { checkId } from '../forms/ids.ts';
import type { EnumValue } from '../pack.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import { INNER_VALUE_SHAPE } from './vocabulary-shapes.ts';

const DEEPEST_TREE = 20;

/** Resolves an enum's values, each before those within it. An id stands for one value of the whole tree. */
export function resolveValues(spot: Spot, report: Report): readonly EnumValue[] | undefined {
  return resolveLevel(spot, undefined, { report, depth: 1, first: new Map() });
}

interface Level {
  readonly report: Report;
  readonly depth: number;
  /** Where each id stood first. */
  readonly first: Map<string, Spot>;
}

function resolveLevel(
  spot: Spot,
  within: string | undefined,
  level: Level,
): readonly EnumValue[] | undefined {
  if (level.depth > DEEPEST_TREE) {
    const message = `values lie within one another more than ${String(DEEPEST_TREE)} deep`;
    return level.report('pack/tree-too-deep', spot, message);
  }
  const resolved = entriesOf(spot).map(([id, each]) => resolveValue(id, each, within, level));
  return completeList(resolved)?.flat();
}

function resolveValue(
  id: string,
  spot: Spot,
  within: string | undefined,
  level: Level,
): readonly EnumValue[] | undefined {
  const isId = checkId(id, spot, 'key', level.report);
  const isFirst = checkFirst(id, spot, level);
  const below = isMap(spot.value) ? resolveInner(id, spot, level) : resolveLeaf(spot, level);
  if (below === undefined || !isId || !isFirst) return undefined;
  const [means, values] = below;
  return [{ id, means, ...(within === undefined ? {} : { within }) }, ...values];
}

/** What a value means, and the values within it. */
type Meaning = readonly [means: string, below: readonly EnumValue[]];

function resolveLeaf(spot: Spot, { report }: Level): Meaning | undefined {
  const { value } = spot;
  return typeof value === 'string' && value.trim() !== '' ? [value, []] : reportWrong(spot, 'text', report);
}

function resolveInner(id: string, spot: Spot, level: Level): Meaning | undefined {
  const shape = checkShape(spot, INNER_VALUE_SHAPE, level.report);
  const below = resolveLevel(child(spot, 'within'), id, { ...level, depth: level.depth + 1 });
  return shape && below && [shape.means, below];
}

function checkFirst(id: string, spot: Spot, { first, report }: Level): boolean {
  const before = first.get(id);
  if (before === undefined) {
    first.set(id, spot);
    return true;
  }
  const related = [relatedTo(before, 'the first one', 'key')];
  report('pack/duplicate-value', spot, `the fact has two values ${inBackticks(id)}`, {
    part: 'key',
    related,
  });
  return false;
}

import type { Scalar } from '../scenario.ts';

/** For some axes the values that a rule speaks of. */
export type Box = ReadonlyMap<string, readonly Scalar[]>;

type Values = ReadonlyMap<string, Scalar>;

/** Describes some cells of a matrix by as few rules as a simple search finds; every cell is in exactly one of them. */
export function boxesOf(cells: readonly Values[]): readonly Box[] {
  return split(cells, [...(cells[0]?.keys() ?? [])]);
}

function split(cells: readonly Values[], axes: readonly string[]): readonly Box[] {
  const whole = new Map(axes.map((axis) => [axis, valuesOn(cells, axis)]));
  const size = [...whole.values()].reduce((product, values) => product * values.length, 1);
  const [axis, ...others] = axes;
  if (size === cells.length || axis === undefined) return [whole];
  const alike = new Map<string, Scalar[]>();
  for (const value of valuesOn(cells, axis)) {
    const rest = JSON.stringify(at(cells, axis, value).map((cell) => others.map((each) => cell.get(each))));
    alike.set(rest, [...(alike.get(rest) ?? []), value]);
  }
  return [...alike.values()].flatMap((values) => {
    const below = at(cells, axis, values[0]);
    return split(below, others).map((box) => new Map([[axis, values], ...box]));
  });
}

function at(cells: readonly Values[], axis: string, value: Scalar | undefined): readonly Values[] {
  return cells.filter((cell) => cell.get(axis) === value);
}

function valuesOn(cells: readonly Values[], axis: string): readonly Scalar[] {
  return [...new Set(cells.flatMap((cell) => cell.get(axis) ?? []))];
}

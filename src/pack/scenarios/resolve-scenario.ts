import { checkShape } from '../forms/check-shape.ts';
import { complete, optional, required } from '../forms/complete.ts';
import { readId } from '../forms/ids.ts';
import { readText } from '../forms/read-text.ts';
import type { Scenario } from '../scenario.ts';
import type { Report } from '../written/report.ts';
import { child, itemsOf, type Spot } from '../written/written.ts';
import { expandMatrix, isMatrixEntry, MOST_CELLS, sizeOf, type Shared } from './expand-matrix.ts';
import { readAxes } from './read-axes.ts';
import { readCodes, readRules } from './read-rules.ts';
import { resolveEach, resolveExpectation } from './resolve-expectation.ts';
import { MATRIX_ENTRY_SHAPE, SCENARIO_SHAPE } from './scenario-shapes.ts';

/** Rules of one matrix. */
const MOST_RULES = 1_000;

/** Resolves the entries of a file. A matrix gives a scenario for each cell, and stands for none where it is wrong. */
export function resolveScenarios(
  entries: readonly Spot[],
  deals: Spot,
  report: Report,
): readonly (Scenario | undefined)[] {
  let room = MOST_CELLS;
  const take = (size: number): boolean => (room -= size) >= 0;
  return entries.flatMap((entry) =>
    isMatrixEntry(entry) ? resolveMatrix(entry, deals, take, report) : [resolveScenario(entry, report)],
  );
}

function resolveScenario(spot: Spot, report: Report): Scenario | undefined {
  const shape = checkShape(spot, SCENARIO_SHAPE, report);
  const resolved = complete({
    ...resolveShared(spot, report),
    ...optional(spot, 'expect', 'expect', (expect) =>
      resolveEach(expect, (each) => resolveExpectation(each, report)),
    ),
  });
  if (shape === undefined || resolved === undefined) return undefined;
  checkExpectations(spot, report);
  return { ...resolved, request: shape.request, assumptions: shape.assumptions ?? 'as-stated', spot };
}

function resolveMatrix(
  spot: Spot,
  deals: Spot,
  take: (size: number) => boolean,
  report: Report,
): readonly (Scenario | undefined)[] {
  const shape = checkShape(spot, MATRIX_ENTRY_SHAPE, report);
  const axes = readAxes(child(spot, 'matrix'), deals, report);
  const resolved = complete(resolveShared(spot, report));
  if (axes === undefined) return [];
  const tooMuch = excessOf(spot, sizeOf(spot, axes), take);
  if (tooMuch !== undefined) {
    return [report('scenario/too-many-cells', child(spot, 'matrix'), tooMuch, { part: 'key' })];
  }
  const rules = readRules(child(spot, 'expect'), axes, report);
  if (shape === undefined || rules === undefined || resolved === undefined) return [];
  checkExpectations(spot, report);
  const shared: Shared = { ...resolved, assumptions: shape.assumptions ?? 'as-stated' };
  return expandMatrix(spot, shared, axes, rules, report);
}

function excessOf(entry: Spot, size: number, take: (size: number) => boolean): string | undefined {
  if (itemsOf(child(entry, 'expect')).length > MOST_RULES) {
    return `the matrix has more than ${String(MOST_RULES)} rules`;
  }
  if (size === Infinity) return 'the requests of the matrix have too many parts';
  return take(size) ? undefined : `the matrices of the file have more than ${String(MOST_CELLS)} cells`;
}

function resolveShared(spot: Spot, report: Report) {
  return {
    id: required(spot, 'id', (id) => readId(id, report)),
    ...optional(spot, 'why', 'why', (why) => readText(why, report)),
    ...optional(spot, 'pending', 'pending', (reason) => readText(reason, report)),
    ...optional(spot, 'diagnostics', 'diagnostics', (codes) => readCodes(codes, report)),
  };
}

/** Nothing vacuous: a scenario says what must come of it, or why it is not run. */
function checkExpectations(spot: Spot, report: Report): void {
  const has = (key: string): boolean => child(spot, key).value !== undefined;
  const id = child(spot, 'id');
  if (has('expect') && has('diagnostics')) {
    report('scenario/two-expectations', id, 'the scenario expects an answer and diagnostics');
  } else if (!has('expect') && !has('diagnostics') && !has('pending')) {
    report('scenario/no-expectation', id, 'the scenario does not say what must come of it');
  }
}

import { SETTLED_OUTCOMES, type Outcome } from '../../vocabulary/outcome.ts';
import { checkShape } from '../forms/check-shape.ts';
import { complete, required, optional } from '../forms/complete.ts';
import { readItems, readList } from '../forms/read-list.ts';
import { readText, readWord } from '../forms/read-text.ts';
import type { ActExpectation, Expectation } from '../scenario.ts';
import type { Report } from '../written/report.ts';
import { entriesOf, itemsOf, type Spot } from '../written/written.ts';
import { ACT_EXPECTATION_SHAPE, EXPECTATION_SHAPE, type RULE_SHAPE } from './scenario-shapes.ts';

export const OUTCOMES: readonly Outcome[] = [...SETTLED_OUTCOMES, 'undetermined'];

/** Resolves what a scenario expects for one provider. In a matrix other keys stand beside it. */
export function resolveExpectation(
  spot: Spot,
  report: Report,
  form: typeof EXPECTATION_SHAPE | typeof RULE_SHAPE = EXPECTATION_SHAPE,
): Expectation | undefined {
  const shape = checkShape(spot, form, report);
  const acts = optional(spot, 'acts', 'acts', (each) =>
    resolveEach(each, (act) => {
      const actShape = checkShape(act, ACT_EXPECTATION_SHAPE, report);
      const resolved = resolveAct(act, report);
      return actShape && resolved;
    }),
  );
  const resolved = resolveAct(spot, report);
  return shape === undefined || resolved === undefined ? undefined : complete({ ...resolved, ...acts });
}

/** Resolves each entry of a map whose keys are ids; the record has no prototype. */
export function resolveEach<T>(
  spot: Spot,
  resolve: (spot: Spot) => T | undefined,
): Readonly<Record<string, T>> | undefined {
  const resolved = Object.create(null) as Record<string, T | undefined>;
  for (const [key, each] of entriesOf(spot)) resolved[key] = resolve(each);
  return complete(resolved);
}

function resolveAct(spot: Spot, report: Report): ActExpectation | undefined {
  const texts = (list: Spot) => readItems(itemsOf(list), (each) => readText(each, report), report);
  return complete({
    outcome: required(spot, 'outcome', (outcome) => readWord(outcome, OUTCOMES, report)),
    ...optional(spot, 'possible', 'possible', (list) =>
      readList(list, (each) => readWord(each, SETTLED_OUTCOMES, report), report),
    ),
    ...optional(spot, 'governing', 'governing', texts),
    ...optional(spot, 'turns-on', 'turnsOn', texts),
  });
}

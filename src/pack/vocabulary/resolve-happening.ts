import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape } from '../forms/check-shape.ts';
import { completeList } from '../forms/complete.ts';
import { checkId } from '../forms/ids.ts';
import { readName } from '../forms/names.ts';
import { readList } from '../forms/read-list.ts';
import type { Fact, Happening, NumberType } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import type { HappeningContext } from './measure-context.ts';
import { resolveUnits } from './resolve-fact.ts';
import { AMOUNT_SHAPE, HAPPENING_SHAPE } from './vocabulary-shapes.ts';

/** The key by which happenings are told apart by the candidate. */
export const CANDIDATE_KEY = 'provider';

/** Resolves the declaration of something dated that measures count. */
export function resolveHappening(id: string, spot: Spot, context: HappeningContext): Happening | undefined {
  const { report } = context;
  const shape = checkShape(spot, HAPPENING_SHAPE, report);
  const amounts = completeList(
    entriesOf(child(spot, 'amounts')).map(([name, each]) => {
      const isId = checkId(name, each, 'key', report);
      const type = resolveAmount(each, report);
      return isId && type !== undefined ? ([name, type] as const) : undefined;
    }),
  );
  const keys = child(spot, 'told-by');
  const toldBy =
    keys.value === undefined ? [] : readList(keys, (each) => readKey(each, id, spot, context), report);
  if (shape === undefined || amounts === undefined || toldBy === undefined) return undefined;
  return { id, means: shape.means, amounts: Object.fromEntries(amounts), toldBy };
}

function resolveAmount(spot: Spot, report: Report): NumberType | undefined {
  const shape = checkShape(spot, AMOUNT_SHAPE, report);
  if (shape === undefined) return undefined;
  const unit = shape.unit === undefined ? {} : { unit: shape.unit };
  if (shape.units === undefined) return { is: 'number', ...unit };
  const units = resolveUnits(child(spot, 'units'), shape.unit, report);
  return units && { is: 'number', ...unit, units };
}

/** A fact with values that can be listed, or `provider`. No key has the name of the happening or of an amount. */
function readKey(
  spot: Spot,
  id: string,
  happening: Spot,
  { facts, report }: HappeningContext,
): string | undefined {
  const naming = { code: 'measure/undeclared', noun: 'a fact', also: [CANDIDATE_KEY] } as const;
  const key = readName(spot, facts, naming, report);
  if (key === undefined || key === CANDIDATE_KEY) return key;
  const isTaken = key === id || child(child(happening, 'amounts'), key).value !== undefined;
  if (isTaken) {
    const message = `${inBackticks(key)} is the happening itself or an amount of it`;
    return report('measure/unfit-part', spot, message);
  }
  if (mayBeKey(facts.declared.get(key))) return key;
  return report('measure/unfit-part', spot, `${inBackticks(key)} has no values that could be listed`);
}

function mayBeKey(fact: Fact | undefined): boolean {
  return fact === undefined || ['enum', 'boolean', 'party'].includes(fact.type.is);
}

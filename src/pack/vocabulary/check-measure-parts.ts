import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Measure } from '../../vocabulary/measure.ts';
import type { FactType, NumberType } from '../pack.ts';
import { child, type Spot } from '../written/written.ts';
import type { MeasureContext } from './measure-context.ts';

/** Checks that the parts of a measure go together, and gives what sort of number it is. */
export function checkMeasureParts(
  measure: Measure,
  spot: Spot,
  { happenings, facts, report }: MeasureContext,
): NumberType | undefined {
  const units = measure.counted.map(({ happening, amount }) => {
    return amount === undefined ? undefined : happenings.declared.get(happening)?.amounts[amount];
  });
  const own: NumberType = units[0] ?? { is: 'number' };
  const added = typeof measure.adds === 'string' ? facts.declared.get(measure.adds)?.type : undefined;
  const rules: readonly Rule[] = [
    [units.some((type) => type?.unit !== own.unit), 'sums', 'the amounts are in different units'],
    ...ofPeriods(measure),
    ...ofShare(measure),
    ...ofRequest(measure, own, added),
  ];
  const broken = rules.find(([isBroken]) => isBroken);
  if (broken === undefined) return typeOf(measure, own);
  const [, part, message] = broken;
  return report('measure/unfit-part', child(spot, part), message, { part: 'key' });
}

type Rule = readonly [isBroken: boolean, part: string, message: string];

function ofPeriods(measure: Measure): readonly Rule[] {
  const { over, in: which, excessOver } = measure;
  const overlaps = 'lasting' in over && over.is !== 'trailing';
  const isOfAll = which.is !== 'current' && which.is !== 'last-closed';
  const isUnstarted = over.is === 'calendar' && over.from === undefined;
  return [
    [
      overlaps && (which.is === 'current' || excessOver !== undefined),
      'over',
      'periods that overlap have no current one, and carry nothing forward',
    ],
    [
      measure.closesAfter !== undefined && (which.is === 'current' || excessOver !== undefined),
      'closes-after',
      'only closed periods close, and those that carry an excess forward close at once',
    ],
    [isUnstarted && isOfAll, 'over', '`from` has to say with which period the closed ones begin'],
    [
      excessOver !== undefined && !mayCarry(measure, excessOver),
      'carry-forward',
      'an excess goes from one whole period to the next, and that of a count is a count',
    ],
  ];
}

function mayCarry({ over, in: which, isDaily, isWhole }: Measure, excessOver: number): boolean {
  const isPeriodic = over.is === 'every' || over.is === 'calendar';
  return isPeriodic && !isDaily && !('periods' in which) && (!isWhole || Number.isInteger(excessOver));
}

function ofShare({ shareOf, isDaily, excessOver, adds }: Measure): readonly Rule[] {
  const hasMore = isDaily || excessOver !== undefined || adds !== undefined;
  const message = 'a share has no average for a day, no excess, and no part of the request';
  return [[shareOf !== undefined && hasMore, 'share-of', message]];
}

function ofRequest(
  { adds, in: which, isDaily, isWhole }: Measure,
  own: NumberType,
  added: FactType | undefined,
): readonly Rule[] {
  const isLike = added?.is === 'number' && !isWhole && added.unit === own.unit;
  return [
    [
      adds !== undefined && (which.is !== 'current' || isDaily),
      'with-request',
      'a request counts in the current period only, and in no average',
    ],
    [adds === 1 && !isWhole, 'with-request', 'a request counts as one only where happenings do'],
    [
      typeof adds === 'string' && added !== undefined && !isLike,
      'with-request',
      `${inBackticks(String(adds))} is no number that could be added up with the amounts`,
    ],
  ];
}

function typeOf({ shareOf, isDaily }: Measure, { unit, units }: NumberType): NumberType {
  if (shareOf !== undefined) return { is: 'number', unit: '%' };
  if (isDaily) return { is: 'number', unit: `${unit ?? ''}/day` };
  return { is: 'number', ...(unit !== undefined && { unit }), ...(units !== undefined && { units }) };
}

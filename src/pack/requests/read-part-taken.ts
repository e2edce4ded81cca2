import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import { checkStage } from '../forms/check-stage.ts';
import { checkName } from '../forms/names.ts';
import { readNumber } from '../forms/read-number.ts';
import type { FactType } from '../pack.ts';
import type { ExerciseEvent } from '../request.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import { factsOfType } from '../vocabulary/vocabulary.ts';
import type { RequestContext } from './request-context.ts';
import { PART_TAKEN_SHAPE } from './request-shapes.ts';

type PartTaken = NonNullable<ExerciseEvent['takes']>;
type NumberType = Extract<FactType, { is: 'number' }>;

/** Reads what a holder takes of a deal: `megawatts: { taken: 120, of: 200 }`, in one quantity and less than all of it. */
export function readPartTaken(spot: Spot, context: RequestContext): PartTaken | undefined {
  const { report } = context;
  const [name, second] = isMap(spot.value) ? Object.keys(spot.value) : [];
  if (name === undefined) return undefined;
  if (second !== undefined) {
    const message = `an exercise takes a part of one quantity, not of ${listed([name, second], 'and')}`;
    const hint = 'name the quantity that the deal is divided by';
    return report('shape/wrong-value', spot, message, { hint });
  }
  const part = child(spot, name);
  const type = readQuantity(name, part, context);
  const hint = 'write what is taken and of how much: `{ taken: 120, of: 200 }`';
  const shape = checkStage(part, PART_TAKEN_SHAPE, 'a map', report, hint);
  return type && shape && readShare(name, part, type, context);
}

function readQuantity(name: string, part: Spot, context: RequestContext): NumberType | undefined {
  const { report, vocabulary } = context;
  const naming = { code: 'request/undeclared-fact', noun: 'a fact', part: 'key' } as const;
  if (!checkName(name, part, vocabulary.facts, naming, report)) return undefined;
  const fact = vocabulary.facts.declared.get(name);
  const type = fact?.type;
  if (type === undefined || (type.is === 'number' && fact?.measure === undefined)) return type;
  const message = `${inBackticks(name)} is no number, so that no part of it can be taken`;
  return report('request/indivisible-fact', part, message, { part: 'key', hint: quantitiesIn(context) });
}

function quantitiesIn({ vocabulary }: RequestContext): string {
  const facts = [...factsOfType(vocabulary.facts, 'number').declared];
  const numbers = facts.flatMap(([id, fact]) => (fact?.measure === undefined ? [id] : []));
  return numbers.length === 0
    ? 'the pack has no number facts'
    : `the number facts are ${listed(numbers, 'and')}`;
}

function readShare(
  fact: string,
  part: Spot,
  type: NumberType,
  context: RequestContext,
): PartTaken | undefined {
  const taken = readNumber(child(part, 'taken'), type, context);
  const of = readNumber(child(part, 'of'), type, context);
  if (taken === undefined || of === undefined) return undefined;
  if (taken > 0 && taken < of) return { fact, taken, of };
  const message = '`taken` is not more than nothing and less than all';
  return context.report('request/part-not-less', child(part, 'taken'), message);
}

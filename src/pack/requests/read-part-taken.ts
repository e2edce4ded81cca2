import { checkShape } from '../forms/check-shape.ts';
import { readName } from '../forms/names.ts';
import { readNumber } from '../forms/read-number.ts';
import type { ExerciseEvent } from '../request.ts';
import { child, type Spot } from '../written/written.ts';
import type { RequestContext } from './request-context.ts';
import { PART_TAKEN_SHAPE } from './request-shapes.ts';

type PartTaken = NonNullable<ExerciseEvent['takes']>;

/** Reads what a holder takes of a deal: `megawatts: { taken: 120, of: 200 }`, in one quantity and less than all of it. */
export function readPartTaken(spot: Spot, context: RequestContext): PartTaken | undefined {
  const { report, vocabulary } = context;
  const [name, second] = Object.keys(spot.value as object);
  if (name === undefined || second !== undefined) {
    const message = 'an exercise takes a part of more than one quantity';
    return report('shape/wrong-value', spot, message, {
      hint: 'name the one quantity that the deal is divided by',
    });
  }
  const part = child(spot, name);
  const naming = { code: 'request/undeclared-fact', noun: 'a fact', part: 'key' } as const;
  const fact = readName({ ...part, value: name }, vocabulary.facts, naming, report);
  const shape = checkShape(part, PART_TAKEN_SHAPE, report);
  const type = fact === undefined ? undefined : vocabulary.facts.declared.get(fact)?.type;
  if (fact === undefined || shape === undefined || type === undefined) return undefined;
  if (type.is !== 'number') {
    const message = `\`${fact}\` is no number, so that no part of it can be taken`;
    return report('request/indivisible-fact', part, message, { part: 'key' });
  }
  const taken = readNumber(child(part, 'taken'), type, context);
  const of = readNumber(child(part, 'of'), type, context);
  if (taken === undefined || of === undefined) return undefined;
  if (taken > 0 && taken < of) return { fact, taken, of };
  return report(
    'request/part-not-less',
    child(part, 'taken'),
    'the part taken is not more than nothing and less than all',
  );
}

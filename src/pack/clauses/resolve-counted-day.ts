import * as z from 'zod';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Period } from '../../vocabulary/period.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import { readDay } from '../forms/read-day.ts';
import { readPeriod } from '../forms/read-duration.ts';
import { anything, oneOf } from '../forms/shape-leaves.ts';
import type { AnchorBase, CountedLength } from '../pack.ts';
import { factsOfType } from '../vocabulary/vocabulary.ts';
import { child, entriesOf, isMap, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveStated } from './resolve-stated.ts';

const part = anything.exactOptional();

export const COUNTED_SHAPE = z.strictObject({
  after: part,
  before: part,
  of: anything,
  'day-itself': oneOf(['counts', 'does-not-count']).exactOptional(),
});

const ANCHOR_SHAPE = z.strictObject({ event: part, fact: part, effective: part, 'end-of': part });

/** A counted day whose anchor may still be the end of another clause. */
export interface CountedFrom {
  readonly anchor: AnchorBase | { readonly is: 'end'; readonly clause: string };
  readonly length?: CountedLength;
}

/** True for a map that is a day counted from another. */
export function isCounted({ value }: Spot): boolean {
  return isMap(value) && ['after', 'before'].some((key) => Object.hasOwn(value, key));
}

/** True for a map that names such a day without counting from it. */
export function isAnchor({ value }: Spot): boolean {
  return isMap(value) && Object.keys(ANCHOR_SHAPE.shape).some((key) => Object.hasOwn(value, key));
}

/** Resolves a day that is counted from another. `name` is the clause's id with the key under which it stands. */
export function resolveCountedDay(
  spot: Spot,
  name: string,
  context: ResolveContext,
): CountedFrom | undefined {
  const shape = checkShape(spot, COUNTED_SHAPE, context.report);
  if (shape === undefined) return undefined;
  const anchor = resolveAnchor(child(spot, 'of'), context);
  const { after, before } = shape;
  if (after !== undefined && before !== undefined) {
    const message = '`before` stands beside `after`, and only one of the two can be meant';
    return context.report('shape/unknown-key', child(spot, 'before'), message, { part: 'key' });
  }
  const towards = after === undefined ? 'before' : 'after';
  const period = resolveLength(child(spot, towards), `${name}.${towards}`, context);
  const countsDay = shape['day-itself'] === 'counts';
  return anchor && period && { anchor, length: { towards, period, countsDay } };
}

function resolveLength(spot: Spot, wanted: string, context: ResolveContext): Parameter<Period> | undefined {
  const id = context.parameterId(wanted);
  const read = (each: Spot) => readPeriod(each, context.vocabulary.calendars, context.report);
  const stated = resolveStated(spot, { read, mayBeNone: false }, context);
  return stated && { id, stated };
}

const A_BASE = 'a day, or one of `event`, `fact`, `effective` and `end-of`';

/** Resolves the day from which others are counted, or that stands by itself. */
export function resolveAnchor(spot: Spot, context: ResolveContext): CountedFrom['anchor'] | undefined {
  const { report } = context;
  if (!isMap(spot.value)) {
    if (typeof spot.value !== 'string') return reportWrong(spot, A_BASE, report);
    return complete({ is: 'day', day: readDay(spot, report) } as const);
  }
  if (checkShape(spot, ANCHOR_SHAPE, report) === undefined) return undefined;
  const [[key, named] = ['', spot], second] = entriesOf(spot);
  if (second !== undefined) {
    const message = `${inBackticks(second[0])} stands beside ${inBackticks(key)}, which stands alone`;
    return report('shape/unknown-key', second[1], message, { part: 'key' });
  }
  return readBase(key, named, context);
}

function readBase(key: string, spot: Spot, context: ResolveContext): CountedFrom['anchor'] | undefined {
  const { report, clauseIds, instrumentIds } = context;
  switch (key) {
    case 'event':
      return readDayFact(spot, 'event', context);
    case 'fact':
      return readDayFact(spot, 'date', context);
    case 'effective': {
      const naming = { code: 'clause/unknown-instrument', noun: 'an instrument' } as const;
      return complete({ is: 'start', instrument: readName(spot, instrumentIds, naming, report) } as const);
    }
    default: {
      const naming = { code: 'clause/unknown-clause', noun: 'a clause' } as const;
      return complete({ is: 'end', clause: readName(spot, clauseIds, naming, report) } as const);
    }
  }
}

/** Reads the event or the date from which a day is counted. */
export function readDayFact(
  spot: Spot,
  is: 'event' | 'date',
  { vocabulary, report }: ResolveContext,
): Extract<AnchorBase, { fact: string }> | undefined {
  const naming = {
    code: 'clause/undeclared-fact',
    noun: is === 'event' ? 'an event' : 'a date',
  } as const;
  return complete({ is, fact: readName(spot, factsOfType(vocabulary.facts, is), naming, report) });
}

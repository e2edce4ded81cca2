import { readStageLength } from '../forms/read-duration.ts';
import { readWord } from '../forms/read-text.ts';
import type { StageLength } from '../../vocabulary/period.ts';
import type { Limit, Parameter } from '../../vocabulary/stated.ts';
import { child, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveStated, type ValueForm } from './resolve-stated.ts';

/** Resolves one part of a procedure, by the keys that lead to it; left out it is unknown, or what the language says. */
export type StatedPart = <T>(
  keys: readonly string[],
  form: ValueForm<T>,
  leftOut?: Limit<T>,
) => Parameter<T> | undefined;

/** Prepares to resolve the parts of one clause's procedure. */
export function statedPart(procedure: Spot, clause: string, context: ResolveContext): StatedPart {
  return (keys, form, leftOut) => {
    const spot = keys.reduce<Spot>((outer, key) => child(outer, key), procedure);
    const id = context.parameterId([clause, ...keys].join('.'));
    if (spot.value === undefined) return { id, stated: leftOut ?? { is: 'unknown' } };
    const stated = resolveStated(spot, form, context);
    return stated && { id, stated };
  };
}

/** Lengths of stages, or `none` where no time runs. */
export function lengthForm({ vocabulary, report }: ResolveContext): ValueForm<StageLength> {
  return { read: (spot) => readStageLength(spot, vocabulary.calendars, report), mayBeNone: true };
}

/** One of a few words. */
export function wordForm<Word extends string>(
  words: readonly Word[],
  { report }: ResolveContext,
): ValueForm<Word> {
  return { read: (spot) => readWord(spot, words, report), mayBeNone: false };
}

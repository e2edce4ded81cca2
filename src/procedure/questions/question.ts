import type { Limit, Parameter } from '../../vocabulary/stated.ts';

/** Something that has to be settled before it can be said where a first right stands. */
export type Question<V> = ParameterQuestion<V> | RecordQuestion<V> | FactQuestion<V>;

/** A part of the procedure that the text may leave open. */
export interface ParameterQuestion<V> {
  readonly is: 'parameter';
  readonly key: string;
  readonly parameter: Parameter<unknown>;
  /** Values enough to tell apart all that an open parameter could do. */
  readonly alternatives: readonly V[];
  /** What a limit that is given comes to. */
  readonly given: (limit: Limit<unknown>) => V;
}

/** Something that the record leaves out. */
export interface RecordQuestion<V> {
  readonly is: 'record';
  /** Unique among all that a record may leave out. */
  readonly key: string;
  readonly reportedAs: string;
  readonly answers: readonly { readonly label: string; readonly value: V }[];
}

/** Whether a boolean fact or assessment holds. */
export interface FactQuestion<V> {
  readonly is: 'fact';
  readonly key: string;
  readonly fact: string;
  readonly given: (holds: boolean) => V;
}

/** Asks a question; the same one asked again gives the same answer. */
export type Ask = <V>(question: Question<V>) => V;

/** Asks for the value of a parameter; where it is open, it may be any of the alternatives. */
export function parameterQuestion<T, V>(
  parameter: Parameter<T>,
  alternatives: readonly V[],
  given: (limit: Limit<T>) => V,
): ParameterQuestion<V> {
  const { id } = parameter;
  return { is: 'parameter', key: id, parameter, alternatives, given: given as (limit: Limit<unknown>) => V };
}

/** Asks for one of a few words. */
export function wordQuestion<Word extends string>(
  parameter: Parameter<Word>,
  words: readonly Word[],
): ParameterQuestion<Word> {
  return parameterQuestion(parameter, words, (limit) => {
    if (limit.is === 'none') throw new Error(`\`none\` is no value of \`${parameter.id}\``);
    return limit.value;
  });
}

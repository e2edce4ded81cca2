import { floorIn } from './percentage-floor.ts';
import { UsageError } from './usage-error.ts';

/** What `test --mutate` is asked for. */
export interface MutationAsked {
  readonly format: 'text' | 'json';
  /** How many of the mutants have to be killed, in hundredths of a percent. */
  readonly floor: number;
}

/** The options of `test` that go with `--mutate`, as they were written. */
export interface MutationOptions {
  readonly mutate?: true;
  readonly atLeast?: readonly string[];
  readonly format: string;
}

/** Reads what goes with `--mutate`; `undefined` where it is not asked for. */
export function mutationAsked({ mutate, atLeast, format }: MutationOptions): MutationAsked | undefined {
  if (mutate !== true) return undefined;
  if (format !== 'text' && format !== 'json') throw new UsageError('--mutate is written as text or json');
  return { format, floor: Math.max(...(atLeast ?? ['100']).map((text) => floorIn(text, text))) };
}

import { parseArgs } from 'node:util';

export interface FuzzOptions {
  readonly minutes: number;
  readonly seed: number;
  /** A saved counterexample to look at again. */
  readonly replay?: string;
}

/** Reads `--minutes`, `--seed` and `--replay`. Throws where one is not what it should be. */
export function readOptions(args: readonly string[]): FuzzOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      minutes: { type: 'string', default: '1' },
      seed: { type: 'string', default: String(Math.floor(Math.random() * 2 ** 31)) },
      replay: { type: 'string' },
    },
  });
  const minutes = Number(values.minutes);
  const seed = Number(values.seed);
  if (!(minutes > 0)) throw new RangeError(`--minutes is not a number above 0: ${values.minutes}`);
  if (!Number.isInteger(seed)) throw new RangeError(`--seed is not a whole number: ${values.seed}`);
  return { minutes, seed, ...(values.replay !== undefined && { replay: values.replay }) };
}

/** The seed of a randomised run: `FC_SEED` to repeat one, otherwise a new one. */
export const SEED = numberFrom('FC_SEED') ?? Math.floor(Math.random() * 2 ** 31);

/** How many cases to run: `FC_RUNS`, or what is given. */
export function runs(fallback: number): number {
  return numberFrom('FC_RUNS') ?? fallback;
}

function numberFrom(name: string): number | undefined {
  const text = process.env[name];
  if (text === undefined || text === '') return undefined;
  const value = Number(text);
  if (!Number.isInteger(value)) throw new RangeError(`${name} is not a whole number: ${text}`);
  return value;
}

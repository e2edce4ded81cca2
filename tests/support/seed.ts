/** Continuous integration judges a change by the same cases each time; new ones are tried where people look on. */
const SEED_IN_CI = 1_057_972_514;

/** The seed of a randomised run: `FC_SEED` to repeat one, otherwise a new one, or the usual one in CI. */
export const SEED =
  numberFrom('FC_SEED') ??
  (process.env['CI'] === undefined ? Math.floor(Math.random() * 2 ** 31) : SEED_IN_CI);

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

import type { Procedure } from '../../pack/procedure.ts';

type Document = Readonly<Record<string, unknown>>;

/** Gives what an exercise may say besides: nothing, a part of each number of the deal, and each change of terms. */
export function exercisesOf(procedures: readonly Procedure[], facts: unknown): readonly Document[] {
  const numbers = Object.entries(facts ?? {}).filter(([, value]) => typeof value === 'number' && value > 0);
  const parts = numbers.map(([fact, of]) => ({
    takes: { [fact]: { taken: Number(of) / 2, of: Number(of) } },
  }));
  return [{}, ...parts, ...changesOf(procedures).map((differs) => ({ differs }))];
}

/** Gives changes of each term that matters, in each direction, about what is tolerated, and of a term that is not listed. */
export function changesOf(procedures: readonly Procedure[]): readonly Document[] {
  const terms = [...new Set(procedures.flatMap(({ terms: { better } }) => Object.keys(better)))];
  const tolerated = procedures.flatMap(({ terms: { tolerance } }) => Object.values(tolerance));
  const steps = [...new Set(tolerated)].flatMap((percent) => [percent, percent + 1, percent - 1]);
  return [
    ...terms.flatMap((term) => ['lower', 'higher', 'changed'].map((way) => ({ [term]: way }))),
    ...terms.flatMap((term) => steps.map((percent) => ({ [term]: { from: 100, to: 100 - percent } }))),
    { other: 'changed' },
  ];
}

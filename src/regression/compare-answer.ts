import type { ActAnswer } from '../evaluation/decision.ts';
import type { ActExpectation, Expectation } from '../pack/scenario.ts';

/** One respect in which what came of a scenario is not what it expects. */
export interface Mismatch {
  readonly provider?: string;
  readonly act?: string;
  readonly what: 'outcome' | 'possible' | 'governing' | 'turns-on' | 'diagnostics';
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** The parts of an answer that a scenario can speak of. */
export interface ComparedAct extends Pick<ActAnswer, 'outcome' | 'possible'> {
  readonly governing: readonly { readonly clause: string }[];
  readonly turnsOn: readonly { readonly id: string }[];
}

/** The same of all acts together and of each. */
export interface ComparedAnswer extends ComparedAct {
  readonly provider: string;
  readonly acts: readonly (ComparedAct & { readonly act: string })[];
}

/** Every respect in which the answer for one provider differs from what is expected of it. */
export function compareAnswer(expected: Expectation, found: ComparedAnswer): readonly Mismatch[] {
  const provider = found.provider;
  const acts = new Map(Object.entries(expected.acts ?? {}));
  return [
    ...compareParts(expected, found).map((mismatch) => ({ provider, ...mismatch })),
    ...found.acts.flatMap((answer) => {
      const act = answer.act;
      const ofAct = acts.get(act);
      return ofAct === undefined
        ? []
        : compareParts(ofAct, answer).map((mismatch) => ({ provider, act, ...mismatch }));
    }),
  ];
}

/** Compares two lists as sets, both sorted: nothing where they have the same members, or where nothing is expected. */
export function compareSets(
  what: Mismatch['what'],
  expected: readonly string[] | undefined,
  found: readonly string[],
): readonly Mismatch[] {
  if (expected === undefined) return [];
  const [wanted, got] = [[...new Set(expected)].sort(), [...new Set(found)].sort()];
  const isSame = wanted.length === got.length && wanted.every((member, index) => member === got[index]);
  return isSame ? [] : [{ what, expected: wanted, found: got }];
}

function compareParts(expected: ActExpectation, found: ComparedAct): readonly Mismatch[] {
  const governing = found.governing.map(({ clause }) => clause);
  const turnsOn = found.turnsOn.map(({ id }) => id);
  return [
    ...compareSets('outcome', [expected.outcome], [found.outcome]),
    ...compareSets('possible', expected.possible, found.possible),
    ...compareSets('governing', expected.governing, governing),
    ...compareSets('turns-on', expected.turnsOn, turnsOn),
  ];
}

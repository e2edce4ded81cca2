import type { ActAnswer, Answer } from '../evaluation/decision.ts';

/** What a scenario says must come of one provider, or of one act of it. Left-out parts are not compared. */
export interface Expected {
  readonly outcome: string;
  readonly possible?: readonly string[];
  readonly governing?: readonly string[];
  readonly turnsOn?: readonly string[];
}

export interface ExpectedAnswer extends Expected {
  readonly acts?: Readonly<Record<string, Expected>>;
}

/** One respect in which an answer is not the expected one. Sets are compared exactly, whatever their order. */
export interface Mismatch {
  readonly provider?: string;
  readonly act?: string;
  readonly what: 'provider' | 'acts' | 'outcome' | 'possible' | 'governing' | 'turns-on' | 'diagnostics';
  readonly expected: readonly string[];
  readonly found: readonly string[];
}

/** Every respect in which the answer for one provider differs from what was expected of it. */
export function compareAnswer(expected: ExpectedAnswer, found: Answer): readonly Mismatch[] {
  const provider = found.provider.id;
  const ofDeal = compareParts(expected, found).map((mismatch) => ({ provider, ...mismatch }));
  if (expected.acts === undefined) return ofDeal;
  const foundActs = found.acts.map(({ act }) => act.id);
  return [
    ...ofDeal,
    ...compareSets('acts', Object.keys(expected.acts), foundActs).map((mismatch) => ({ provider, ...mismatch })),
    ...found.acts.flatMap((answer) => {
      const ofAct = Object.hasOwn(expected.acts ?? {}, answer.act.id) ? expected.acts?.[answer.act.id] : undefined;
      if (ofAct === undefined) return [];
      return compareParts(ofAct, answer).map((mismatch) => ({ provider, act: answer.act.id, ...mismatch }));
    }),
  ];
}

/** Compares two lists as sets: nothing where they have the same members. */
export function compareSets(
  what: Mismatch['what'],
  expected: readonly string[] | undefined,
  found: readonly string[],
): readonly Mismatch[] {
  if (expected === undefined) return [];
  const [one, other] = [new Set(expected), new Set(found)];
  if (one.size === other.size && [...one].every((member) => other.has(member))) return [];
  return [{ what, expected: [...one].sort(), found: [...other].sort() }];
}

function compareParts(expected: Expected, found: Answer | ActAnswer): readonly Mismatch[] {
  return [
    ...compareSets('outcome', [expected.outcome], [found.outcome]),
    ...compareSets('possible', expected.possible, found.possible),
    ...compareSets('governing', expected.governing, found.governing.map(({ clause }) => clause)),
    ...compareSets('turns-on', expected.turnsOn, found.turnsOn.map(({ id }) => id)),
  ];
}

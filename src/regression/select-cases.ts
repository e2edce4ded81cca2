import { child, entriesOf, isMap, itemsOf, type Spot } from '../pack/written/written.ts';
import type { Case } from './read-cases.ts';

/** What a scenario can be chosen by, beside its id. */
const CHOICES = ['pack', 'provider', 'act', 'outcome', 'clause'] as const;

type Choice = (typeof CHOICES)[number];

/**
 * Gives the scenarios that fit what was asked for. `provider=rival` and the like name what a scenario is about; anything
 * else is part of its id, in which `*` stands for any text. What is asked of one kind is asked for alternatively, and
 * several kinds together.
 */
export function selectCases(cases: readonly Case[], asked: readonly string[]): readonly Case[] {
  const kinds = new Map<Choice | 'id', string[]>();
  for (const text of asked) {
    const [, choice, value] = /^(\w+)=(.*)$/su.exec(text) ?? [];
    const kind = CHOICES.find((each) => each === choice);
    const of = kinds.get(kind ?? 'id') ?? [];
    kinds.set(kind ?? 'id', [...of, kind === undefined ? text : (value ?? '')]);
  }
  return cases.filter((each) =>
    [...kinds].every(([kind, values]) => values.some((value) => fits(each, kind, value))),
  );
}

function fits(each: Case, kind: Choice | 'id', value: string): boolean {
  if (kind === 'id') return hasPattern(each.scenario.id, value);
  return aspects[kind](each).includes(value);
}

/** Looks for the parts between the stars one after the other, so that no pattern takes long. */
function hasPattern(id: string, pattern: string): boolean {
  let from = 0;
  for (const part of pattern.split('*')) {
    const at = id.indexOf(part, from);
    if (at === -1) return false;
    from = at + part.length;
  }
  return true;
}

const aspects: Readonly<Record<Choice, (each: Case) => readonly unknown[]>> = {
  pack: ({ pack }) => [pack.id],
  provider: ({ scenario: { spot } }) => [
    ...valuesOf(child(child(spot, 'request'), 'providers')),
    ...entriesOf(child(spot, 'expect')).map(([provider]) => provider),
  ],
  act: ({ scenario: { spot } }) => valuesOf(child(child(spot, 'request'), 'acts')),
  outcome: (each) => expectationsOf(each).map((spot) => child(spot, 'outcome').value),
  clause: (each) => expectationsOf(each).flatMap((spot) => valuesOf(child(spot, 'governing'))),
};

/** What is expected for each provider, and for each act. */
function expectationsOf({ scenario }: Case): readonly Spot[] {
  const ofProviders = entriesOf(child(scenario.spot, 'expect')).map(([, spot]) => spot);
  return ofProviders.flatMap((spot) => [spot, ...entriesOf(child(spot, 'acts')).map(([, act]) => act)]);
}

function valuesOf(list: Spot): readonly unknown[] {
  return itemsOf(list).map(({ value }) => (isMap(value) ? undefined : value));
}

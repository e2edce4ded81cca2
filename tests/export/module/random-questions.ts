import type { Question } from '../../../src/diagram/compile/question.ts';
import type { Variable } from '../../../src/diagram/variables/variable.ts';
import type { Fact, Pack } from '../../../src/pack/pack.ts';
import { limitsIn } from '../../../src/vocabulary/stated.ts';
import { factsTestedIn } from '../../../src/diagram/variables/facts-tested.ts';
import { isoFromDay } from '../../../src/vocabulary/day.ts';
import type { Random } from '../../bench/random.ts';

const STRANGE = [
  'none-such',
  '',
  '__proto__',
  'constructor',
  'toString',
  7,
  -0,
  NaN,
  Infinity,
  true,
  {},
  [],
  '2025-02-30',
];
const NOT_KNOWN = [undefined, null, 'unknown'];

/** Draws questions to a pack: complete, incomplete and invalid ones, days and numbers mostly near to where something turns. */
export function randomQuestions(pack: Pack, variables: readonly Variable[], random: Random): () => Question {
  const edges = edgesOf(pack, variables);
  const parties = [...pack.parties.map(({ id }) => id), 'other'];
  const strangely = <T>(value: T): T => (random.below(60) === 0 ? (random.oneOf(STRANGE) as T) : value);
  const day = (): string => isoFromDay(random.oneOf(edges.days) + random.below(7) - 3);
  return () => {
    const openness = random.oneOf([0, 0, 1, 3, 8]);
    const facts = shuffled(pack.facts, random).flatMap((fact) => {
      if (random.below(10) < openness)
        return random.below(3) > 0 ? [] : [[fact.id, NOT_KNOWN[random.below(NOT_KNOWN.length)]]];
      return [[fact.id, strangely(valueOf(fact, { parties, random, day, numbers: edges.numbers }))]];
    });
    const strange = random.below(80) === 0 ? [[random.oneOf(['none-such', 'constructor', '0']), 1]] : [];
    const known = variables.flatMap(({ key, classes }) =>
      random.below(12) > 0 ? [] : [[key, strangely(random.oneOf(classes).label)]],
    );
    return {
      actor: strangely(random.below(6) > 0 ? (pack.clauses[0]?.binds[0] ?? '') : random.oneOf(parties)),
      act: strangely(random.oneOf(pack.acts).id),
      provider: strangely(random.oneOf(parties)),
      date: strangely(day()),
      ...(random.below(40) > 0 && {
        facts: Object.fromEntries([...facts, ...strange]) as Record<string, unknown>,
      }),
      ...(random.below(4) === 0 && { known: Object.fromEntries(known) as Record<string, string> }),
    };
  };
}

interface Drawing {
  readonly parties: readonly string[];
  readonly random: Random;
  readonly day: () => string;
  readonly numbers: readonly number[];
}

function valueOf({ type }: Fact, { parties, random, day, numbers }: Drawing): unknown {
  switch (type.is) {
    case 'enum':
      return random.oneOf([...type.values.map(({ id }) => id), ...(type.open ? ['other'] : [])]);
    case 'boolean':
    case 'assessment':
      return random.below(2) > 0;
    case 'number':
      return random.oneOf(numbers) + random.oneOf([-1, -0.5, 0, 0, 0.5, 1]);
    case 'date':
      return day();
    case 'party':
      return random.oneOf(parties);
    case 'event':
      return random.below(3) > 0 ? day() : 'not-yet';
  }
}

function edgesOf(
  pack: Pack,
  variables: readonly Variable[],
): { days: readonly number[]; numbers: readonly number[] } {
  const cuts = [...factsTestedIn(pack).tests.values()].flat().flatMap(({ comparison }) => {
    if (comparison.is === 'same-as') return [];
    if (comparison.is === 'one-of') return comparison.values.filter((value) => typeof value === 'number');
    return limitsIn<number>(comparison.bound).flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
  });
  const samples = variables.flatMap(({ about, classes }) =>
    about.is === 'date' ? classes.flatMap(({ sample }) => (typeof sample === 'number' ? [sample] : [])) : [],
  );
  const days = [...samples, ...cuts.filter((cut) => cut > 10_000 && cut < 40_000), 20_150];
  return { days, numbers: [...cuts, 1] };
}

function shuffled<T>(list: readonly T[], random: Random): readonly T[] {
  if (random.below(3) > 0) return list;
  return list
    .map((each) => ({ each, at: random.below(1000) }))
    .toSorted((a, b) => a.at - b.at)
    .map(({ each }) => each);
}

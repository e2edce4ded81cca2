import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';
import { smallerThanStated } from './naive-values.ts';
import type { World } from './naive-world.ts';

/** What it costs to judge all clauses again, as the budget counts. */
const STEPS_FOR_ONE_SIZE = 20;

const SERVED: readonly SettledOutcome[] = ['permitted', 'conditional'];

/**
 * What comes of a deal in one completion where less of it would do: conditional, if it cannot be served as it is and some
 * smaller amount of one divisible fact could be, everything else being equal.
 */
export function whereDivisible(world: World, outcomeIn: (world: World) => SettledOutcome): SettledOutcome {
  const whole = outcomeIn(world);
  if (SERVED.includes(whole)) return whole;
  const helps = (fact: string): boolean =>
    smallerThanStated(world.pack, world.request, fact).some((amount) => {
      for (let step = 0; step < STEPS_FOR_ONE_SIZE; step += 1) world.spend();
      return SERVED.includes(outcomeIn(withAmount(world, fact, amount)));
    });
  return (world.request.divisible ?? []).some(helps) ? 'conditional' : whole;
}

/** The same completion with another amount of one fact; whatever else is asked for is as it was. */
function withAmount(world: World, fact: string, amount: number): World {
  return {
    ...world,
    choose: <V>(variable: Parameters<World['choose']>[0], options: readonly V[]): V =>
      variable.key === `fact ${fact}` ? (amount as V) : world.choose(variable, options),
  };
}

import type { Pack } from '../pack/pack.ts';
import type { Request } from '../pack/request.ts';
import { RECORD_ID } from '../pack/unknown-ids.ts';
import { settledBranches, type Circumstance } from './questions/settled-branches.ts';
import { TooManyWays } from './questions/too-many-ways.ts';
import type { Way } from './questions/ways-of.ts';
import type { FirstRightClause } from './record/first-right-clause.ts';
import { statesAfterEnd, statesInForce } from './record/states-under.ts';
import type { State } from './states/state.ts';

/** Every state in which a first right may stand, the likeliest on the record first, and the unknowns behind them. */
export interface FirstRightStates {
  readonly states: readonly State[];
  readonly dependsOn: readonly string[];
}

/** What is asked about: a clause in a deal, and what matters about its state. Unknowns that do not change that are not named. */
export interface Asked {
  readonly clause: FirstRightClause;
  readonly pack: Pack;
  readonly request: Request;
  readonly circumstance: Circumstance;
  readonly tell: (state: State) => string;
}

/**
 * Finds the states of a first right in force over all that its procedure and the record leave open. They are never too few;
 * where one unknown is asked for twice they may be too many.
 */
export function firstRightStates(asked: Asked): FirstRightStates {
  return withinReach(asked, statesInForce);
}

/** Finds the states of a first right that is out of force, in a deal that was under way when it ended. */
export function statesOfEnded(asked: Asked): FirstRightStates {
  return withinReach(asked, statesAfterEnd);
}

/** Beyond all telling, any state may hold. */
function withinReach(
  { clause, pack, request, circumstance, tell }: Asked,
  find: typeof statesInForce,
): FirstRightStates {
  try {
    return together(find(clause, pack, request, settledBranches(circumstance)), tell);
  } catch (error) {
    if (!(error instanceof TooManyWays)) throw error;
    return { states: ANY_STATE, dependsOn: [RECORD_ID] };
  }
}

function together(
  ways: readonly Way<readonly State[], readonly string[]>[],
  tell: (state: State) => string,
): FirstRightStates {
  const taleOf = (states: readonly State[]): string => [...new Set(states.map(tell))].sort().join();
  const isSame = new Set(ways.map(({ value }) => taleOf(value))).size === 1;
  const isOpen = ways.some(({ value }) => new Set(value.map(tell)).size > 1);
  const ids = isSame ? [] : ways.flatMap(({ mark }) => mark);
  return {
    states: [
      ...new Map(ways.flatMap(({ value }) => value).map((state) => [JSON.stringify(state), state])).values(),
    ],
    dependsOn: [...new Set([...ids, ...(isOpen ? [RECORD_ID] : [])])],
  };
}

const ANY_STATE: readonly State[] = [
  { is: 'must-offer', triggered: false },
  { is: 'not-triggered' },
  { is: 'exercised', on: Number.NaN },
  { is: 'signed-first', on: Number.NaN },
  { is: 'released', by: 'exercise', from: Number.NaN },
];

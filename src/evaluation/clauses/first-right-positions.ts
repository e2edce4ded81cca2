import type { Clause } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import {
  firstRightStates,
  statesOfEnded,
  type FirstRightStates,
} from '../../procedure/first-right-states.ts';
import { firstRightOf, type FirstRightClause } from '../../procedure/record/first-right-clause.ts';
import { isOfferDue, isUnderWay, type State } from '../../procedure/states/state.ts';
import type { Position } from '../../vocabulary/position.ts';
import type { Circumstances } from './circumstances.ts';
import { statesLeft } from './course.ts';
import type { StatedPositions } from './what-is-stated.ts';

/** Gives what a first right in force says, by where the deal on record stands. */
export function firstRightPositions(
  clause: Clause,
  circumstances: Circumstances,
  asHolder: boolean,
): StatedPositions {
  const { pack, request, settlement } = circumstances;
  if (asHolder && request.opportunity === undefined) return SILENT;
  const right = firstRightOf(clause);
  const say = saying(request, asHolder, (state) => isOfferDue(state) || isAwaited(state));
  const circumstance = { settlement, facts: request.facts };
  const asked = { clause: right, pack, circumstance, tell: (state: State) => say(state).join() };
  if (!isReached(right, circumstances, asHolder)) {
    return stated(firstRightStates({ ...asked, request: withoutDeal(request) }), say, asHolder);
  }
  const found = firstRightStates({ ...asked, request });
  const states = statesLeft(found.states, clause.id, circumstances.course);
  return stated({ ...found, states }, say, asHolder);
}

/** Gives what a first right still says that is out of force, of a deal that was under way when it ended. */
export function endedRightPositions(
  clause: Clause,
  circumstances: Circumstances,
  asHolder: boolean,
): StatedPositions {
  const { pack, request, settlement } = circumstances;
  const right = firstRightOf(clause);
  if (!isReached(right, circumstances, asHolder)) return SILENT;
  const say = saying(request, asHolder, isAwaited);
  const circumstance = { settlement, facts: request.facts };
  const tell = (state: State): string => say(state).join();
  return stated(statesOfEnded({ clause: right, pack, request, circumstance, tell }), say, asHolder);
}

/** True where the deal on record bears on the candidate: its counterparty, the holder, or anyone where the text says so. */
function isReached(
  { procedure }: FirstRightClause,
  { request, candidate }: Circumstances,
  asHolder: boolean,
): boolean {
  const { opportunity } = request;
  if (opportunity === undefined) return false;
  return asHolder || procedure.releaseTo === 'anyone' || opportunity.counterparty === candidate;
}

function withoutDeal(request: Request): Request {
  const { opportunity: _left, ...rest } = request;
  return rest;
}

const SILENT: StatedPositions = { positions: ['nothing'], dependsOn: [], states: [] };

/** True where an answer of the holder is still to come, or its leave has to be had after all. */
function isAwaited(state: State): boolean {
  return isUnderWay(state) || state.is === 'signed-first';
}

type Say = (state: State) => readonly Position[];

/** What each state says of a candidate; of a deal taken in part, that hangs on how much is asked for. */
function saying({ facts }: Request, asHolder: boolean, isFirstToBeOffered: (state: State) => boolean): Say {
  const taken: Position = asHolder ? 'reserves' : 'reserved-for-another';
  return (state) => {
    if (state.is === 'exercised') return [taken];
    if (state.is === 'partly-exercised') {
      const asked = Object.hasOwn(facts, state.fact) ? facts[state.fact] : undefined;
      if (asked === undefined) return ['nothing', taken];
      return [Number(asked) <= state.rest ? 'nothing' : taken];
    }
    if (asHolder) return ['nothing'];
    if (state.is === 'not-triggered') return ['not-before'];
    return [isFirstToBeOffered(state) ? 'offer-first' : 'nothing'];
  };
}

function stated({ states, dependsOn }: FirstRightStates, say: Say, asHolder: boolean): StatedPositions {
  const shared = states.flatMap((state) =>
    state.is === 'partly-exercised' && say(state).length > 1 ? [state.fact] : [],
  );
  return {
    positions: [...new Set(states.flatMap(say))],
    dependsOn: [...new Set([...dependsOn, ...shared])],
    states: asHolder ? [] : states,
  };
}

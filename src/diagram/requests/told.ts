import { isOfferDue, isUnderWay, type State } from '../../procedure/states/state.ts';
import type { FirstRightState } from '../variables/other-variables.ts';

/** Tells what matters about the state of a deal; of one taken in part that hangs on how much is asked for. */
export function told(state: State): FirstRightState | undefined {
  if (isOfferDue(state)) return 'to be offered';
  if (isUnderWay(state) || state.is === 'signed-first') return 'under way';
  if (state.is === 'not-triggered') return 'not triggered';
  if (state.is === 'partly-exercised') return undefined;
  return state.is === 'exercised' ? 'exercised' : 'released';
}

import { isUnderWay, type State } from '../../procedure/states/state.ts';
import type { FirstRightState } from '../variables/other-variables.ts';

/** Tells what matters about the state of a deal; of one taken in part that hangs on how much is asked for. */
export function told(state: State): FirstRightState | undefined {
  if (isUnderWay(state)) return 'under way';
  switch (state.is) {
    case 'signed-first':
      return 'under way';
    case 'not-triggered':
      return 'not triggered';
    case 'released':
    case 'signed-in-time':
    case 'ended':
      return 'released';
    case 'exercised':
      return 'exercised';
    case 'partly-exercised':
      return undefined;
    default:
      return 'to be offered';
  }
}

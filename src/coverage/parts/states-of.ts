import { STATES, type FirstRightState } from '../../diagram/variables/other-variables.ts';
import { STAGES, type Procedure } from '../../pack/procedure.ts';
import { limitsIn, type Parameter } from '../../vocabulary/stated.ts';

/** The states to which a procedure may certainly come, by what the contract states and what is assumed. */
export function statesOf({ trigger, effect }: Procedure): readonly FirstRightState[] {
  const maySleep = limitsIn(trigger).some((limit) => limit.is === 'set' && limit.value !== STAGES[0]);
  const mayReserve = says(effect, 'reserves');
  return STATES.filter(
    (state) => (state !== 'not triggered' || maySleep) && (state !== 'exercised' || mayReserve),
  );
}

/** True where one of the limits for which a parameter may stand is a word. */
export function says<T>(parameter: Parameter<T>, word: T): boolean {
  return limitsIn(parameter).some((limit) => limit.is === 'set' && limit.value === word);
}

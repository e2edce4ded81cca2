import type { DateVariable } from '../../diagram/compile/date-variable.ts';
import type { Compared, Side, Sided } from '../sides.ts';
import { jointDate } from './joint-date.ts';
import { jointFacts, type JointFacts } from './joint-facts.ts';
import { parameterKeys } from './joint-parameters.ts';
import { jointReadings, type ReadingView } from './joint-readings.ts';
import { jointStarts, type JointStart } from './joint-starts.ts';
import { stateKeys } from './joint-states.ts';

/** Everything that answers of two packs can depend on, cut into what either can tell apart. */
export interface JointWords extends Compared {
  readonly facts: JointFacts;
  readonly readings: Sided<ReadonlyMap<string, ReadingView>>;
  readonly starts: ReadonlyMap<string, JointStart>;
  /** `undefined` where each side is asked on a day of its own. */
  readonly date: DateVariable | undefined;
  readonly keyOfParameter: (side: Side, id: string) => string;
  readonly keyOfState: (side: Side, clause: string) => string;
}

/** Refines what two packs can tell apart until it serves both. */
export function jointWords(compared: Compared): JointWords {
  const { packs } = compared;
  const starts = jointStarts(compared);
  return {
    ...compared,
    facts: jointFacts(packs),
    readings: jointReadings(packs),
    starts,
    date: jointDate(
      compared,
      [...starts.values()].flatMap(({ turns }) => turns),
    ),
    keyOfParameter: parameterKeys(packs),
    keyOfState: stateKeys(packs),
  };
}

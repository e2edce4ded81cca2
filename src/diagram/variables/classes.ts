import { readingOf } from '../../pack/lookup.ts';
import type { Instrument, Pack } from '../../pack/pack.ts';
import { factVariablesOf, type FactVariable } from './fact-variables.ts';
import { readingVariable } from './other-variables.ts';
import { startVariableOf, type StartVariable } from './start-variables.ts';
import type { Variable } from './variable.ts';

/** Where clauses find the variables of what they read: those of their own pack, or of two packs that are compared. */
export interface Classes {
  readonly fact: (id: string) => FactVariable;
  readonly reading: (id: string) => Variable;
  /** `undefined` where the instrument's first day is certain. */
  readonly start: (instrument: Instrument) => StartVariable | undefined;
}

/** Gives the classes that a pack by itself can tell apart. */
export function classesOf(pack: Pack): Classes {
  return {
    fact: (id) => {
      const variable = factVariablesOf(pack).get(id);
      if (variable === undefined) throw new Error(`fact \`${id}\` is read but has no classes`);
      return variable;
    },
    reading: (id) => readingVariable(readingOf(pack, id)),
    start: (instrument) => startVariableOf(instrument, pack),
  };
}

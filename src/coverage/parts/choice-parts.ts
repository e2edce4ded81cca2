import { readingVariable, stateVariable } from '../../diagram/variables/other-variables.ts';
import type { Clause, Pack } from '../../pack/pack.ts';
import { NO_TALKS, type Exit, type Procedure } from '../../pack/procedure.ts';
import { isFirstRight } from '../../vocabulary/clause-kind.ts';
import { limitsIn } from '../../vocabulary/stated.ts';
import type { ContractPart } from './contract-part.ts';
import { says, statesOf } from './states-of.ts';

/** Each option of each reading, held against the others. */
export function readingParts({ readings }: Pack): readonly ContractPart[] {
  return readings.flatMap((reading) => {
    const variable = readingVariable(reading);
    return reading.options.map(({ id: label }) => ({
      kind: 'reading',
      id: `${reading.id}=${label}`,
      change: { is: 'option', variable, label },
    }));
  });
}

/** Each state in which a first right may stand in a deal on record, held against the others; a release once for each exit. */
export function stateParts(clauses: readonly Clause[]): readonly ContractPart[] {
  return clauses.flatMap((right) => {
    const { procedure } = right;
    if (procedure === undefined || !isFirstRight(right.kind)) return [];
    const variable = stateVariable(right.id);
    return statesOf(procedure).flatMap((label): readonly ContractPart[] => {
      const change = { is: 'state', of: [right], variable, label } as const;
      if (label !== 'released') return [{ kind: 'state', id: `${right.id}: ${label}`, change }];
      return exitsOf(procedure).map((exit) => ({
        kind: 'state',
        id: `${right.id}: released, ${EXIT_WORDS[exit]}`,
        change: { ...change, exit },
      }));
    });
  });
}

const EXIT_WORDS: Readonly<Record<Exit, string>> = {
  declined: 'declined',
  silent: 'after silence',
  noAgreement: 'without agreement',
};

/** The exits from it: a window has to end for the holder to be silent, and talks to be held to end without agreement. */
function exitsOf({ silence, talks, within }: Procedure): readonly Exit[] {
  const isTimed = limitsIn(within).some(({ is }) => is === 'set');
  const mayTalk = limitsIn(talks).some((limit) => limit.is === 'none' || limit.value !== NO_TALKS);
  return [
    'declined',
    ...(isTimed && says(silence, 'releases') ? (['silent'] as const) : []),
    ...(mayTalk ? (['noAgreement'] as const) : []),
  ];
}

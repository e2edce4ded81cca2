import { digestOf } from '../../pack/forms/digest.ts';

/** Gives a scenario that is proposed an id that says what it is for; the digest tells it from all others. */
export function proposalId(what: string, said: object): string {
  return `${what}-${digestOf(said).slice(0, 10)}`;
}

/** Stands where its author has to say why the contract has it so. */
export const WHY_TO_BE_SAID = 'Say here why the contract has it so.';

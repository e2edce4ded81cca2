import { digestOf } from '../pack/forms/digest.ts';

/** Gives what is said an id by which people can name it. It begins with a letter, so that YAML never takes it for a number. */
export function changeId(said: object): string {
  return `c${digestOf(said).slice(0, 11)}`;
}

import type { Variable } from '../variables/variable.ts';
import { orWords } from './listed-words.ts';

/** Gives the labels of some classes of a variable. */
export function labelsOf({ classes }: Variable, chosen: readonly number[]): readonly string[] {
  return chosen.map((klass) => classes[klass]?.label ?? '');
}

/** Puts in words what a party has said of a deal, by the labels of that variable. */
export function consentWords(party: string, labels: readonly string[]): string {
  return `${party}: ${orWords(labels.map((label) => CONSENT_WORDS[label] ?? label))}`;
}

const CONSENT_WORDS: Readonly<Record<string, string>> = {
  none: 'nothing said',
  consent: 'consent given',
  refusal: 'consent refused',
};

/** Says a thing, or that it is not so, by the classes of a variable of which the second says that it is. */
export function saidOrNot(what: string, classes: readonly number[]): string {
  return `${classes.includes(1) ? '' : 'not '}${what}`;
}

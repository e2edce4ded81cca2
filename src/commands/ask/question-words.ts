import type { Choice, Question } from '../../interview/question.ts';
import { escapeUnprintable } from '../../diagnostics/plain-text.ts';

/** What is typed or chosen instead of an answer. No id of a pack is like them. */
export const INSTEAD = { unknown: '?', back: '<', enough: '.' } as const;

/** A line of a list. */
interface Line {
  readonly value: string;
  readonly label: string;
}

/** The question as it is put. */
export function wordsOf({ text, note }: Question): string {
  return escapeUnprintable(note === undefined ? text : `${text} (${note})`);
}

/** What may be typed. */
export function placeholderOf({ typed, mayBeUnknown }: Question, mayGoBack: boolean): string {
  const ways = [
    typed === 'day' ? 'a day as 2025-03-31' : typed === 'number' ? 'a number' : 'a word',
    ...(mayBeUnknown ? [`${INSTEAD.unknown} not known`, `${INSTEAD.enough} enough`] : []),
    ...(mayGoBack ? [`${INSTEAD.back} back`] : []),
  ];
  return ways.join(', ');
}

/** The answers, and below them what can be chosen instead. */
export function linesOf(
  { mayBeUnknown }: Question,
  choices: readonly Choice[],
  mayGoBack: boolean,
): readonly Line[] {
  return [
    ...choices.map(({ value, label, depth }) => ({
      value,
      label: `${'  '.repeat(depth)}${escapeUnprintable(label === '' ? value : label)}`,
    })),
    ...(mayBeUnknown
      ? [
          { value: INSTEAD.unknown, label: '(not known)' },
          { value: INSTEAD.enough, label: '(enough: leave the rest open)' },
        ]
      : []),
    ...(mayGoBack ? [{ value: INSTEAD.back, label: '(back to the last question)' }] : []),
  ];
}

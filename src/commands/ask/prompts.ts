import { confirm as confirmPrompt, isCancel, log, select, text } from '@clack/prompts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import type { Question, Reply } from '../../interview/question.ts';
import type { Attended } from '../surroundings.ts';
import { INSTEAD, linesOf, placeholderOf, wordsOf } from './question-words.ts';

/** What a person answered, or wants instead. */
export type Said = Reply | 'back' | 'enough' | 'ended';

/** A conversation on a terminal. */
export interface Prompts {
  readonly say: (words: string) => void;
  readonly complain: (diagnostics: readonly Diagnostic[]) => void;
  readonly ask: (question: Question, mayGoBack: boolean) => Promise<Said>;
  readonly confirm: (words: string) => Promise<boolean>;
}

/** Puts a question to which the answer is typed; `undefined` where the person has ended it. */
type Typed = (message: string, placeholder: string, initialValue?: string) => Promise<string | undefined>;

/** Opens a conversation on stderr, so that stdout is left for the request. */
export function openPrompts({ terminal, today }: Attended): Prompts {
  takeForUsualSize(terminal.output);
  const typed: Typed = async (message, placeholder, initialValue = '') => {
    const value = await text({ ...terminal, message, placeholder, initialValue, validate: demandText });
    return isCancel(value) ? undefined : value.trim();
  };
  const chosen = async (
    question: Question,
    choices: NonNullable<Question['choices']>,
    mayGoBack: boolean,
  ): Promise<string | undefined> => {
    const options = [...linesOf(question, choices, mayGoBack)];
    const value = await select({ ...terminal, message: wordsOf(question), options, maxItems: 12 });
    return isCancel(value) ? undefined : value;
  };
  return {
    say: (words) => {
      log.message(words.split('\n').map(escapeUnprintable), { ...terminal, spacing: 0 });
    },
    complain: (diagnostics) => {
      const words = diagnostics.map(({ message, hint }) =>
        hint === undefined ? message : `${message}; ${hint}`,
      );
      log.error(escapeUnprintable(words.join('; ')), terminal);
    },
    confirm: async (message) => (await confirmPrompt({ ...terminal, message, initialValue: false })) === true,
    ask: async (question, mayGoBack) => {
      const { choices, about } = question;
      const value =
        choices === undefined
          ? await typed(
              wordsOf(question),
              placeholderOf(question, mayGoBack),
              about === 'date' ? today() : '',
            )
          : await chosen(question, choices, mayGoBack);
      return completed(value, question, typed, today());
    },
  };
}

/** A terminal that does not say how large it is would be drawn on one letter a line. */
function takeForUsualSize(output: Attended['terminal']['output']): void {
  output.columns ||= 80;
  output.rows ||= 24;
}

function demandText(value: string | undefined): string | undefined {
  return value === undefined || value.trim() === '' ? 'type something, or Esc to end' : undefined;
}

/** Gives what was wanted instead of an answer, or the answer with what belongs to it. */
async function completed(
  value: string | undefined,
  question: Question,
  typed: Typed,
  today: string,
): Promise<Said> {
  if (value === undefined) return 'ended';
  const instead = wantedInstead(value, question);
  if (instead !== undefined) return instead;
  const dayOf = (): Promise<string | undefined> => typed('On which day?', 'a day as 2025-03-31', today);
  if (question.about === 'assessment') return assessed(value, typed, dayOf);
  const needsDay = question.choices?.some((choice) => choice.value === value && choice.needsDay === true);
  const told = needsDay === true ? await dayOf() : value;
  return told === undefined ? 'ended' : { is: 'value', value: told };
}

function wantedInstead(value: string, { mayBeUnknown }: Question): Said | undefined {
  if (value === INSTEAD.back) return 'back';
  if (!mayBeUnknown) return undefined;
  if (value === INSTEAD.enough) return 'enough';
  return value === INSTEAD.unknown ? { is: 'unknown' } : undefined;
}

/** A finding is somebody's. */
async function assessed(
  value: string,
  typed: Typed,
  dayOf: () => Promise<string | undefined>,
): Promise<Said> {
  const who = await typed('Who found that?', 'a person or office');
  const on = who === undefined ? undefined : await dayOf();
  return who === undefined || on === undefined ? 'ended' : { is: 'value', value, by: { who, on } };
}

import type { Pack } from '../pack/pack.ts';
import type { Draft } from './draft.ts';
import { EVERY_PROVIDER, type Choice, type Question } from './question.ts';

/** The next question without whose answer there is no request: who acts, what is done, when, and with whom. */
export function frameQuestion(pack: Pack, draft: Draft): Question | undefined {
  if (draft['actor'] === undefined) return askActor(pack);
  if (draft['acts'] === undefined) return askAct(pack);
  if (draft['date'] === undefined) {
    return {
      id: 'date',
      about: 'date',
      text: 'On which day is it to be done?',
      typed: 'day',
      mayBeUnknown: false,
    };
  }
  return undefined;
}

/** Asked once, and never again: all providers is an answer too. */
export function askProvider(pack: Pack, actor: unknown): Question {
  const providers = pack.parties.filter(({ id, provider }) => provider && id !== actor);
  const every = { value: EVERY_PROVIDER, label: 'each of them', depth: 0 };
  return {
    id: 'provider',
    about: 'provider',
    text: 'With which provider?',
    choices: [every, ...providers.map(({ id, name }) => ({ value: id, label: name, depth: 0 }))],
    mayBeUnknown: false,
  };
}

function askActor(pack: Pack): Question {
  const bound = new Set(pack.clauses.flatMap(({ binds }) => binds));
  const choices = pack.parties.filter(({ id }) => bound.has(id)).map(({ id, name }) => choice(id, name));
  return { id: 'actor', about: 'actor', text: 'Who acts?', choices, mayBeUnknown: false };
}

function askAct(pack: Pack): Question {
  const choices = pack.acts.map(({ id, title }) => choice(id, title));
  return { id: 'act', about: 'act', text: 'What is to be done?', choices, mayBeUnknown: false };
}

function choice(value: string, label: string): Choice {
  return { value, label, depth: 0 };
}

import { parametersOf } from '../../evaluation/answer/parameters.ts';
import type { About, Variable } from '../../diagram/variables/variable.ts';
import { factOf, instrumentOf, partyOf, readingOf } from '../../pack/lookup.ts';
import type { Ceasing, Clause, Pack } from '../../pack/pack.ts';
import { electionId } from '../../pack/unknown-ids.ts';

/** Puts what a variable stands for as a question. `provider` is how the candidate is called in it. */
export function questionWords({ about }: Variable, pack: Pack, provider = 'the provider'): string {
  return QUESTIONS[about.is]({ id: about.id, pack, provider });
}

/** The id under which a person states the variable, or finds it in an answer; none for parts of a deal's record. */
export function idShown({ about, reportedAs }: Variable): string | undefined {
  return OF_THE_RECORD.includes(about.is) ? undefined : reportedAs;
}

const OF_THE_RECORD: readonly About['is'][] = ['state', 'counterparty', 'consent', 'waiver', 'record'];

interface Asked {
  readonly id: string;
  readonly pack: Pack;
  readonly provider: string;
}

const QUESTIONS: Readonly<Record<About['is'], (asked: Asked) => string>> = {
  date: () => 'On which day is it done?',
  fact: ({ id, pack }) => factOf(pack, id).question,
  measure: ({ id, pack }) => factOf(pack, id).question,
  reading: ({ id, pack }) => readingOf(pack, id).question,
  parameter: ({ id, pack }) => parametersOf(pack).get(id)?.question ?? id,
  start: ({ id, pack }) => `Was "${instrumentOf(pack, id).title}" already in force?`,
  calendar: ({ id }) => `Has the day come, counted as \`${id}\`, which the calendar does not cover?`,
  election: ({ id, pack }) => electionQuestion(id, pack),
  state: ({ id, pack }) =>
    `Where does "${clauseOf(id, pack)?.title ?? id}" stand in the deal that is on record?`,
  counterparty: ({ provider }) => `Is ${provider} the counterparty of a deal that is on record?`,
  consent: ({ id, pack }) => `What has ${partyOf(pack, id).name} last said to the deal?`,
  waiver: ({ id, pack }) => `Has ${partyOf(pack, id).name} waived, for the deal, what is owed to it?`,
  designee: ({ id, pack, provider }) => `Has ${partyOf(pack, id).name} designated ${provider}?`,
  through: ({ id, pack, provider }) => `Would ${provider} serve through ${partyOf(pack, id).name}?`,
  record: () => 'What happened after the record ends?',
  unrecorded: () => 'What does the record of the deal leave out?',
  share: ({ id }) => `Is what is asked for within ${id}?`,
};

function clauseOf(id: string, { clauses }: Pack): Clause | undefined {
  return clauses.find((clause) => clause.id === id);
}

function electionQuestion(id: string, pack: Pack): string {
  const found = pack.clauses
    .flatMap((clause) => (clause.ceases ?? []).map((ceasing) => ({ clause, ceasing })))
    .find(({ clause, ceasing }) => electionId(clause, ceasing) === id);
  if (found === undefined) throw new Error(`\`${id}\` is no election of the pack`);
  return electionWords(found.clause, found.ceasing, pack);
}

function electionWords({ title }: Clause, { electionOf = '' }: Ceasing, pack: Pack): string {
  return `Has ${partyOf(pack, electionOf).name} elected to end "${title}"?`;
}

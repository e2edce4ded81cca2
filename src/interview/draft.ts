import { EVERY_PROVIDER, type Question, type Reply } from './question.ts';

/** A request as it would be written so far; it need not be whole yet. */
export type Draft = Readonly<Record<string, unknown>>;

/** A part of a request, and what is to stand there. */
export interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** What an answer changes in the request: nothing where it is not known. */
export function changesBy(question: Question, reply: Reply): readonly Change[] {
  return reply.is === 'unknown' ? [] : CHANGES[question.about](question, reply);
}

type Told = Extract<Reply, { is: 'value' }>;

const CHANGES: Readonly<Record<Question['about'], (question: Question, told: Told) => readonly Change[]>> = {
  actor: (_, { value }) => [{ path: ['actor'], value }],
  act: (_, { value }) => [{ path: ['acts'], value: [value] }],
  date: (_, { value }) => [{ path: ['date'], value }],
  provider: (_, { value }) => (value === EVERY_PROVIDER ? [] : [{ path: ['providers'], value: [value] }]),
  fact: (question, { value }) => [{ path: ['facts', question.id], value: typedValue(value, question) }],
  reading: ({ id }, { value }) => [{ path: ['readings', id], value }],
  election: ({ id }, { value }) => [{ path: ['elections', id], value }],
  assessment: ({ id }, { value, by }) => [
    { path: ['assessments', id], value: { finding: value === 'true', by: by?.who ?? '', on: by?.on ?? '' } },
  ],
};

/** A number that is typed in digits is one; with a unit it stays text, as in a file. */
function typedValue(value: string, { typed, choices }: Question): unknown {
  if (choices !== undefined && (value === 'true' || value === 'false')) return value === 'true';
  return typed === 'number' && /^[-+]?\d+(\.\d+)?$/.test(value) ? Number(value) : value;
}

/** The draft with a change made, all else as it was. */
export function withChange(draft: Draft, { path, value }: Change): Draft {
  const [key = '', ...rest] = path;
  if (rest.length === 0) return { ...draft, [key]: value };
  const inner = draft[key];
  const below = typeof inner === 'object' && inner !== null ? (inner as Draft) : {};
  return { ...draft, [key]: withChange(below, { path: rest, value }) };
}

import type { Invalid, Question } from './question.ts';

/** Says what keeps something from being a question at all: typed callers ask properly, others may send anything. */
export function malformed(question: Question): Invalid | undefined {
  if (!isMap(question)) return { invalid: { part: 'question', value: question } };
  const { facts, known } = question;
  if (facts !== undefined && !isMap(facts)) return { invalid: { part: 'facts', value: facts } };
  if (known !== undefined && !isMap(known)) return { invalid: { part: 'known', value: known } };
  return undefined;
}

function isMap(value: unknown): boolean {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

import type { ChangeWitness } from '../comparison.ts';

/** Writes the request of a witness on one line, as JSON: the second where only that side could be asked. */
export function witnessWords({ before, after }: ChangeWitness): string {
  const [then, now] = [before.request, after.request].map((request) => JSON.stringify(request));
  const [first, second] = [before, after].map(({ possible }) => possible.join(' or '));
  const answers = `${first ?? ''}, then ${second ?? ''}`;
  if (then === undefined || now === undefined || then === now)
    return `${then ?? now ?? 'no request can say it'}: ${answers}`;
  return `${then}, then ${now}: ${answers}`;
}

import type { Change, PackComparison, GoverningChange, Verdict } from '../comparison.ts';

/** Says in a sentence what was found. */
export function verdictWords({ verdict, gaveUp = '' }: PackComparison): string {
  return verdict === 'unfinished' ? `Not found out: ${gaveUp}. Nothing is proved.` : SENTENCES[verdict];
}

const SENTENCES: Readonly<Record<Exclude<Verdict, 'unfinished'>, string>> = {
  equal: 'Equal, proved: every request there can be has the same outcome.',
  'more-permissive':
    'Only more permissive, proved: no request has an outcome that stands further in the way.',
  'more-restrictive': 'Only more restrictive, proved: no request has an outcome that stands less in the way.',
  mixed: 'Mixed: the changes do not all go one way. What is not told below has not changed, which is proved.',
  undirected:
    'No outcome changes wherever a deal stands, which is proved; but what is told below does, and answers rest on it.',
};

type Subject = Pick<GoverningChange, 'actor' | 'acts' | 'providers' | 'otherProviders'>;

/** Who may do what with whom: the subject of a statement. */
export function subjectWords({ actor, acts, providers, otherProviders }: Subject): string {
  const deeds = acts.map(({ name }) => name).join('; ');
  return `May ${actor.name} ${deeds} with ${providerWords(providers, otherProviders)}?`;
}

function providerWords(providers: Subject['providers'], others: Subject['providers']): string {
  const names = (named: Subject['providers']): string => named.map(({ name }) => name).join(', ');
  if (others.length === 0) return 'any provider';
  const isRest = providers.some(({ id }) => id === 'other');
  return isRest && others.length <= Math.max(providers.length, 3)
    ? `any provider but ${names(others)}`
    : names(providers);
}

/** The circumstances of a change, in words. */
export function whereWords({ where }: Change): string {
  return where.length === 0 ? 'in every case' : where.map(({ words }) => words).join(', ');
}

/** The clauses behind a change. */
export function clausesWords({ governing, causes }: Change): string {
  const side = (clauses: Change['governing']['before']): string =>
    clauses.length === 0
      ? 'no clause'
      : clauses.map(({ clause, always }) => (always ? clause : `${clause} (in part)`)).join(', ');
  const because = causes.length === 0 ? '' : `; changed here: ${causes.join(', ')}`;
  return `governed by ${side(governing.before)}, then ${side(governing.after)}${because}`;
}

/** What the ordinary case is. */
export const ORDINARY =
  'readings as they are assumed, no deal on record, nobody designated, served directly, instruments from their certain day';

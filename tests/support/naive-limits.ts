import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';

/** What the naive evaluator has been written for. A part of the language beyond that is refused, not passed over. */
const CLAUSE_KEYS = new Set(
  (
    'id number title kind instrument holder grantor binds owedTo acts providers when except notwithstanding subjectTo ' +
    'until endedBy procedure precondition duty source confirmedBy countsWithHolder'
  ).split(' '),
);

const REQUEST_KEYS = new Set(
  'actor date acts providers providersNamed facts readings opportunity digest'.split(' '),
);

export function assertJudged(pack: Pack, request: Request): void {
  const beyond = [
    ...pack.clauses.flatMap((clause) => unknownKeys(clause, CLAUSE_KEYS)),
    ...pack.clauses.flatMap(({ precondition }) =>
      precondition?.reasonableIf === undefined ? [] : ['reasonableIf'],
    ),
    ...pack.parties.flatMap(({ affiliateOf = [] }) => (affiliateOf.length === 0 ? [] : ['affiliateOf'])),
    ...pack.facts.flatMap(({ type }) => (type.is === 'event' ? ['facts of type event'] : [])),
    ...unknownKeys(request, REQUEST_KEYS),
  ];
  if (beyond.length > 0)
    throw new RangeError(`the naive evaluator does not know ${[...new Set(beyond)].join(', ')}`);
}

function unknownKeys(value: object, known: ReadonlySet<string>): string[] {
  return Object.entries(value).flatMap(([key, part]) => (known.has(key) || isEmpty(part) ? [] : [key]));
}

function isEmpty(part: unknown): boolean {
  return (
    part === undefined ||
    part === false ||
    (typeof part === 'object' && part !== null && Object.keys(part).length === 0)
  );
}

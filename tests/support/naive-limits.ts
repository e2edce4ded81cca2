import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';

/** What the naive evaluator has been written for. A part of the language beyond that is refused, not passed over. */
const CLAUSE_KEYS = new Set(
  (
    'id number title kind instrument holder grantor binds owedTo acts providers when except notwithstanding subjectTo after ' +
    'until endedBy procedure precondition duty source confirmedBy ' +
    'lineage sole countsWithHolder ceases untilEvent survives from fromCounted untilCounted'
  ).split(' '),
);

const PROCEDURE_KEYS = new Set(
  (
    'trigger requires clock frequency within silence part match able fallsShort effect talks mayLackTalks noAgreement releaseFor ' +
    'releaseTo terms pending'
  ).split(' '),
);

const REQUEST_KEYS = new Set(
  (
    'actor date acts providers providersNamed facts readings opportunity through designees assessedBy elections ' +
    'divisible happened digest'
  ).split(' '),
);

export function assertJudged(pack: Pack, request: Request): void {
  const beyond = [
    ...pack.clauses.flatMap((clause) => unknownKeys(clause, CLAUSE_KEYS)),
    ...pack.clauses.flatMap(({ procedure = {} }) => unknownKeys(procedure, PROCEDURE_KEYS)),
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

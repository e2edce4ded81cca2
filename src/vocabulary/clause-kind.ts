export const CLAUSE_KINDS = [
  'exclusivity',
  'continued-use',
  'first-refusal',
  'first-offer',
  'first-negotiation',
  'permission',
  'prohibition',
  'precondition',
  'obligation',
] as const;
/** What sort of right or duty a clause is. First refusal, first offer and first negotiation are three rights with one procedure. */
export type ClauseKind = (typeof CLAUSE_KINDS)[number];

export const FIRST_RIGHTS = ['first-refusal', 'first-offer', 'first-negotiation'] as const;
/** A right that is honoured by a procedure: offer to the holder first, wait for the answer. */
export type FirstRight = (typeof FIRST_RIGHTS)[number];

export function isFirstRight(kind: ClauseKind): kind is FirstRight {
  return (FIRST_RIGHTS as readonly string[]).includes(kind);
}

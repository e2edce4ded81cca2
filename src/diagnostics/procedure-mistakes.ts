/** What can be wrong with the stages of a first right, and with what a record says of them. */
export const PROCEDURE_MISTAKES = {
  'clause/unfit-gate': [
    '`able` names a fact that cannot say whether the holder is able',
    'name a boolean fact or an assessment',
  ],
  'clause/unlisted-term': [
    'a tolerance is for a term that `better-for-grantor` does not list',
    'list the term, or correct its name',
  ],
  'clause/unordered-tolerance': [
    'a tolerance is for a term that is unordered',
    'say whether `lower` or `higher` is better for the grantor, or take the tolerance out',
  ],
  'request/given-after-receipt': [
    'a notice was given after the holder received it',
    'correct one of the days',
  ],
  'request/part-not-less': [
    'a holder is recorded to have taken a part of a deal that is nothing, or all of it',
    'write less than all, or leave `takes` out where it took the whole',
  ],
  'request/unknown-clause': [
    'a waiver names a clause that the pack does not have',
    'take the id of a clause from the files of the pack',
  ],
  'request/clause-not-owed': [
    'a party waives a clause that is not owed to it',
    'correct the clause, or the party that waives',
  ],
} as const satisfies Readonly<Record<string, readonly [string, string]>>;

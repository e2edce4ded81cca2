/** The part of the catalogue that is about recorded decisions. */
export const REPLAY_MISTAKES = {
  'record/not-a-record': [
    'a file, or a line of it, is no record of decisions, or of a version that this program does not read',
    'name a file that `compute-rights evaluate --record` has begun',
  ],
  'record/torn-line': [
    'the last line of a record was not written to its end, and is not believed',
    'delete the line; nobody was shown the answer in it',
  ],
  'record/changed-line': [
    'a line of a record is not as it was written',
    'put the line back from a copy, or delete it',
  ],
  'record/other-pack': [
    'a decision was recorded of another pack',
    'name the pack that it was recorded of, or another record',
  ],
} as const;

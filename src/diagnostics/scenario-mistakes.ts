/** The part of the catalogue that is about scenarios. */
export const SCENARIO_MISTAKES = {
  'scenario/no-expectation': [
    'a scenario says neither what must come of it nor why it is pending',
    'write `expect`, `diagnostics` or `pending`',
  ],
  'scenario/two-expectations': ['a scenario expects both an answer and diagnostics', 'keep one of the two'],
  'scenario/duplicate-id': ['two scenarios have the same id', 'rename one of them'],
  'scenario/unknown-code': ['a scenario expects a code that does not exist', 'see `docs/diagnostics.md`'],
  'scenario/not-examined': [
    'a scenario expects something about a provider or act that its request does not ask about',
    'add it to the request, or take the expectation out',
  ],
  'scenario/unknown-clause': [
    'a scenario expects a governing clause that the pack does not have',
    'take the id of a clause from the files of the pack',
  ],
  'scenario/other-pack': ['a file of scenarios is for another pack', 'run it with the pack that it names'],
} as const;

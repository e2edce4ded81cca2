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
  'scenario/undeclared-deal': [
    'a matrix names a deal that its file does not describe',
    'describe it under `deals` at the top of the file',
  ],
  'scenario/stated-twice': [
    'what an axis of a matrix gives is stated elsewhere as well',
    'keep it in one place: the request, the deals or the axis',
  ],
  'scenario/too-many-cells': [
    'the matrices of a file have too many cells, rules or parts',
    'split the file, or leave out values that change nothing',
  ],
  'scenario/one-provider': [
    'a cell of a matrix asks about no provider, or about several',
    'give one under `providers` of the request or the deal, or an axis `provider`',
  ],
  'scenario/not-in-matrix': [
    'a rule names an axis or a value that its matrix does not have',
    'correct it, or add it to the matrix',
  ],
  'scenario/uncovered-cell': [
    'no rule says what is expected in some cells of a matrix',
    'add a rule for them, or name fewer values',
  ],
  'scenario/covered-twice': [
    'two rules say what is expected in one cell of a matrix',
    'narrow the `when` of one of the two',
  ],
  'scenario/other-pack': ['a file of scenarios is for another pack', 'run it with the pack that it names'],
} as const;

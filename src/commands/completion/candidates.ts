import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import type { Candidate } from './candidate.ts';
import type { NameKind } from './names-by-option.ts';
import type { Name, PackNames, Setting } from './names-in-packs.ts';
import type { Wanted } from './wanted-at.ts';

/** Every word that may stand there, whether or not it begins as what is typed. */
export function candidatesOf(wanted: Wanted, names: PackNames | undefined): readonly Candidate[] {
  if (wanted.kind === 'words') return wanted.words;
  return wanted.kind === 'names' && names !== undefined ? LISTS[wanted.of](names, wanted.typed) : [];
}

const LISTS: Readonly<Record<NameKind, (names: PackNames, typed: string) => readonly Candidate[]>> = {
  parties: ({ parties }) => parties.map(candidate),
  providers: ({ parties }) => providersAmong(parties).map(candidate),
  acts: ({ acts }) => acts.map(candidate),
  grades: ({ grades }) => grades.map(candidate),
  facts: ({ facts }) => facts.map(candidate),
  settings: ({ facts }, typed) => pairs(facts, typed),
  readings: ({ readings }, typed) => pairs(readings, typed),
  selections: (names, typed) => pairs(selectionsOf(names), typed),
};

function candidate({ id, means }: Name): Candidate {
  return { value: id, about: means };
}

/** First the names, each with its sign; once there is a sign, the values. */
function pairs(settings: readonly Setting[], typed: string): readonly Candidate[] {
  const sign = typed.indexOf('=');
  if (sign === -1) return settings.map(({ id, means }) => ({ value: `${id}=`, about: means }));
  const chosen = settings.filter(({ id }) => id === typed.slice(0, sign));
  return chosen.flatMap(({ id, values }) =>
    values.map((value) => ({ value: `${id}=${value.id}`, about: value.means })),
  );
}

function providersAmong(parties: PackNames['parties']): readonly Name[] {
  return parties.filter(({ isProvider }) => isProvider);
}

/** What `test --only` can choose by. */
function selectionsOf({ packs, parties, acts, clauses }: PackNames): readonly Setting[] {
  return [
    { id: 'clause', means: 'scenarios in which it is expected to govern', values: clauses },
    { id: 'provider', means: 'scenarios about it', values: providersAmong(parties) },
    { id: 'act', means: 'scenarios about it', values: acts },
    { id: 'outcome', means: 'scenarios that expect it', values: OUTCOMES.map((id) => ({ id, means: '' })) },
    { id: 'pack', means: 'scenarios about it', values: packs },
  ];
}

const OUTCOMES = [...SETTLED_OUTCOMES, 'undetermined'];

import { partsOf, testsOf, type Criterion } from '../../vocabulary/criterion.ts';
import type { CarveOut, Clause, Pack } from '../../pack/pack.ts';
import type { Source } from '../../pack/source.ts';
import { scopesOf } from '../../pack/scopes.ts';
import type { Section } from '../../pack/written-parts.ts';
import type { FindingCode } from '../../diagnostics/finding-codes.ts';
import type { Finding, MakeFinding } from '../finding.ts';

/** Finds words that a pack declares and nothing uses. Groups are gone once a pack is loaded, so their uses are told apart. */
export function unusedWords(
  pack: Pack,
  groupsNamed: ReadonlySet<string>,
  make: MakeFinding,
): readonly Finding[] {
  const { terms, groups, documents, grades, parties } = pack;
  const sources = sourcesIn(pack);
  const used = {
    terms: new Set(criteriaIn(pack).flatMap(termsIn)),
    documents: new Set(sources.map(({ document }) => document)),
    grades: new Set(sources.map(({ grade }) => grade)),
    parties: partiesNamed(pack),
  };
  const about = (code: FindingCode, section: Section, noun: string, words: readonly { id: string }[]) =>
    words.map(({ id }) => make(code, `${noun} \`${id}\``, { of: id, at: { is: 'word', section, id } }));
  const isUnused = (section: keyof typeof used) => (word: { readonly id: string }) =>
    !used[section].has(word.id);
  return [
    ...about('lint/unused-term', 'terms', 'no scope uses', terms.filter(isUnused('terms'))),
    ...about(
      'lint/unused-group',
      'groups',
      'nothing is tested against',
      groups.filter(({ id }) => !groupsNamed.has(id)),
    ),
    ...about('lint/unused-document', 'documents', 'no source cites', documents.filter(isUnused('documents'))),
    ...about('lint/unused-grade', 'grades', 'no source has the grade', grades.filter(isUnused('grades'))),
    ...about(
      'lint/unused-party',
      'parties',
      'nothing names',
      parties.filter(({ provider }) => !provider).filter(isUnused('parties')),
    ),
  ];
}

function criteriaIn({ clauses, promises }: Pack): readonly Criterion[] {
  return [
    ...clauses.flatMap(scopesOf).map(({ criterion }) => criterion),
    ...promises.map(({ when }) => when),
  ];
}

function termsIn(criterion: Criterion): readonly string[] {
  const own = criterion.is === 'defined' ? [criterion.id] : [];
  return [...own, ...partsOf(criterion).flatMap(termsIn)];
}

/** Every source that a pack cites. */
function sourcesIn({ clauses, promises }: Pack): readonly Source[] {
  return [...clauses.flatMap(sourcesOf), ...promises.flatMap(({ source }) => source ?? [])];
}

function sourcesOf({ source, confirmedBy, except, ceases = [] }: Clause): readonly Source[] {
  const inCarveOut = (carveOut: CarveOut): readonly Source[] => [
    ...(carveOut.source === undefined ? [] : [carveOut.source]),
    ...carveOut.except.flatMap(inCarveOut),
  ];
  return [
    source,
    ...confirmedBy,
    ...except.flatMap(inCarveOut),
    ...ceases.flatMap((each) => each.source ?? []),
  ];
}

function partiesNamed(pack: Pack): ReadonlySet<string> {
  return new Set([
    ...pack.groups.flatMap(({ parties }) => parties),
    ...pack.instruments.flatMap(({ parties, assentedBy }) => [...parties, ...assentedBy]),
    ...pack.parties.flatMap(({ affiliateOf = [] }) => affiliateOf),
    ...pack.parties.filter(({ affiliateOf = [] }) => affiliateOf.length > 0).map(({ id }) => id),
    ...pack.clauses.flatMap(partiesIn),
    ...pack.promises.flatMap(({ actor, providers }) => [
      actor,
      ...(providers.is === 'any' ? [] : providers.parties),
    ]),
    ...criteriaIn(pack).flatMap(partiesTested),
  ]);
}

function partiesIn(clause: Clause): readonly string[] {
  const { holder, grantor, binds, owedTo, providers, ceases = [], precondition } = clause;
  return [
    ...(holder === undefined ? [] : [holder]),
    ...(grantor === undefined ? [] : [grantor]),
    ...binds,
    ...owedTo,
    ...(providers.is === 'any' ? [] : providers.parties),
    ...ceases.flatMap(({ electionOf }) => electionOf ?? []),
    ...(precondition === undefined ? [] : [precondition.step.by]),
    ...(precondition?.until.is === 'consent' ? [precondition.until.by] : []),
  ];
}

/** Values of facts that are no parties may bear a party's id; then the party counts as named. */
function partiesTested(criterion: Criterion): readonly string[] {
  return testsOf(criterion).flatMap(({ comparison }) =>
    comparison.is === 'one-of' ? comparison.values.map(String) : [],
  );
}

import { inPlaceOrder, type Checked } from '../../diagnostics/diagnostic.ts';
import { resolveClause, type ResolvedClause } from '../clauses/resolve-clause.ts';
import { startParameterIds } from '../clauses/resolve-context.ts';
import { digestOf } from '../forms/digest.ts';
import { deepFreeze } from '../forms/freeze.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import type { Clause, Instrument, Pack } from '../pack.ts';
import { resolveVocabulary, UNREADABLE, type PackHead } from '../vocabulary/resolve-vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { startReport, type Report } from '../written/report.ts';
import { isMap, topOf, type Spot, type Written } from '../written/written.ts';
import { checkAssent } from './check-assent.ts';
import { checkEndings } from './check-endings.ts';
import { checkPrecedence } from './check-precedence.ts';
import { checkUniqueIds, clauseNames, draftOf, type Draft } from './draft.ts';
import { resolveInstrument } from './resolve-instrument.ts';

/** What could be read of a pack's files. */
export interface PackFiles {
  /** `pack.yaml`; left out where it could not be read. */
  readonly pack?: Written;
  readonly instruments: readonly Written[];
  /** False where the file of some instrument could not be read. */
  readonly areAllRead: boolean;
}

/** Resolves a pack: every name leads to what it names, or is reported. */
export function resolvePack(files: PackFiles): Checked<Pack> {
  const { report, diagnostics } = startReport();
  const { head, vocabulary } =
    files.pack === undefined
      ? { head: undefined, vocabulary: UNREADABLE }
      : resolveVocabulary(topOf(files.pack), report);
  const drafts = files.instruments.map(draftOf);
  const parts = resolveParts(drafts, files.areAllRead, vocabulary, report);
  if (diagnostics.length > 0 || head === undefined)
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  const instruments = [...parts.instruments.values()].toSorted(byStart);
  const clauses = parts.clauses.toSorted((one, other) => compareClauses(one, other, parts.instrumentOf));
  return {
    ok: true,
    value: deepFreeze(buildPack(head, vocabulary, instruments, clauses, files)),
    warnings: [],
  };
}

interface Parts {
  readonly instruments: ReadonlyMap<Spot, Instrument>;
  readonly clauses: readonly ResolvedClause[];
  readonly instrumentOf: ReadonlyMap<string, Instrument>;
}

function resolveParts(
  drafts: readonly Draft[],
  areAllRead: boolean,
  vocabulary: Vocabulary,
  report: Report,
): Parts {
  const instruments = new Map<Spot, Instrument>();
  for (const { spot } of drafts) {
    const instrument = resolveInstrument(spot, vocabulary.parties, report);
    if (instrument !== undefined) instruments.set(spot, instrument);
  }
  const names = clauseNames(drafts, areAllRead);
  const inOrder = drafts
    .flatMap((draft) => draft.clauses)
    .toSorted((one, other) => inCodeOrder(one.id, other.id));
  const parameterId = startParameterIds(vocabulary);
  const context = { phase: 'clause', parties: vocabulary.parties, vocabulary, report, parameterId } as const;
  const clauses = inOrder.flatMap(
    (each) => resolveClause(each, instruments.get(each.instrument), names, context) ?? [],
  );
  checkUniqueIds(drafts, report);
  checkEndings(drafts, names, report);
  checkPrecedence(drafts, report);
  checkAssent(
    { drafts, instruments, clauses: new Map(clauses.map((clause) => [clause.id, clause])) },
    report,
  );
  const instrumentOf = new Map([...instruments.values()].map((instrument) => [instrument.id, instrument]));
  return { instruments, clauses, instrumentOf };
}

function buildPack(
  head: PackHead,
  vocabulary: Vocabulary,
  instruments: readonly Instrument[],
  clauses: readonly ResolvedClause[],
  files: PackFiles,
): Pack {
  const endings = endingsOf(instruments);
  return {
    ...head,
    digest: digestOf(contentOf(files)),
    parties: declaredIn(vocabulary.parties.declared),
    acts: declaredIn(vocabulary.acts.declared),
    facts: declaredIn(vocabulary.facts.declared),
    readings: declaredIn(vocabulary.readings.declared),
    grades: declaredIn(vocabulary.grades.declared),
    documents: declaredIn(vocabulary.documents.declared),
    instruments,
    clauses: clauses.map((clause): Clause => ({ ...clause, endedBy: endings.get(clause.id) ?? [] })),
  };
}

function endingsOf(instruments: readonly Instrument[]): ReadonlyMap<string, readonly string[]> {
  const endings = new Map<string, string[]>();
  for (const { id, ends } of instruments) {
    for (const clause of ends) {
      const before = endings.get(clause);
      if (before === undefined) endings.set(clause, [id]);
      else before.push(id);
    }
  }
  return endings;
}

/** The content that a digest stands for: instruments and their clauses by id, so that files and order do not matter. */
function contentOf(files: PackFiles): unknown {
  return {
    pack: files.pack?.data,
    instruments: sortedBy('instrument', files.instruments.map(instrumentContent)),
  };
}

function instrumentContent({ data }: Written): unknown {
  if (!isMap(data) || !Array.isArray(data['clauses'])) return data;
  return { ...data, clauses: sortedBy('id', data['clauses']) };
}

function sortedBy(key: string, values: readonly unknown[]): readonly unknown[] {
  const keyOf = (value: unknown): unknown => (isMap(value) ? value[key] : undefined);
  // Only checked content comes here, in which the key is an id.
  return values.toSorted((one, other) => inCodeOrder(String(keyOf(one)), String(keyOf(other))));
}

function declaredIn<T>(declared: ReadonlyMap<string, T | undefined>): readonly T[] {
  return [...declared.values()].filter((each) => each !== undefined);
}

function byStart(one: Instrument, other: Instrument): number {
  return one.from - other.from || inCodeOrder(one.id, other.id);
}

function compareClauses(
  one: ResolvedClause,
  other: ResolvedClause,
  instrumentOf: ReadonlyMap<string, Instrument>,
): number {
  const from = (clause: ResolvedClause): number => instrumentOf.get(clause.instrument)?.from ?? 0;
  return from(one) - from(other) || inCodeOrder(one.id, other.id);
}

import { inPlaceOrder, type Checked } from '../../diagnostics/diagnostic.ts';
import type { Day } from '../../vocabulary/day.ts';
import { resolveClause, type ResolvedClause } from '../clauses/resolve-clause.ts';
import { startParameterIds, type ResolveContext } from '../clauses/resolve-context.ts';
import { resolveTerms } from '../clauses/resolve-terms.ts';
import { digestOf } from '../forms/digest.ts';
import { deepFreeze } from '../forms/freeze.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import type { Names } from '../forms/names.ts';
import type { Instrument, Pack } from '../pack.ts';
import type { PackPromise, Suppression } from '../promises/promise.ts';
import { resolvePromises } from '../promises/resolve-promises.ts';
import { resolveSuppressions } from '../promises/resolve-suppressions.ts';
import { resolveVocabulary, UNREADABLE, type PackHead } from '../vocabulary/resolve-vocabulary.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import { startReport, type Report } from '../written/report.ts';
import { child, topOf, type Spot, type Written } from '../written/written.ts';
import { checkAssent } from './check-assent.ts';
import { checkCounts } from './check-counts.ts';
import { checkEndings } from './check-endings.ts';
import { checkPrecedence } from './check-precedence.ts';
import {
  checkUniqueIds,
  clauseNames,
  draftOf,
  instrumentNames,
  type ClauseDraft,
  type Draft,
} from './draft.ts';
import { clausesEnded, finishClauses } from './finish-clauses.ts';
import { digestOfKnown, knownParts, type PackParts } from './known-parts.ts';
import { buildLineages, type Lineages } from './lineages.ts';
import { packContent } from './pack-content.ts';
import { readChanges } from './read-changes.ts';
import { resolveInstrument } from './resolve-instrument.ts';

/** What could be read of a pack's files. */
export interface PackFiles {
  /** `pack.yaml`; left out where it could not be read. */
  readonly pack?: Written;
  readonly instruments: readonly Written[];
  /** False where the file of some instrument could not be read. */
  readonly areAllRead: boolean;
  /** Leaves out what was not known on that day. All of the files is checked nevertheless. */
  readonly knownOn?: Day | undefined;
}

/** Resolves a pack: every name leads to what it names, or is reported. */
export function resolvePack(files: PackFiles): Checked<Pack> {
  const { report, diagnostics } = startReport();
  const { head, vocabulary } =
    files.pack === undefined
      ? { head: undefined, vocabulary: UNREADABLE }
      : resolveVocabulary(topOf(files.pack), report);
  const drafts = files.instruments.map(draftOf);
  const names = clauseNames(drafts, files.areAllRead);
  const instrumentIds = instrumentNames(drafts, files.areAllRead);
  const context = contextFor(vocabulary, report, { clauseIds: names, instrumentIds });
  const parts = resolveParts(drafts, names, context);
  const checks = resolveChecks(files.pack, context);
  if (diagnostics.length > 0 || head === undefined || checks === undefined)
    return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  const instruments = [...parts.instruments.values()].toSorted(byStart);
  const clauses = parts.clauses.toSorted((one, other) => compareClauses(one, other, parts.instrumentOf));
  return {
    ok: true,
    value: deepFreeze({
      ...buildPack(head, vocabulary, { instruments, clauses, lineages: parts.lineages }, files),
      ...checks,
    }),
    warnings: [],
  };
}

/** Resolves what decides nothing: what is promised of the answers, and which findings are let stand. */
function resolveChecks(
  pack: Written | undefined,
  context: ResolveContext,
): { readonly promises: readonly PackPromise[]; readonly suppressions: readonly Suppression[] } | undefined {
  if (pack === undefined) return undefined;
  const promises = resolvePromises(child(topOf(pack), 'promises'), context);
  const suppressions = resolveSuppressions(child(topOf(pack), 'suppress'), context.report);
  return promises && suppressions && { promises, suppressions };
}

interface Parts {
  readonly instruments: ReadonlyMap<Spot, Instrument>;
  readonly clauses: readonly ResolvedClause[];
  readonly lineages: Lineages;
  readonly instrumentOf: ReadonlyMap<string, Instrument>;
}

function resolveParts(drafts: readonly Draft[], names: Names<ClauseDraft>, context: ResolveContext): Parts {
  const { vocabulary, report } = context;
  const instruments = new Map<Spot, Instrument>();
  for (const { spot } of drafts) {
    const instrument = resolveInstrument(spot, vocabulary.parties, report);
    if (instrument !== undefined) instruments.set(spot, instrument);
  }
  const lineages = buildLineages(readChanges(drafts, names, report), instruments, report);
  const clauseDrafts = [
    ...drafts.flatMap((draft) => draft.clauses),
    ...lineages.versions.map(({ draft }) => draft),
  ];
  const clauses = resolveClauses(clauseDrafts, instruments, names, context);
  checkUniqueIds(drafts, report);
  checkEndings(drafts, names, report);
  checkPrecedence(clauseDrafts, lineages.idsOf, report);
  checkCounts(
    clauseDrafts,
    clausesEnded(clauses, [...instruments.values()], lineages),
    lineages.idsOf,
    report,
  );
  checkAssent(
    { drafts, lineages, instruments, clauses: new Map(clauses.map((clause) => [clause.id, clause])) },
    report,
  );
  const instrumentOf = new Map([...instruments.values()].map((instrument) => [instrument.id, instrument]));
  return { instruments, clauses, lineages, instrumentOf };
}

function contextFor(
  vocabulary: Vocabulary,
  report: Report,
  ids: Pick<ResolveContext, 'clauseIds' | 'instrumentIds'>,
): ResolveContext {
  const parameterId = startParameterIds(vocabulary);
  const context = {
    phase: 'clause',
    parties: vocabulary.parties,
    vocabulary,
    report,
    parameterId,
    ...ids,
  } as const;
  return { ...context, definedTerm: resolveTerms(context) };
}

/** Resolves all clauses in the order of their ids. An amended clause binds the parties to the first of its line. */
function resolveClauses(
  drafts: readonly ClauseDraft[],
  instruments: ReadonlyMap<Spot, Instrument>,
  names: Names<ClauseDraft>,
  context: ResolveContext,
): readonly ResolvedClause[] {
  return drafts
    .toSorted((one, other) => inCodeOrder(one.id, other.id))
    .flatMap((each) => {
      const instrument = instruments.get(each.instrument);
      const parties = instruments.get(each.origin ?? each.instrument)?.parties;
      const made = instrument && parties && { ...instrument, parties };
      return resolveClause(each, made, names, context) ?? [];
    });
}

/** A pack without what decides nothing. */
type DecidingPack = Omit<Pack, 'promises' | 'suppressions'>;

function buildPack(head: PackHead, vocabulary: Vocabulary, all: PackParts, files: PackFiles): DecidingPack {
  const documents = declaredIn(vocabulary.documents.declared);
  const known = files.knownOn === undefined ? all : knownParts(all, documents, files.knownOn);
  const digest = digestOf(packContent(files.pack, files.instruments));
  return {
    ...head,
    digest: known === all ? digest : digestOfKnown(digest, all, known),
    parties: declaredIn(vocabulary.parties.declared),
    groups: declaredIn(vocabulary.groups.declared),
    acts: declaredIn(vocabulary.acts.declared),
    facts: declaredIn(vocabulary.facts.declared),
    happenings: declaredIn(vocabulary.happenings.declared),
    terms: declaredIn(vocabulary.terms.declared).map(({ id, means }) => ({ id, means })),
    readings: declaredIn(vocabulary.readings.declared),
    grades: declaredIn(vocabulary.grades.declared),
    documents,
    calendars: declaredIn(vocabulary.calendars.declared),
    instruments: known.instruments,
    clauses: finishClauses(known.clauses, known.instruments, known.lineages),
  };
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

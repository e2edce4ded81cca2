import { dayFromIso, type Day } from '../../vocabulary/day.ts';
import type { ResolvedClause } from '../clauses/resolve-clause.ts';
import { canonicalText, digestOf } from '../forms/digest.ts';
import type { CarveOut, Ceasing, Instrument, SourceDocument } from '../pack.ts';
import type { Source } from '../source.ts';
import type { Lineages } from './lineages.ts';

/** The instruments and clauses of a pack, or those of them that were known on some day. */
export interface PackParts {
  readonly instruments: readonly Instrument[];
  readonly clauses: readonly ResolvedClause[];
  readonly lineages: Lineages;
}

/**
 * Gives what was known of a pack on a day. A part counts as known from the earliest day of a document that it cites, an
 * instrument from the earliest of its parts, and no part before its instrument. What an amended clause takes over
 * from the version before does not count for the amendment. An instrument that cites nothing of its own counts as known
 * from its first day in force.
 */
export function knownParts(all: PackParts, documents: readonly SourceDocument[], on: Day): PackParts {
  const days = new Map(documents.map(({ id, date }) => [id, dayFromIso(date) ?? Infinity]));
  const isPublished = (sources: readonly Source[]): boolean =>
    sources.length === 0 || sources.some(({ document }) => (days.get(document) ?? Infinity) <= on);
  const instruments = all.instruments.filter((instrument) => {
    const own = ownSources(instrument, all.clauses);
    return own.length === 0 ? instrument.from <= on : isPublished(own);
  });
  const ids = new Set(instruments.map(({ id }) => id));
  const clauses = all.clauses
    .filter(
      ({ instrument, source, confirmedBy }) => ids.has(instrument) && isPublished([source, ...confirmedBy]),
    )
    .map((clause) => withKnownParts(clause, isPublished));
  return { instruments, clauses, lineages: knownLineages(all.lineages, clauses) };
}

/** Gives the digest of what was known: that of the whole where nothing is missing. */
export function digestOfKnown(digest: string, all: PackParts, known: PackParts): string {
  const left =
    canonicalText([all.instruments, all.clauses]) === canonicalText([known.instruments, known.clauses]);
  return left ? digest : digestOf({ pack: digest, known: [known.instruments, known.clauses] });
}

/** What an instrument cites that the clauses it amends did not cite before. Clauses are ordered by their start. */
function ownSources(instrument: Instrument, clauses: readonly ResolvedClause[]): readonly Source[] {
  const own = clauses.filter((clause) => clause.instrument === instrument.id);
  return own.flatMap((clause) => {
    const root = clause.lineage;
    const earlier = clauses.slice(0, root === undefined ? 0 : clauses.indexOf(clause));
    const versions = earlier.filter(({ id, lineage }) => id === root || lineage === root);
    const before = new Set(versions.flatMap(sourcesIn).map(canonicalText));
    return sourcesIn(clause).filter((source) => !before.has(canonicalText(source)));
  });
}

function sourcesIn({ source, confirmedBy, except, ceases = [] }: ResolvedClause): readonly Source[] {
  const parts = ceases.flatMap((each) => each.source ?? []);
  return [source, ...confirmedBy, ...except.flatMap(sourcesOfCarveOut), ...parts];
}

function sourcesOfCarveOut({ source, except }: CarveOut): readonly Source[] {
  return [...(source === undefined ? [] : [source]), ...except.flatMap(sourcesOfCarveOut)];
}

type IsPublished = (sources: readonly Source[]) => boolean;

function withKnownParts(clause: ResolvedClause, isPublished: IsPublished): ResolvedClause {
  const { ceases } = clause;
  const isKnown = ({ source }: CarveOut | Ceasing): boolean =>
    isPublished(source === undefined ? [] : [source]);
  const carveOuts = (all: readonly CarveOut[]): readonly CarveOut[] =>
    all.filter(isKnown).map((each) => ({ ...each, except: carveOuts(each.except) }));
  return {
    ...clause,
    except: carveOuts(clause.except),
    ...(ceases === undefined ? {} : { ceases: ceases.filter(isKnown) }),
  };
}

/** References reach known clauses alone, and the first known version after a clause takes its place. */
function knownLineages({ versions, idsOf }: Lineages, clauses: readonly ResolvedClause[]): Lineages {
  const ids = new Set(clauses.map(({ id }) => id));
  const after = new Map(versions.map((version) => [version.before, version]));
  const successorOf = (id: string): Instrument | undefined => {
    const next = after.get(id);
    if (next === undefined) return undefined;
    return ids.has(next.draft.id) ? next.instrument : successorOf(next.draft.id);
  };
  return { versions, idsOf: (id) => idsOf(id).filter((each) => ids.has(each)), successorOf };
}

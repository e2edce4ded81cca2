import type { Named } from '../evaluation/decision.ts';
import type { SettledOutcome } from '../vocabulary/outcome.ts';
import type { Direction } from './rank.ts';

/**
 * What one pack says otherwise than another. `equal` and the two directions are proved on the decision diagrams, over every
 * request there can be; `mixed` is what they show otherwise. `undirected`: no outcome changes wherever a deal stands, but
 * something does on which answers rest besides. `unfinished`: the analysis gave up, and nothing is proved.
 */
export type Verdict =
  'equal' | 'more-permissive' | 'more-restrictive' | 'mixed' | 'undirected' | 'unfinished';

/** What changes between two packs, or two days of one: plain data, in a fixed order. */
export interface PackComparison {
  readonly format: 'compute-rights/comparison/1';
  readonly before: ComparedPack;
  readonly after: ComparedPack;
  readonly verdict: Verdict;
  /** Why the analysis gave up; absent where it did not. */
  readonly gaveUp?: string;
  /** Statements that together say exactly where outcomes change. They may overlap. */
  readonly changes: readonly Change[];
  /** How many changes of an outcome, each of one act with one candidate, take too many statements to be told whole. */
  readonly unlisted: number;
  /** What answers rest on besides the outcomes in each state of a deal. */
  readonly otherChanges: readonly OtherChange[];
  /** Where clauses govern an equal outcome that did not, or no longer do. */
  readonly governing: readonly GoverningChange[];
  readonly clauses: readonly ClauseChange[];
  readonly vocabulary: readonly WordChange[];
}

/** One side of a comparison: a pack by its content, and the day on which it is asked. */
export interface ComparedPack {
  readonly id: string;
  readonly title: string;
  readonly digest: string;
  /** ISO day: the only day compared; absent where all days are. */
  readonly day?: string;
}

/** Where an outcome has become another. */
export interface Change {
  /** A digest of what is said here, the same in every comparison that says it. */
  readonly id: string;
  readonly actor: Named;
  readonly acts: readonly Named[];
  readonly providers: readonly Named[];
  /** Those for whom it is not so; `other` stands for all that no clause tells apart. */
  readonly otherProviders: readonly Named[];
  readonly before: SettledOutcome;
  readonly after: SettledOutcome;
  readonly direction: Direction;
  /** True where it is said of the ordinary case only. */
  readonly ordinarily: boolean;
  /** What has to hold, all of it; nothing where it is so always. */
  readonly where: readonly Circumstance[];
  readonly governing: {
    readonly before: readonly GoverningClause[];
    readonly after: readonly GoverningClause[];
  };
  /** Clauses that were added, removed or changed and say something else here. */
  readonly causes: readonly string[];
  /** A request for which it is so, as both packs answer it; left out where none could be written. */
  readonly witness?: ChangeWitness;
}

/** One thing that has to hold. */
export interface Circumstance {
  /** The unknown by its id, or what is on record. */
  readonly about: string;
  readonly kind: string;
  readonly words: string;
}

/** A clause that governs an outcome somewhere in what a statement describes. */
export interface GoverningClause {
  readonly clause: string;
  /** True where it governs throughout. */
  readonly always: boolean;
}

/** A request in which a change shows, as each side was asked, and the outcomes that it found possible. */
export interface ChangeWitness {
  readonly before: AskedSide;
  readonly after: AskedSide;
}

/** What one side was asked, and the outcomes that it found possible. */
export interface AskedSide {
  /** The request as a document; absent where the side lacks a word for it, and `possible` is what follows from that. */
  readonly request?: Readonly<Record<string, unknown>>;
  readonly possible: readonly SettledOutcome[];
}

/** Something outside the outcomes that has changed, with its values in words. */
export interface OtherChange {
  readonly id: string;
  readonly kind: string;
  readonly name: string;
  readonly before: string;
  readonly after: string;
}

/** Clauses that have begun to govern an outcome that is as it was, or have ceased to. */
export interface GoverningChange {
  readonly actor: Named;
  readonly acts: readonly Named[];
  readonly providers: readonly Named[];
  readonly otherProviders: readonly Named[];
  readonly outcome: SettledOutcome;
  readonly nowGoverns: readonly string[];
  readonly noLongerGoverns: readonly string[];
}

/** A clause that only one pack has, or that both have in different words. */
export interface ClauseChange {
  readonly clause: string;
  readonly change: 'added' | 'removed' | 'ended' | 'changed' | 'reworded';
  /** The parts that differ, by their names in the rule language. */
  readonly parts: readonly string[];
}

/** A word of the vocabulary that only one pack has, or that means something else. */
export interface WordChange {
  readonly kind: string;
  readonly id: string;
  readonly change: 'added' | 'removed' | 'changed';
  readonly words?: string;
}

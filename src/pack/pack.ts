import type { Calendar } from '../vocabulary/calendar.ts';
import type { ClauseKind } from '../vocabulary/clause-kind.ts';
import type { Criterion } from '../vocabulary/criterion.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Measure } from '../vocabulary/measure.ts';
import type { Step } from '../vocabulary/offset.ts';
import type { Period } from '../vocabulary/period.ts';
import type { Parameter } from '../vocabulary/stated.ts';
import type { Procedure } from './procedure.ts';
import type { ProviderSelection } from './provider-selection.ts';
import type { Source } from './source.ts';
import type { PackPromise, Suppression } from './promises/promise.ts';

/** A checked body of contracts: plain, frozen data in a fixed order that no file or key order changes. */
export interface Pack {
  readonly id: string;
  readonly title: string;
  readonly disclaimer: string;
  /** SHA-256 of the pack's content, independent of file order, key order, comments and layout. */
  readonly digest: string;
  readonly parties: readonly Party[];
  readonly groups: readonly Group[];
  readonly acts: readonly Act[];
  /** Measures stand among them, after all others. */
  readonly facts: readonly Fact[];
  readonly happenings: readonly Happening[];
  readonly terms: readonly DefinedTerm[];
  readonly readings: readonly Reading[];
  /** Evidence grades, strongest first. */
  readonly grades: readonly Grade[];
  readonly documents: readonly SourceDocument[];
  readonly calendars: readonly BusinessCalendar[];
  readonly instruments: readonly Instrument[];
  /** Ordered by first day in force, then by id. */
  readonly clauses: readonly Clause[];
  /** What has to hold of every answer. It decides nothing, and is no part of the digest. */
  readonly promises: readonly PackPromise[];
  /** Findings of the analysis that are let stand; no part of the digest either. */
  readonly suppressions: readonly Suppression[];
}

/** A company, state or other person that instruments bind or candidates are. */
export interface Party {
  readonly id: string;
  readonly name: string;
  /** Whether requests that name no provider examine this party as a candidate. */
  readonly provider: boolean;
  /** Parties of whose group it is. */
  readonly affiliateOf?: readonly string[];
}

/** A named list of parties. */
export interface Group {
  readonly id: string;
  readonly means: string;
  readonly parties: readonly string[];
}

/** Something that an actor asks to be allowed to do. Clauses speak of acts, and a request asks about them. */
export interface Act {
  readonly id: string;
  /** A verb phrase that fits after "may": "procure compute capacity". */
  readonly title: string;
}

/** A question about a deal that scopes test and requests answer. */
export interface Fact {
  readonly id: string;
  readonly question: string;
  readonly type: FactType;
  /** The parties that can make it one way or the other; absent where nobody can, or it is not said. It decides nothing. */
  readonly chosenBy?: readonly string[];
  /** Measures only: what is counted. Its number is found from the record of happenings, and no request states it. */
  readonly measure?: Measure;
}

/** Something dated that measures count, such as an order or a payment. */
export interface Happening {
  readonly id: string;
  readonly means: string;
  /** What of it can be added up; an amount is never less than nothing. */
  readonly amounts: Readonly<Record<string, NumberType>>;
  /** The facts, or `provider`, by which one is told from another. */
  readonly toldBy: readonly string[];
}

/** A number, with the units in which it may be given. */
export type NumberType = Extract<FactType, { is: 'number' }>;

/** What values a fact takes. An open enum has the value `other` besides its own, for whatever none of them means. */
export type FactType =
  | { readonly is: 'enum'; readonly values: readonly EnumValue[]; readonly open: boolean }
  | { readonly is: 'boolean' }
  | {
      readonly is: 'number';
      readonly unit?: string;
      /** What one of another unit is worth in the fact's own. */
      readonly units?: Readonly<Record<string, number>>;
    }
  | { readonly is: 'date' }
  | { readonly is: 'party' }
  /** A human's finding, such as whether a refusal was reasonable; a request says who made it and when. */
  | { readonly is: 'assessment' }
  /** Something that may happen once: a day, or `not-yet`. */
  | { readonly is: 'event' };

/** One answer to a fact or reading, with what it means in words. */
export interface EnumValue {
  readonly id: string;
  readonly means: string;
  /** The node of the tree directly above, where the values form a tree. A request may know a subject only that far. */
  readonly within?: string;
}

/** An open question of interpretation. A request settles it, or the pack assumes an option, or it stays open. */
export interface Reading {
  readonly id: string;
  readonly question: string;
  readonly options: readonly EnumValue[];
  readonly assumed?: { readonly option: string; readonly because: string };
}

/** A scope under a name, by its name and meaning; criteria hold what it stands for. */
export interface DefinedTerm {
  readonly id: string;
  readonly means: string;
}

/** How well something is evidenced. */
export interface Grade {
  readonly id: string;
  readonly means: string;
}

/** A published document that sources cite. */
export interface SourceDocument {
  readonly id: string;
  readonly title: string;
  /** ISO day. */
  readonly date: string;
  readonly url?: string;
}

/** A calendar that the pack declares: what it stands for, and where its days can be looked up. */
export interface BusinessCalendar extends Calendar {
  readonly means: string;
  readonly source?: Source;
}

export const BASES = ['text', 'filing', 'announcement', 'press'] as const;
/** What a dating rests on: the contract's own text, a securities filing, an announcement, or a press report. */
export type Basis = (typeof BASES)[number];

/** An agreement, amendment, statement or waiver: who made it, from when, and what it ends. */
export interface Instrument {
  readonly id: string;
  readonly title: string;
  readonly parties: readonly string[];
  /** Parties that assented without being parties to it. */
  readonly assentedBy: readonly string[];
  readonly basis: Basis;
  readonly from: Day;
  /** First day of the band in which it may already have been in force; equal to `from` where there is no band. */
  readonly possiblyFrom: Day;
  readonly ends: readonly string[];
}

/** One right or duty. */
export interface Clause {
  readonly id: string;
  /** The id under which an amended clause was first written, and by which it is amended again; absent on the first version. */
  readonly lineage?: string;
  /** The clause's number in its document or reference, as text. */
  readonly number?: string;
  readonly title: string;
  readonly kind: ClauseKind;
  readonly instrument: string;
  readonly holder?: string;
  readonly grantor?: string;
  /** Parties whose own acts the clause speaks of. */
  readonly binds: readonly string[];
  /** Parties without whose assent no other clause may displace it and no permission opposes it. */
  readonly owedTo: readonly string[];
  readonly acts: readonly string[];
  /** The candidates that a permission, prohibition or precondition names. */
  readonly providers: ProviderSelection;
  readonly when: Criterion;
  readonly except: readonly CarveOut[];
  readonly notwithstanding: readonly string[];
  readonly subjectTo: readonly string[];
  /** First rights only: clauses that come first; while one of them stands in the way, this one says nothing against. */
  readonly after?: readonly string[];
  /** First day in force, where that may be later than its instrument's. */
  readonly from?: Parameter<Day>;
  /** The same, where the day is counted. */
  readonly fromCounted?: CountedDay;
  /** First day on which it is no longer in force. */
  readonly until: Parameter<Day>;
  /** Instruments that end the clause once they are in force. */
  readonly endedBy: readonly string[];
  /** An event that ends the clause on its day. */
  readonly untilEvent?: string;
  /** A counted day that ends the clause. */
  readonly untilCounted?: CountedDay;
  /** How long the clause goes on after whatever ends it. */
  readonly survives?: Parameter<Period>;
  /** Ways in which the clause loses its force without ending. */
  readonly ceases?: readonly Ceasing[];
  /** Exclusivity only: true where the grantor itself stays free; absent where it is kept out too. */
  readonly sole?: Parameter<boolean>;
  /** Who counts as the holder beside it; absent where the text does not say. */
  readonly countsWithHolder?: Parameter<readonly HolderRelation[]>;
  /** First rights only. */
  readonly procedure?: Procedure;
  /** Preconditions only: what has to happen first, and what shows that it has. */
  readonly precondition?: Precondition;
  /** Obligations and continued use: the duty in words. */
  readonly duty?: string;
  readonly source: Source;
  readonly confirmedBy: readonly Source[];
}

/** A day that is counted from the earliest of some others. Where there are none, it never comes. */
export interface CountedDay {
  readonly anchors: readonly Anchor[];
  /** How far away it lies; absent for the very day. */
  readonly length?: CountedLength;
}

/** A day from which others are counted: a base, and what is counted from that. */
export interface Anchor {
  readonly base: AnchorBase;
  readonly steps: readonly Step[];
}

/** What gives a day: an event that happens, a date fact, which may lie ahead, a day, or an instrument's first day. */
export type AnchorBase =
  | { readonly is: 'event'; readonly fact: string }
  | { readonly is: 'date'; readonly fact: string }
  | { readonly is: 'day'; readonly day: Day }
  | { readonly is: 'start'; readonly instrument: string };

/** How far a counted day lies from its anchor. */
export interface CountedLength {
  readonly towards: Step['towards'];
  readonly period: Parameter<Period>;
  /** Whether the anchor's own day is the first that counts. */
  readonly countsDay: boolean;
}

/** A named exception to a clause, or to another carve-out. */
export interface CarveOut {
  readonly id: string;
  readonly title?: string;
  readonly when: Criterion;
  readonly except: readonly CarveOut[];
  readonly source?: Source;
}

/** A criterion on which a clause loses its force: by itself, or once a party elects so. */
export interface Ceasing {
  readonly id: string;
  readonly title?: string;
  readonly when: Criterion;
  /** The party at whose election alone it ceases; absent where it ceases by itself. */
  readonly electionOf?: string;
  readonly source?: Source;
}

export const HOLDER_RELATIONS = ['affiliates', 'designees', 'subcontractors'] as const;
/** Who may count with a holder: its group, those it designates, those through whom it performs. */
export type HolderRelation = (typeof HOLDER_RELATIONS)[number];

/** A step that has to be taken before the act, and what shows that it has: a criterion is met, or a party consents. */
export interface Precondition {
  readonly step: { readonly do: string; readonly by: string };
  readonly until:
    | { readonly is: 'criterion'; readonly criterion: Criterion }
    | { readonly is: 'consent'; readonly by: string };
  /** The assessment that a refusal was reasonable, where an unreasonable one does not count. */
  readonly reasonableIf?: string;
}

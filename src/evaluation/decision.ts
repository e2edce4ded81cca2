import type { Named } from '../pack/lookup.ts';
import type { ClauseTrace } from './trace.ts';
import type { Outcome, SettledOutcome } from '../vocabulary/outcome.ts';

/** The answer to a request: plain data that explains itself without the pack, safe to write as JSON. */
export interface Decision {
  readonly format: 'compute-rights/decision/1';
  readonly pack: {
    readonly id: string;
    readonly title: string;
    readonly digest: string;
    readonly disclaimer: string;
  };
  readonly request: RequestSummary;
  /** One for each candidate, in the order asked or in the pack's. */
  readonly answers: readonly Answer[];
}

/** What was asked, in words and ids: enough to read the answer without the request. */
export interface RequestSummary {
  readonly digest: string;
  /** ISO day. */
  readonly date: string;
  readonly actor: Named;
  readonly acts: readonly Named[];
  readonly providersNamed: boolean;
  /** Known facts in the pack's order, as text. */
  readonly facts: readonly { readonly fact: string; readonly value: string }[];
  /** Readings that the request takes. */
  readonly readings: readonly { readonly reading: string; readonly option: string }[];
  /** Facts in which the deal can be made smaller, in the order in which they are tried. */
  readonly divisible?: readonly string[];
  /** The party as whose subcontractor the candidates would serve. */
  readonly through?: Named;
  readonly opportunity?: { readonly id: string; readonly counterparty: Named; readonly completeTo: string };
  /** ISO day: nothing that was recorded or announced later is in the answer. */
  readonly knownOn?: string;
}

export type { Named } from '../pack/lookup.ts';

/** What all acts together come to for one candidate: in each completion the worst of them. */
export interface Answer {
  /** The candidate's id, and its name. */
  readonly provider: string;
  readonly name: string;
  readonly outcome: Outcome;
  /** Every outcome that some completion of the unknowns gives, worst first. */
  readonly possible: readonly SettledOutcome[];
  readonly governing: readonly Governing[];
  readonly turnsOn: readonly Unknown[];
  /** A case for each possible outcome, where there are several; left out where only bounds were found. */
  readonly witnesses?: readonly Witness[];
  /** True where only bounds were found: `possible` may then hold outcomes that no completion gives. */
  readonly bounded?: true;
  /** The one quantity that suits every act, where the deal as a whole can be done only if it is made smaller. */
  readonly reduction?: Reduction;
  readonly acts: readonly ActAnswer[];
}

/** How much smaller a deal has to be made in one quantity, all else as stated. Figures are in the fact's unit. */
export interface Reduction {
  readonly fact: string;
  readonly unit?: string;
  /** The quantities that fit, in words: "at most 100 MW". */
  readonly to: string;
  readonly atLeast?: number;
  readonly moreThan?: number;
  /** One of `atMost` and `lessThan` is there. */
  readonly atMost?: number;
  readonly lessThan?: number;
  /** Ids of the clauses that set the limit. */
  readonly setBy: readonly string[];
  /** False where in some completion no reduction is needed, or this one does not suffice. */
  readonly certain: boolean;
}

/** What one act comes to for one candidate, and the record of why. */
export interface ActAnswer {
  /** The act's id, and its title. */
  readonly act: string;
  readonly title: string;
  readonly outcome: Outcome;
  readonly possible: readonly SettledOutcome[];
  readonly governing: readonly Governing[];
  readonly turnsOn: readonly Unknown[];
  /** A case for each possible outcome, where there are several; left out where only bounds were found. */
  readonly witnesses?: readonly Witness[];
  /** True where only bounds were found: `possible` may then hold outcomes that no completion gives. */
  readonly bounded?: true;
  /** Outstanding steps in the order in which they have to be taken. */
  readonly steps: readonly Step[];
  readonly assumptions: readonly Assumption[];
  /** The answer with every assumed value and reading opened; absent where the answer stands on none. */
  readonly withoutAssumptions?: { readonly outcome: Outcome; readonly possible: readonly SettledOutcome[] };
  /** What decides the answer, where it was asked for and something does. */
  readonly firmness?: Firmness;
  readonly trace: readonly ClauseTrace[];
}

/** How firm an answer is: what would have to be another for it to be another. */
export interface Firmness {
  /** Dates and numbers that the request states, the date first. */
  readonly deciding: readonly Deciding[];
  /** Ids of the assumptions of which each alone changes the answer. */
  readonly assumptions: readonly string[];
}

/** A date or a number on which an answer hangs, and how far it is from where the answer is another. */
export interface Deciding {
  readonly is: 'date' | 'fact';
  /** Left out for the date of the request. */
  readonly fact?: string;
  readonly unit?: string;
  /** ISO day, or number. */
  readonly value: string | number;
  /** The nearest lower value, or earlier day, with another answer. */
  readonly below?: Flip;
  readonly above?: Flip;
  /** Down to where it was looked for, where none was found; left out where the answer is the same however low it is. */
  readonly sameFrom?: string | number;
  readonly sameTo?: string | number;
}

/** Where an answer flips. */
export interface Flip {
  /** The first value with another answer. */
  readonly at: string | number;
  /** True where it is another only beyond that value. */
  readonly excluded?: true;
  /** How many days, or how much in the fact's unit, that is away. */
  readonly away: number;
  readonly outcome: Outcome;
  readonly possible: readonly SettledOutcome[];
}

/** A standing clause of the kind that decides. */
export interface Governing {
  readonly clause: string;
  readonly number?: string;
  readonly title: string;
  /** The outcome that it decides. */
  readonly outcome: SettledOutcome;
  /** True where it stands in every completion that gives the outcome. */
  readonly always: boolean;
}

/** One case in which a possible outcome comes about: what the unknowns that matter would have to be. */
export interface Witness {
  readonly outcome: SettledOutcome;
  /** An unknown by its id, and its value in words; the others may be anything. */
  readonly given: readonly { readonly id: string; readonly value: string }[];
}

/** Something that is not known and can change the answer. */
export interface Unknown {
  readonly id: string;
  readonly kind:
    | 'measure'
    | 'fact'
    | 'reading'
    | 'parameter'
    | 'start'
    | 'record'
    | 'notice-contents'
    | 'election'
    | 'calendar';
  /** What would have to be answered, as a sentence. */
  readonly question: string;
}

/** Something that somebody still has to do before the candidate may serve. */
export interface Step {
  readonly clause: string;
  readonly kind:
    | 'reduce'
    | 'give-notice'
    | 'complete-notice'
    | 'await-trigger'
    | 'await-response'
    | 'give-information'
    | 'await-agreement'
    | 'obtain-release'
    | 'precondition'
    | 'obtain-consent';
  readonly do: string;
  readonly by: Named;
  /** ISO day: the last day for it, where one runs. */
  readonly deadline?: string;
  /**
   * ISO day: the first day on which the candidate may serve if the holder stays silent. Where no window runs yet,
   * counted as if the holder received a complete notice on the day of the request.
   */
  readonly freeFrom?: string;
  /** For `reduce`: the quantity, and what limits it. */
  readonly reduction?: Reduction;
  /** Ids of the assumed parameters on which the days or figures above rest. */
  readonly restsOn: readonly string[];
  /** False where the step falls away in some completion of the unknowns. */
  readonly certain: boolean;
}

/** A value or reading that the answer stands on without its being published. */
export interface Assumption {
  readonly id: string;
  readonly kind: 'parameter' | 'reading';
  readonly question: string;
  readonly value: string;
  readonly because: string;
  /** Who assumes it: the pack, or the request. */
  readonly by: 'pack' | 'request';
  /** The answer under other values, alone or together with the other assumptions named. */
  readonly otherwise: {
    readonly outcome: Outcome;
    readonly possible: readonly SettledOutcome[];
    readonly togetherWith: readonly string[];
  };
}

import type { Day } from './day.ts';
import type { Parameter } from './stated.ts';

/** A scope: a tree of tests under `all`, `any` and `not`. A map in the rule language is an `all`. */
export type Criterion =
  | { readonly is: 'all'; readonly of: readonly Criterion[] }
  | { readonly is: 'any'; readonly of: readonly Criterion[] }
  | { readonly is: 'not'; readonly of: Criterion }
  /** A defined term of the pack, with what it stands for. */
  | { readonly is: 'defined'; readonly id: string; readonly of: Criterion }
  | Test;

/** One comparison of one subject. */
export interface Test {
  readonly is: 'test';
  readonly subject: Subject;
  readonly comparison: Comparison;
}

/** What a test looks at: a declared fact, a reading, or a part of the request itself. */
export type Subject =
  | { readonly is: 'fact'; readonly id: string; readonly measured?: MeasuredSubject }
  | { readonly is: 'reading'; readonly id: string }
  | { readonly is: 'provider' }
  | { readonly is: 'date' };

/** What a test of a measure looks at besides the record of happenings. */
export interface MeasuredSubject {
  /** True where the measure is told apart by candidate. */
  readonly byCandidate: boolean;
  /** The fact by which the request counts in. */
  readonly adds?: string;
}

/** How a number is compared; `at-least` and `at-most` include the bound. */
export type NumberComparison = 'at-least' | 'more-than' | 'at-most' | 'less-than';
/** How a day is compared. */
export type DayComparison = 'before' | 'on-or-before' | 'after' | 'on-or-after';

/** Days stand as day numbers, booleans and numbers as themselves, everything else by its id. */
export type Scalar = string | number | boolean;

/** What a subject is compared with: values, a bound that the text may leave open, or another fact. */
export type Comparison =
  /** `perhaps` lists inner nodes of a tree that reach beyond `values`: a subject known only that far may fit. */
  | { readonly is: 'one-of'; readonly values: readonly Scalar[]; readonly perhaps?: readonly Scalar[] }
  | { readonly is: NumberComparison; readonly bound: Parameter<number> }
  | { readonly is: DayComparison; readonly bound: Parameter<Day> }
  | { readonly is: 'same-as'; readonly fact: string };

/** The parts of a criterion: none for a test. */
export function partsOf(criterion: Criterion): readonly Criterion[] {
  if (criterion.is === 'test') return [];
  return criterion.is === 'not' || criterion.is === 'defined' ? [criterion.of] : criterion.of;
}

/** Every test of a scope, in writing order. */
export function testsOf(criterion: Criterion): readonly Test[] {
  if (criterion.is === 'test') return [criterion];
  return partsOf(criterion).flatMap(testsOf);
}

import type {
  Comparison,
  Criterion,
  DayComparison,
  NumberComparison,
  Scalar,
  Subject,
  Test,
} from '../../vocabulary/criterion.ts';
import { NO_END } from '../../measure/span.ts';
import type { Limit } from '../../vocabulary/stated.ts';
import { limitOf, limitsLeft, type Settlement } from '../../pack/settlement.ts';

/** A condition in json-rules-engine's own JSON, on stock operators only. */
export type Condition =
  { readonly all: readonly Condition[] } | { readonly any: readonly Condition[] } | FactCondition;

interface FactCondition {
  readonly fact: string;
  readonly operator: Operator;
  readonly value: Scalar | readonly Scalar[] | null | { readonly fact: string };
}

type Operator =
  | 'equal'
  | 'notEqual'
  | 'in'
  | 'notIn'
  | 'lessThan'
  | 'lessThanInclusive'
  | 'greaterThan'
  | 'greaterThanInclusive';

/** `must` holds where the criterion is known to hold, `may` where it is not known to fail. */
export type Mode = 'must' | 'may';

/** A fact that is always null: tests of what is not settled are lowered to it. */
export const NEVER_KNOWN = 'never-known';

/**
 * Lowers a criterion to one of its two rules. `not` is pushed to the leaves and a defined term is what it stands for;
 * every other node gives exactly one condition, in the same order, so that findings are read back node by node.
 */
export function lowerCriterion(
  criterion: Criterion,
  mode: Mode,
  settlement: Settlement,
  negated = false,
): Condition {
  if (criterion.is === 'test') return lowerTest(criterion, mode, settlement, negated);
  if (criterion.is === 'not') return lowerCriterion(criterion.of, mode, settlement, !negated);
  if (criterion.is === 'defined') return lowerCriterion(criterion.of, mode, settlement, negated);
  const conditions = criterion.of.map((part) => lowerCriterion(part, mode, settlement, negated));
  const everyPart = (criterion.is === 'all') !== negated;
  if (conditions.length === 0) return everyPart ? ALWAYS : NEVER;
  return everyPart ? { all: conditions } : { any: conditions };
}

/** The fact under which a subject's value is given to the rules engine. */
export function factIdOf(subject: Subject): string {
  return subject.is === 'fact' || subject.is === 'reading' ? subject.id : subject.is;
}

const ALWAYS: Condition = { fact: NEVER_KNOWN, operator: 'equal', value: null };
const NEVER: Condition = { fact: NEVER_KNOWN, operator: 'notEqual', value: null };

function lowerTest(test: Test, mode: Mode, settlement: Settlement, negated: boolean): Condition {
  const { comparison } = test;
  const fact = factIdOf(test.subject);
  if (comparison.is === 'one-of') {
    // A subject known to an inner node may fit and may not: it counts for `may`, and against `must`.
    const perhaps = (mode === 'may') === negated ? [] : (comparison.perhaps ?? []);
    return known(mode, [fact], membership(fact, [...comparison.values, ...perhaps], negated));
  }
  if (comparison.is === 'same-as') {
    const operator = negated ? 'notEqual' : 'equal';
    return known(mode, [fact, comparison.fact], { fact, operator, value: { fact: comparison.fact } });
  }
  return lowerBound({ fact, isMeasure: isMeasure(test.subject) }, comparison, mode, settlement, negated);
}

/** The fact under which the rules engine is given the least that a measure can be, null where there is none. */
export function leastId(measure: string): string {
  return `${measure} at least`;
}

/** The fact under which it is given the most. */
export function mostId(measure: string): string {
  return `${measure} at most`;
}

function isMeasure(subject: Subject): boolean {
  return subject.is === 'fact' && subject.measured !== undefined;
}

interface Compared {
  readonly fact: string;
  readonly isMeasure: boolean;
}

type Bounded = Extract<Comparison, { bound: unknown }>;

/** A bound that is not known may hold and must not, unless that is settled; one that hangs on a reading must hold under each option left. */
function lowerBound(
  compared: Compared,
  comparison: Bounded,
  mode: Mode,
  settlement: Settlement,
  negated: boolean,
): Condition {
  const limit = limitOf<number>(comparison.bound, settlement);
  if (limit !== undefined) return lowerLimit(compared, comparison.is, limit, mode, negated);
  const holds = settlement.questions.get(comparison.bound.id);
  if (holds !== undefined) return lowerSettled(compared, comparison.is, holds !== negated, mode, negated);
  const left = limitsLeft<number>(comparison.bound, settlement);
  if (left === undefined) return lowerUnknown(compared, comparison.is, mode, negated);
  const conditions = left.map((each) => lowerLimit(compared, comparison.is, each, mode, negated));
  return mode === 'must' ? { all: conditions } : { any: conditions };
}

/** A figure of which it is settled how the comparison with it comes out; but a measure of which no period has closed is above it. */
function lowerSettled(
  compared: Compared,
  is: OrderComparison,
  holds: boolean,
  mode: Mode,
  negated: boolean,
): Condition {
  const isUpward = UPWARD.includes((negated ? COMPLEMENTS : OPERATORS)[is]);
  if (!compared.isMeasure || holds === isUpward) return holds ? ALWAYS : NEVER;
  return lowerLimit(compared, is, { is: 'set', value: NO_END }, mode, negated);
}

/** A figure that nobody knows may be any; but a measure of which no period has closed is above all figures. */
function lowerUnknown(compared: Compared, is: OrderComparison, mode: Mode, negated: boolean): Condition {
  const isUpward = UPWARD.includes((negated ? COMPLEMENTS : OPERATORS)[is]);
  if (compared.isMeasure && isUpward === (mode === 'must'))
    return lowerLimit(compared, is, { is: 'set', value: NO_END }, mode, negated);
  return mode === 'may' ? ALWAYS : NEVER;
}

/** A comparison without limit holds whatever the fact. */
function lowerLimit(
  { fact: id, isMeasure }: Compared,
  is: OrderComparison,
  limit: Limit<number>,
  mode: Mode,
  negated: boolean,
): Condition {
  if (limit.is === 'none') return negated ? NEVER : ALWAYS;
  const operator = (negated ? COMPLEMENTS : OPERATORS)[is];
  const fact = isMeasure ? endOfMeasure(id, operator, mode) : id;
  return known(mode, [fact], { fact, operator, value: limit.value });
}

/** What must be more is so by the least that it can be, what may be more by the most; and the other way round. */
function endOfMeasure(id: string, operator: Operator, mode: Mode): string {
  return UPWARD.includes(operator) === (mode === 'must') ? leastId(id) : mostId(id);
}

function membership(fact: string, values: readonly Scalar[], negated: boolean): FactCondition {
  const [only, ...others] = values;
  if (only !== undefined && others.length === 0)
    return { fact, operator: negated ? 'notEqual' : 'equal', value: only };
  return { fact, operator: negated ? 'notIn' : 'in', value: values };
}

/** Makes a condition exact where a fact may be null: `must` asks that all are known, `may` is content if one is not. */
function known(mode: Mode, facts: readonly string[], condition: FactCondition): Condition {
  if (mode === 'may')
    return { any: [condition, ...facts.map((fact) => ({ fact, operator: 'equal', value: null }) as const)] };
  return { all: [condition, ...facts.map((fact) => ({ fact, operator: 'notEqual', value: null }) as const)] };
}

const UPWARD: readonly Operator[] = ['greaterThan', 'greaterThanInclusive'];

type OrderComparison = NumberComparison | DayComparison;

const OPERATORS: Readonly<Record<OrderComparison, Operator>> = {
  'at-least': 'greaterThanInclusive',
  'more-than': 'greaterThan',
  'at-most': 'lessThanInclusive',
  'less-than': 'lessThan',
  before: 'lessThan',
  'on-or-before': 'lessThanInclusive',
  after: 'greaterThan',
  'on-or-after': 'greaterThanInclusive',
};

const COMPLEMENTS: Readonly<Record<OrderComparison, Operator>> = {
  'at-least': 'lessThan',
  'more-than': 'lessThanInclusive',
  'at-most': 'greaterThan',
  'less-than': 'greaterThanInclusive',
  before: 'greaterThanInclusive',
  'on-or-before': 'greaterThan',
  after: 'lessThanInclusive',
  'on-or-after': 'lessThan',
};

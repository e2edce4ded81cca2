import type {
  Comparison,
  Criterion,
  DayComparison,
  NumberComparison,
  Scalar,
  Subject,
  Test,
} from '../../vocabulary/criterion.ts';
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
  return lowerBound(fact, comparison, mode, settlement, negated);
}

type Bounded = Extract<Comparison, { bound: unknown }>;

/** A bound that is not known may hold and must not, unless that is settled; one that hangs on a reading must hold under each option left. */
function lowerBound(
  fact: string,
  comparison: Bounded,
  mode: Mode,
  settlement: Settlement,
  negated: boolean,
): Condition {
  const limit = limitOf<number>(comparison.bound, settlement);
  if (limit !== undefined) return lowerLimit(fact, comparison.is, limit, mode, negated);
  const holds = settlement.questions.get(comparison.bound.id);
  if (holds !== undefined) return holds === negated ? NEVER : ALWAYS;
  const left = limitsLeft<number>(comparison.bound, settlement);
  if (left === undefined) return mode === 'may' ? ALWAYS : NEVER;
  const conditions = left.map((each) => lowerLimit(fact, comparison.is, each, mode, negated));
  return mode === 'must' ? { all: conditions } : { any: conditions };
}

/** A comparison without limit holds whatever the fact. */
function lowerLimit(
  fact: string,
  is: OrderComparison,
  limit: Limit<number>,
  mode: Mode,
  negated: boolean,
): Condition {
  if (limit.is === 'none') return negated ? NEVER : ALWAYS;
  return known(mode, [fact], { fact, operator: (negated ? COMPLEMENTS : OPERATORS)[is], value: limit.value });
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

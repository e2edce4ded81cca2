import type { Pack } from '../../pack/pack.ts';
import { NO_END } from '../../measure/span.ts';
import { factOf } from '../../pack/lookup.ts';
import type { Request } from '../../pack/request.ts';
import { partsOf, testsOf, type Criterion, type Scalar, type Test } from '../../vocabulary/criterion.ts';
import { negate, type Finding } from '../../vocabulary/finding.ts';
import type { CriterionTrace } from '../trace.ts';
import { describeTest, describeValue } from './describe-test.ts';
import { countedIn, describeSpan } from './describe-measure.ts';
import { factIdOf, leastId, lowerCriterion, mostId, NEVER_KNOWN } from './lower-criterion.ts';
import { findMeasure, leastOf, mostOf, type MeasureFinding } from './measure-findings.ts';
import { runRules, type ConditionResult, type Rule } from './rules-engine.ts';
import type { Scope } from '../../pack/scopes.ts';
import { limitOf, openIdsOf, type Settlement } from '../../pack/settlement.ts';

/** The finding of a scope, its record, and the unknowns that leave it open. */
export interface ScopeFinding {
  readonly trace: CriterionTrace;
  readonly dependsOn: readonly string[];
}

/** What scopes are tested against. */
export interface ScopeContext {
  readonly pack: Pack;
  readonly request: Request;
  readonly settlement: Settlement;
  /** The candidate; left out where no scope reads it. */
  readonly provider?: string;
}

type Facts = Readonly<Record<string, Scalar | null>>;

/** Finds every scope by running its two rules: must gives met, not may gives not-met, anything else is unknown. */
export async function findScopes(
  scopes: readonly Scope[],
  context: ScopeContext,
): Promise<ReadonlyMap<string, ScopeFinding>> {
  const measures = measuresOf(scopes, context);
  const facts = factsOf(scopes, context, measures);
  const results = await runRules(
    scopes.flatMap((scope) => rulesOf(scope, context.settlement)),
    facts,
  );
  return new Map(
    scopes.map((scope) => {
      const trace = readTrace(scope.criterion, {
        must: resultFor(results, mustName(scope)),
        may: resultFor(results, mayName(scope)),
        negated: false,
        facts,
        measures,
        context,
      });
      return [
        scope.key,
        {
          trace,
          dependsOn: [
            ...new Set(openIds(scope.criterion, trace, { facts, measures, settlement: context.settlement })),
          ],
        },
      ];
    }),
  );
}

type Measures = ReadonlyMap<string, MeasureFinding>;

/** What the request leaves of every measure that some scope tests. */
function measuresOf(scopes: readonly Scope[], { pack, request, provider }: ScopeContext): Measures {
  const subjects = scopes.flatMap(({ criterion }) => testsOf(criterion)).map(({ subject }) => subject);
  const ids = new Set(
    subjects.flatMap((subject) =>
      subject.is === 'fact' && subject.measured !== undefined ? [subject.id] : [],
    ),
  );
  return new Map([...ids].map((id) => [id, findMeasure(factOf(pack, id), pack, request, provider)]));
}

/** What the scopes read, and no more: the engine takes time over every fact that it is given. */
function factsOf(
  scopes: readonly Scope[],
  { request, settlement, provider }: Omit<ScopeContext, 'pack'>,
  measures: Measures,
): Facts {
  const facts: Record<string, Scalar | null> = {
    [NEVER_KNOWN]: null,
    date: request.date,
    provider: provider ?? null,
  };
  const stated = (id: string): Scalar | null =>
    (Object.hasOwn(request.facts, id) ? request.facts[id] : undefined) ?? null;
  for (const { subject, comparison } of scopes.flatMap(({ criterion }) => testsOf(criterion))) {
    if (subject.is === 'fact') facts[subject.id] = stated(subject.id);
    if (subject.is === 'reading') facts[subject.id] = settlement.readings.get(subject.id) ?? null;
    if (comparison.is === 'same-as') facts[comparison.fact] = stated(comparison.fact);
  }
  for (const [id, { span }] of measures) {
    const [least, most] = [leastOf(span), mostOf(span)];
    facts[leastId(id)] = least === -Infinity ? null : least;
    facts[mostId(id)] = most === NO_END ? null : most;
  }
  return facts;
}

function rulesOf(scope: Scope, settlement: Settlement): Rule[] {
  return [
    { name: mustName(scope), condition: lowerCriterion(scope.criterion, 'must', settlement) },
    { name: mayName(scope), condition: lowerCriterion(scope.criterion, 'may', settlement) },
  ];
}

function mustName(scope: Scope): string {
  return `${scope.key} must`;
}

function mayName(scope: Scope): string {
  return `${scope.key} may`;
}

function resultFor(results: ReadonlyMap<string, ConditionResult>, name: string): ConditionResult {
  const result = results.get(name);
  if (result === undefined) throw new Error(`the rules engine lost the rule \`${name}\``);
  return result;
}

interface Reading {
  readonly must: ConditionResult;
  readonly may: ConditionResult;
  readonly negated: boolean;
  readonly facts: Facts;
  readonly measures: Measures;
  readonly context: ScopeContext;
}

/** Reads the engine's results back along the criterion; under `not` they are results of the negation. */
function readTrace(criterion: Criterion, reading: Reading): CriterionTrace {
  const found: Finding = reading.must.result ? 'met' : reading.may.result ? 'unknown' : 'not-met';
  const finding = reading.negated ? negate(found) : found;
  if (criterion.is === 'test') {
    const measure = reading.measures.get(factIdOf(criterion.subject));
    if (measure !== undefined) return measureTrace(criterion, finding, measure, reading.context);
    const value = reading.facts[factIdOf(criterion.subject)] ?? null;
    return {
      is: 'test',
      finding,
      subject: factIdOf(criterion.subject),
      test: describeTest(criterion, reading.context.pack, reading.context.settlement),
      ...(value !== null && { value: describeValue(criterion.subject, value, reading.context.pack) }),
    };
  }
  if (criterion.is === 'defined') {
    const inner = readTrace(criterion.of, reading);
    return { is: 'all', defined: criterion.id, finding: inner.finding, of: [inner] };
  }
  if (criterion.is === 'not') {
    const inner = readTrace(criterion.of, { ...reading, negated: !reading.negated });
    return { is: 'not', finding: negate(inner.finding), of: [inner] };
  }
  const of = criterion.of.map((part, index) =>
    readTrace(part, { ...reading, must: partOf(reading.must, index), may: partOf(reading.may, index) }),
  );
  return { is: criterion.is, finding, of };
}

function measureTrace(
  test: Test,
  finding: Finding,
  measure: MeasureFinding,
  { pack, settlement }: ScopeContext,
): CriterionTrace {
  const { subject } = test;
  const id = factIdOf(subject);
  const value = describeSpan(measure.span, (figure) => describeValue(subject, figure, pack));
  return {
    is: 'test',
    finding,
    subject: id,
    test: describeTest(test, pack, settlement),
    ...(value !== undefined && { value }),
    ...countedIn(measure, factOf(pack, id)),
  };
}

function partOf(result: ConditionResult, index: number): ConditionResult {
  const part = result.of[index];
  if (part === undefined) throw new Error('the rules engine left out a part of a condition');
  return part;
}

/** Ids of the unknowns behind an unknown finding: only parts that are themselves unknown count. */
function openIds(
  criterion: Criterion,
  trace: CriterionTrace,
  known: Pick<Reading, 'facts' | 'measures'> & { readonly settlement: Settlement },
): string[] {
  if (trace.finding !== 'unknown') return [];
  if (criterion.is === 'test') {
    const { subject, comparison } = criterion;
    const { facts, measures, settlement } = known;
    const measure = measures.get(factIdOf(subject));
    const ids = comparison.is === 'same-as' ? [factIdOf(subject), comparison.fact] : [factIdOf(subject)];
    const perhaps: readonly (Scalar | null)[] = comparison.is === 'one-of' ? (comparison.perhaps ?? []) : [];
    const open =
      measure?.dependsOn ??
      ids.filter((id) => (facts[id] ?? null) === null || perhaps.includes(facts[id] ?? null));
    return 'bound' in comparison && limitOf<number>(comparison.bound, settlement) === undefined
      ? [...open, ...openIdsOf(comparison.bound, settlement)]
      : [...open];
  }
  return partsOf(criterion).flatMap((part, index) => {
    const inner = trace.is === 'test' ? undefined : trace.of[index];
    return inner === undefined ? [] : openIds(part, inner, known);
  });
}

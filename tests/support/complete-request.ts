import { witnessOf } from '../../src/diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../src/diagram/clauses/outcome-diagram.ts';
import { requestDiagrams } from '../../src/diagram/requests/exact-answer.ts';
import { leftUnder } from '../../src/diagram/requests/request-ground.ts';
import { classOfEvent } from '../../src/diagram/variables/event-domain.ts';
import type { FactVariable } from '../../src/diagram/variables/fact-variables.ts';
import { boundsOf, classOfNumber, intervalOfClass } from '../../src/diagram/variables/line.ts';
import type { Variable } from '../../src/diagram/variables/variable.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import type { Scalar } from '../../src/vocabulary/criterion.ts';
import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';
import { settlementOf } from './ask-compiled.ts';
import type { AssumptionMode } from './naive-world.ts';

/** A request with what a witness says filled in. */
export interface Completed {
  readonly request: Request;
  /** True where a request can say all that the witness says, so that no other outcome is left. */
  readonly isWhole: boolean;
}

interface Asked {
  readonly provider: string;
  readonly act: string;
  readonly assumptions: AssumptionMode;
}

/**
 * Completes a request by the diagram's witness for an outcome; `undefined` where it has none. It shares nothing with the
 * product's own check of witnesses: a mistake in what that settles, or in what it leaves out, would otherwise be in both.
 */
export function completedFor(
  pack: Pack,
  request: Request,
  outcome: SettledOutcome,
  { provider, act, assumptions }: Asked,
): Completed | undefined {
  const { diagrams, variables, actOf } = requestDiagrams(pack, request);
  const root = actOf(provider, act).outcome;
  const left = leftUnder(settlementOf(pack, request, assumptions), variables);
  const witness = witnessOf(diagrams, root, terminalOf(outcome), left);
  if (witness === undefined) return undefined;
  const fixed = [...witness].flatMap(([level, klass]) => {
    const variable = variables[level];
    return variable === undefined || isSettled(left.get(level)) ? [] : [{ variable, klass }];
  });
  const days = new Map(fixed.flatMap(({ variable, klass }) => dayOfEvent(variable, klass)));
  return fixed.reduce<Completed>(
    (done, { variable, klass }) => filledIn(done, variable, klass, { assumptions, days }),
    { request, isWhole: true },
  );
}

/** The day that the record of a deal takes an event to have happened on, by the fact. */
function dayOfEvent({ about, classes }: Variable, klass: number): readonly (readonly [string, Scalar])[] {
  const [kind, fact] = about.id.split(' ');
  if (about.is !== 'unrecorded' || kind !== 'event' || fact === undefined) return [];
  const label = classes[klass]?.label ?? '';
  return [[fact, dayFromIso(label) ?? label]];
}

function isSettled(open: readonly boolean[] | undefined): boolean {
  return open !== undefined && open.filter(Boolean).length === 1;
}

function filledIn(
  { request, isWhole }: Completed,
  variable: Variable,
  klass: number,
  { assumptions, days }: { readonly assumptions: AssumptionMode; readonly days: ReadonlyMap<string, Scalar> },
): Completed {
  const { about, classes } = variable;
  const label = classes[klass]?.label ?? '';
  if (about.is === 'fact') {
    const value = valueIn(variable as FactVariable, request, klass, days.get(about.id));
    if (value === undefined) return { request, isWhole: false };
    return { isWhole, request: { ...request, facts: { ...request.facts, [about.id]: value } } };
  }
  if (about.is === 'reading' && assumptions === 'as-stated') {
    return { isWhole, request: { ...request, readings: { ...request.readings, [about.id]: label } } };
  }
  if (about.is === 'election') {
    const made = label === 'made' ? request.date : ('not-made' as const);
    return { isWhole, request: { ...request, elections: { ...request.elections, [about.id]: made } } };
  }
  return { request, isWhole: false };
}

/** A value of a class, equal to facts compared with it just where they are in its class. */
function valueIn(
  variable: FactVariable,
  request: Request,
  klass: number,
  day: Scalar | undefined,
): Scalar | undefined {
  const { domain } = variable;
  const sample = domain.classes[klass]?.sample;
  if (domain.is === 'listed') return sample;
  const known = domain.group.flatMap((fact) => request.facts[fact] ?? []);
  const candidates = day === undefined ? candidatesFor(variable, klass, known, request) : [day];
  return candidates.find((value) => {
    if (domain.is === 'event') return classOfEvent(domain, value, request.date, known) === klass;
    return classOfNumber(domain.line, Number(value), known.map(Number)) === klass;
  });
}

/** Known values first, then those about the sample, then days before the request. */
function candidatesFor(
  { domain }: FactVariable,
  klass: number,
  known: readonly Scalar[],
  { date }: Request,
): readonly Scalar[] {
  if (domain.is === 'event') {
    const ahead = domain.mayLieAhead ? daysBefore(date + 60) : ['not-yet', ...domain.named];
    return [...known, ...ahead, ...daysBefore(date)];
  }
  if (domain.is !== 'line') return [];
  const { low, high } = boundsOf(domain.line, intervalOfClass(domain.line, klass));
  const from = low?.at ?? (high?.at ?? 0) - NEARBY;
  const to = high?.at ?? from + NEARBY;
  const steps = Array.from({ length: STEPS + 1 }, (_, step) => from + ((to - from) * step) / STEPS);
  return [...known, ...steps.map((value) => (domain.isDay ? Math.round(value) : value))];
}

const NEARBY = 20;
const STEPS = 40;

function daysBefore(date: number): readonly number[] {
  return Array.from({ length: 60 }, (_, days) => date - days);
}

import type { Request } from '../../pack/request.ts';
import { restOf } from '../../procedure/states/rest-of.ts';
import { keysFor } from '../../measure/keys-of.ts';
import { measured, measureOf } from '../../measure/measured.ts';
import { NO_END } from '../../measure/span.ts';
import { difference } from '../../measure/scaled.ts';
import { factOf } from '../../pack/lookup.ts';
import { testsOf, type Scalar, type Test } from '../../vocabulary/criterion.ts';
import type { Scope } from '../../pack/scopes.ts';
import { limitOf, limitsLeft } from '../../pack/settlement.ts';
import type { World } from '../outcomes/verdict.ts';

/** A figure that scopes compare with, or any of the quantities between two such figures, which no scope tells apart. */
export interface Quantity {
  readonly fact: string;
  /** The figure, or one quantity for all of them. */
  readonly at: number;
  /** Both equal to `at` for a figure; otherwise the figures between which it lies, themselves excluded. */
  readonly low: number;
  readonly high: number;
}

/** Gives the quantities of a stated fact that are more than nothing and less than stated, the largest first. */
export function quantitiesBelow(fact: string, scopes: readonly Scope[], world: World): readonly Quantity[] {
  const full = statedQuantity(fact, world);
  const compared = scopes
    .flatMap(({ criterion }) => testsOf(criterion))
    .map((test) => figuresIn(test, fact, world));
  const figures = new Set([...compared.flatMap(({ known }) => known), ...restsOf(fact, world.request)]);
  const within = [...figures].filter((figure) => figure > 0 && figure < full);
  const edges = [full, ...within.toSorted((one, other) => other - one), 0];
  const steps = edges.slice(1).flatMap((low, index) => {
    const between = quantityBetween(fact, low, edges[index] ?? full);
    const figure: Quantity = { fact, at: low, low, high: low };
    return low > 0 ? [...between, figure] : between;
  });
  const isLikeTheWhole = !figures.has(full) && compared.every(({ isWhole }) => isWhole);
  return isLikeTheWhole ? steps.slice(1) : steps;
}

/** What exercises of a part have left of a quantity. */
export function restsOf(fact: string, { opportunity }: Request): readonly number[] {
  const taken = (opportunity?.events ?? []).map((event) =>
    event.is === 'exercise' ? event.takes : undefined,
  );
  return taken.flatMap((takes) => (takes?.fact === fact ? [restOf(takes)] : []));
}

/** True where some scope compares with the fact. */
export function readsFact({ criterion }: Scope, fact: string): boolean {
  return testsOf(criterion).some((test) => readsIn(test, fact));
}

function statedQuantity(fact: string, { request }: World): number {
  const value = Object.hasOwn(request.facts, fact) ? request.facts[fact] : undefined;
  if (typeof value !== 'number') throw new Error(`the divisible fact \`${fact}\` is not stated as a number`);
  return value;
}

/** None where no number lies between the two. */
function quantityBetween(fact: string, low: number, high: number): readonly Quantity[] {
  const at = low + (high - low) / 2;
  return low < at && at < high ? [{ fact, at, low, high }] : [];
}

/** The figures that a test compares a fact with; `isWhole` is false where there is one that is not known. */
interface Figures {
  readonly known: readonly number[];
  readonly isWhole: boolean;
}

function figuresIn(test: Test, fact: string, world: World): Figures {
  const { subject, comparison } = test;
  if (!readsIn(test, fact)) return { known: [], isWhole: true };
  if (comparison.is === 'one-of') return { known: numbersIn(comparison.values), isWhole: true };
  if (comparison.is === 'same-as') {
    const other = subject.is === 'fact' && subject.id !== fact ? subject.id : comparison.fact;
    return statedFigure(other, world);
  }
  const past = pastOf(subject, world);
  const limit = limitOf<number>(comparison.bound, world.settlement);
  const limits = limit === undefined ? limitsLeft<number>(comparison.bound, world.settlement) : [limit];
  const known = (limits ?? []).flatMap((each) =>
    each.is === 'set' ? past.ends.map((end) => difference(each.value, end)) : [],
  );
  return { known, isWhole: limits !== undefined && past.isSettled };
}

function statedFigure(fact: string, { request }: World): Figures {
  const value = Object.hasOwn(request.facts, fact) ? request.facts[fact] : undefined;
  return { known: value === undefined ? [] : numbersIn([value]), isWhole: value !== undefined };
}

/** What a limit has to leave room for besides. */
interface Past {
  /** The ends of each stretch of numbers that it can be. */
  readonly ends: readonly number[];
  /** False where it can be a number between two ends, or beyond them. */
  readonly isSettled: boolean;
}

/** Nothing, or what the record of a measure holds already. */
function pastOf(subject: Test['subject'], { pack, request }: World): Past {
  if (subject.is !== 'fact' || subject.measured === undefined) return { ends: [0], isSettled: true };
  const resolved = measureOf(factOf(pack, subject.id), pack);
  const keys = request.providers.flatMap((provider) => keysFor(resolved.measure, pack, request, provider));
  const spans = keys.flatMap((each) => measured(resolved, request, each).spans);
  const ends = new Set(spans.flatMap(({ low, high }) => [low.at, high.at]));
  return {
    ends: [...ends].filter((end) => end < NO_END),
    isSettled: spans.every(({ low, high }) => low.at === high.at),
  };
}

function readsIn({ subject, comparison }: Test, fact: string): boolean {
  const isSubject = subject.is === 'fact' && (subject.id === fact || subject.measured?.adds === fact);
  return isSubject || (comparison.is === 'same-as' && comparison.fact === fact);
}

function numbersIn(values: readonly Scalar[]): readonly number[] {
  return values.filter((value) => typeof value === 'number');
}

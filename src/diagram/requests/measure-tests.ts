import { factOf } from '../../pack/lookup.ts';
import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { keysFor, openKeys } from '../../measure/keys-of.ts';
import { measured, measureOf, type Measured } from '../../measure/measured.ts';
import { sum } from '../../measure/scaled.ts';
import { reachesBetween, type End, type Span } from '../../measure/span.ts';
import type { Keys } from '../../measure/tallies.ts';
import type { ClassesLeft, Diagram, Diagrams } from '../algebra/diagrams.ts';
import { FALSE, TRUE } from '../algebra/diagrams.ts';
import { factVariablesOf } from '../variables/fact-variables.ts';
import { boundsOf, intervalOfClass, type Cut } from '../variables/line.ts';
import type { LineDomain } from '../variables/line-domain.ts';
import { variableOf, type Variable } from '../variables/variable.ts';
import { sizeVariable, isOpenSize, type SizeVariable } from './size-variable.ts';

/** What the record of a request leaves open of a measure, for some values of its keys. */
export interface MeasureVariable extends Variable {
  /** The happenings that it counts: what is open of two measures of the same may not be open together. */
  readonly counts: readonly string[];
  /** False where more classes were left than may be possible, or some happening may count for other keys too. */
  readonly isAlone: boolean;
  readonly isExact: boolean;
}

type Fits = (klass: number) => boolean;
type Test = (variable: Variable, fits: Fits) => Diagram;

interface Surroundings {
  readonly pack: Pack;
  readonly request: Request;
  readonly candidate: string;
  readonly diagrams: Diagrams;
  readonly levelOf: (variable: Variable, left?: ClassesLeft) => number;
  readonly test: Test;
}

/** Gives tests in which measures are found from the record of a request, and other variables are as they were. */
export function withMeasures(around: Surroundings): Test {
  const { pack, request, test } = around;
  const sizes = new Map<string, SizeVariable | undefined>();
  const sizeOf = (fact: string): SizeVariable | undefined => {
    if (!sizes.has(fact)) sizes.set(fact, sizeVariable(pack, request, fact));
    return sizes.get(fact);
  };
  return (variable, fits) => {
    if (variable.about.is !== 'fact') return test(variable, fits);
    const fact = factOf(pack, variable.about.id);
    if (fact.measure !== undefined && !Object.hasOwn(request.facts, fact.id))
      return measureDiagram(fact, fits, around, sizeOf);
    const size = sizeOf(fact.id);
    if (size === undefined) return test(variable, fits);
    const own = lineOf(fact, pack);
    return test(size, (klass) => fits(classWithin(size, klass, own)));
  };
}

/** The class, on a line with fewer cuts, of all numbers of a class. */
function classWithin({ domain: { line } }: SizeVariable, klass: number, domain: LineDomain): number {
  const { low } = boundsOf(line, intervalOfClass(line, klass));
  const reached = domain.line.cuts.filter((cut) => low !== undefined && isAtOrBefore(cut, low)).length;
  return domain.line.firstClasses[reached] ?? 0;
}

function isAtOrBefore(one: Cut, other: Cut): boolean {
  if (one.at !== other.at) return one.at < other.at;
  return one.side === other.side || one.side === 'before';
}

/** True where a measure is in one of the classes that fit: for every value that its keys may have. */
function measureDiagram(
  fact: Fact,
  fits: Fits,
  around: Surroundings,
  sizeOf: (fact: string) => SizeVariable | undefined,
): Diagram {
  const { pack, request, candidate, diagrams } = around;
  const { measure } = measureOf(fact, pack);
  const open = openKeys(measure, pack, request);
  const found = keysFor(measure, pack, request, candidate).map((keys) => {
    const isSo = open.map((key) => keyIs(key, keys, around));
    return diagrams.all([...isSo, diagramForKeys(fact, keys, fits, around, sizeOf)]);
  });
  return diagrams.any(found);
}

function keyIs(key: string, keys: Keys, { pack, test }: Surroundings): Diagram {
  const variable = factVariablesOf(pack).get(key);
  const value = keys[key];
  if (variable?.domain.is !== 'listed' || value === undefined)
    throw new Error(`key \`${key}\` has no values`);
  const klass = variable.domain.classOf.get(value);
  return test(variable, (each) => each === klass);
}

function diagramForKeys(
  fact: Fact,
  keys: Keys,
  fits: Fits,
  around: Surroundings,
  sizeOf: (fact: string) => SizeVariable | undefined,
): Diagram {
  const { pack, request } = around;
  const resolved = measureOf(fact, pack);
  const { adds } = resolved.measure;
  const line = lineOf(fact, pack);
  if (typeof adds !== 'string' || !isOpenSize(request, adds)) {
    const found = measured(
      resolved,
      request,
      keys,
      typeof adds === 'string' ? Number(request.facts[adds]) : (adds ?? 0),
    );
    return testOpen(fact, keys, found, classesIn(line, found.spans), fits, around);
  }
  const past = measured(resolved, request, keys);
  const size = sizeOf(adds);
  if (size !== undefined) return diagramForSizes(fact, keys, past, size, fits, around);
  return testOpen(
    fact,
    keys,
    { ...past, isExact: false },
    line.classes.map(() => true),
    fits,
    around,
  );
}

/** Where the request's own size is open: for sizes that leave the same classes of the measure, one test of what is left. */
function diagramForSizes(
  fact: Fact,
  keys: Keys,
  past: Measured,
  size: SizeVariable,
  fits: Fits,
  around: Surroundings,
): Diagram {
  const line = lineOf(fact, around.pack);
  const parts = sizesByClassesLeft(line, past, size);
  const all = line.classes.map((_, klass) => parts.some(({ left }) => left[klass] === true));
  const found = parts.map(({ left, sizes }) => {
    const within: Fits = (klass) => fits(nearest(left, klass));
    const isSo = isSettled(left, fits) ?? testOpen(fact, keys, past, all, within, around);
    return around.diagrams.and(
      around.test(size, (klass) => sizes.has(klass)),
      isSo,
    );
  });
  return around.diagrams.any(found);
}

interface SizesAlike {
  readonly left: ClassesLeft;
  readonly sizes: Set<number>;
}

function sizesByClassesLeft(line: LineDomain, past: Measured, size: SizeVariable): readonly SizesAlike[] {
  const parts = new Map<string, SizesAlike>();
  size.classes.forEach((_, klass) => {
    const { low, high } = boundsOf(size.domain.line, intervalOfClass(size.domain.line, klass));
    const spans = past.spans.map((span) => shifted(span, low, high));
    const left = classesIn(line, spans);
    const part = parts.get(left.join()) ?? { left, sizes: new Set() };
    part.sizes.add(klass);
    parts.set(left.join(), part);
  });
  return [...parts.values()];
}

/** True or false where every class that is left agrees. */
function isSettled(left: ClassesLeft, fits: Fits): Diagram | undefined {
  const answers = new Set(left.flatMap((isLeft, klass) => (isLeft ? [fits(klass)] : [])));
  if (answers.size > 1) return undefined;
  return answers.has(true) ? TRUE : FALSE;
}

/** The class that is left and next to a class. */
function nearest(left: ClassesLeft, klass: number): number {
  const places = left.flatMap((isLeft, place) => (isLeft ? [place] : []));
  return places.reduce(
    (best, place) => (Math.abs(place - klass) < Math.abs(best - klass) ? place : best),
    places[0] ?? 0,
  );
}

function shifted({ low, high }: Span, from: Cut | undefined, to: Cut | undefined): Span {
  return {
    low: from === undefined ? { at: -Infinity, side: 'before' } : endAfter(low, from, 'after'),
    high: to === undefined ? { at: Infinity, side: 'after' } : endAfter(high, to, 'before'),
  };
}

/** Two ends added up: it leaves out its number where one of the two does. */
function endAfter(end: End, cut: Cut, without: End['side']): End {
  const side = end.side === without || cut.side === without ? without : end.side;
  return { at: sum(end.at, cut.at), side };
}

function testOpen(
  fact: Fact,
  keys: Keys,
  { isExact, isPlaced }: Measured,
  left: ClassesLeft,
  fits: Fits,
  { pack, diagrams, levelOf }: Surroundings,
): Diagram {
  const settled = isSettled(left, fits);
  if (settled !== undefined) return settled;
  const named = Object.entries(keys).map(([key, value]) => `${key}=${String(value)}`);
  const id = [fact.id, ...named].join(' ');
  const variable: MeasureVariable = {
    ...variableOf({ is: 'measure', id }, fact.id, lineOf(fact, pack).classes),
    about: { is: 'measure', id: fact.id },
    counts: countedBy(fact),
    isAlone: isPlaced,
    isExact,
  };
  return diagrams.test(levelOf(variable, left), fits);
}

function countedBy({ measure }: Fact): readonly string[] {
  return (measure?.counted ?? []).map(({ happening }) => happening);
}

function lineOf({ id }: Fact, pack: Pack): LineDomain {
  const domain = factVariablesOf(pack).get(id)?.domain;
  if (domain?.is !== 'line') throw new Error(`\`${id}\` has no line`);
  return domain;
}

function classesIn({ line, classes }: LineDomain, spans: readonly Span[]): ClassesLeft {
  return classes.map((_, klass) => {
    const { low, high } = boundsOf(line, intervalOfClass(line, klass));
    return spans.some((span) => reachesBetween(span, low, high));
  });
}

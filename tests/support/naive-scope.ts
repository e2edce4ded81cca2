import type { Comparison, Criterion, Scalar, Subject } from '../../src/vocabulary/criterion.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import type { CarveOut, Clause } from '../../src/pack/pack.ts';
import { figuresFor } from './naive-values.ts';
import { limitOf, optionOfReading, valueOfFact, type World } from './naive-world.ts';

/** In scope, and not carved out. */
export function applies(world: World, clause: Clause): boolean {
  return isMet(world, clause.when) && !clause.except.some((carveOut) => carvesOut(world, carveOut));
}

function carvesOut(world: World, carveOut: CarveOut): boolean {
  return isMet(world, carveOut.when) && !carveOut.except.some((inner) => carvesOut(world, inner));
}

export function isMet(world: World, criterion: Criterion): boolean {
  switch (criterion.is) {
    case 'all':
      return criterion.of.every((one) => isMet(world, one));
    case 'any':
      return criterion.of.some((one) => isMet(world, one));
    case 'defined':
      return isMet(world, criterion.of);
    case 'not':
      return !isMet(world, criterion.of);
    case 'test':
      return holds(world, criterion.subject, criterion.comparison);
  }
}

function holds(world: World, subject: Subject, comparison: Comparison): boolean {
  if (comparison.is === 'one-of') return comparison.values.includes(valueOf(world, subject));
  if (comparison.is === 'same-as') return valueOf(world, subject) === valueOfFact(world, comparison.fact);
  const bound: Parameter<number> = comparison.bound;
  const limit = limitOf(world, bound);
  if (limit === undefined) return holdsForSomeFigure(world, subject, comparison.is, bound.id);
  return limit.is === 'none' || compares(comparison.is, Number(valueOf(world, subject)), limit.value);
}

type Ordering = Exclude<Comparison['is'], 'one-of' | 'same-as'>;

/** A figure that nobody knows lets a test hold or not; where the deal can be smaller it is one figure for every size. */
function holdsForSomeFigure(world: World, subject: Subject, how: Ordering, id: string): boolean {
  if (valueOf(world, subject) === Infinity) return compares(how, Infinity, 0);
  const variable = { key: `parameter ${id}`, reportedAs: id };
  const isOfSize = subject.is === 'fact' && world.request.divisible?.includes(subject.id) === true;
  if (!isOfSize) return world.choose(variable, [true, false]);
  const figure = world.choose(variable, figuresFor(world.pack, world.request, subject.id));
  return compares(how, Number(valueOf(world, subject)), figure);
}

function compares(how: Ordering, value: number, bound: number): boolean {
  switch (how) {
    case 'at-least':
    case 'on-or-after':
      return value >= bound;
    case 'more-than':
    case 'after':
      return value > bound;
    case 'at-most':
    case 'on-or-before':
      return value <= bound;
    case 'less-than':
    case 'before':
      return value < bound;
  }
}

function valueOf(world: World, subject: Subject): Scalar {
  switch (subject.is) {
    case 'provider':
      return world.provider;
    case 'date':
      return world.request.date;
    case 'reading':
      return optionOfReading(world, subject.id);
    case 'fact':
      return valueOfFact(world, subject.id);
  }
}

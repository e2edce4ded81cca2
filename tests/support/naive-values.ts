import type { Comparison, Scalar, Test } from '../../src/vocabulary/criterion.ts';
import type { EnumValue, Fact, Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import { testsOfPack } from './naive-tests.ts';
import { pastsOf, viewFor } from './naive-happenings.ts';
import { daysOfDate, daysOfEvent } from './naive-event-days.ts';
import { limitsIn } from './naive-limits-of.ts';

/** Values enough for an unknown fact to tell apart all that the pack can tell apart; found once, for every completion asks. */
export function valuesOf(pack: Pack, request: Request, id: string): readonly Scalar[] {
  const found = FOUND.get(request) ?? new Map<string, readonly Scalar[]>();
  FOUND.set(request, found);
  const key = `${pack.digest} ${id}`;
  const values = found.get(key) ?? findValues(pack, request, id);
  found.set(key, values);
  return values;
}

const FOUND = new WeakMap<Request, Map<string, readonly Scalar[]>>();

function findValues(pack: Pack, request: Request, id: string): readonly Scalar[] {
  const { type } = factNamed(pack, id);
  switch (type.is) {
    case 'enum':
      return [...leavesUnder(type.values, undefined), ...(type.open ? ['other'] : [])];
    case 'boolean':
    case 'assessment':
      return [true, false];
    case 'party':
      return [...pack.parties.map((party) => party.id), 'other'];
    case 'event':
      return ['not-yet', ...new Set([...daysOfEvent(pack, request, id), ...cuts(pack, request, id)])];
    case 'date':
      return [
        ...new Set([
          ...daysOfDate(pack, request, id),
          ...pointsAround(cuts(pack, request, id), linkedFacts(pack, id).length, 'date'),
        ]),
      ];
    case 'number':
      return pointsAround(cuts(pack, request, id), linkedFacts(pack, id).length, type.is);
  }
}

/** The values that have no others within them, of a tree or of one of its inner values. */
function leavesUnder(values: readonly EnumValue[], node: string | undefined): string[] {
  const below = values.filter((value) => value.within === node);
  if (below.length === 0 && node !== undefined) return [node];
  return below.flatMap((value) => leavesUnder(values, value.id));
}

/** What a fact may be that is known: itself, or any value within it. */
export function valuesWithin(pack: Pack, id: string, known: Scalar): readonly Scalar[] {
  const { type } = factNamed(pack, id);
  const isInTree = type.is === 'enum' && type.values.some((value) => value.id === known);
  return isInTree ? leavesUnder(type.values, String(known)) : [known];
}

function factNamed(pack: Pack, id: string): Fact {
  const fact = pack.facts.find((one) => one.id === id);
  if (fact === undefined) throw new RangeError(`no fact ${id}`);
  return fact;
}

/** Every cut itself, and between, below and above them as many points as there are facts that may be equal or differ. */
function pointsAround(at: readonly number[], many: number, type: 'number' | 'date'): number[] {
  const sorted = [...new Set(at)].sort((one, other) => one - other);
  const [first, last] = [sorted[0] ?? 0, sorted.at(-1) ?? 0];
  const steps = Array.from({ length: many }, (_, index) => index + 1);
  const between = sorted.slice(1).flatMap((high, index) => {
    const low = sorted[index] ?? high;
    const points = steps.map((step) =>
      type === 'date' ? low + step : low + ((high - low) * step) / (many + 1),
    );
    return points.filter((point) => point < high);
  });
  return [...steps.map((step) => first - step), ...sorted, ...between, ...steps.map((step) => last + step)];
}

/** Where a test can turn: bounds, equal values, and known values that a fact may be the same as. */
function cuts(pack: Pack, request: Request, id: string): number[] {
  const linked = linkedFacts(pack, id);
  const reads = (test: Test): boolean => test.subject.is === 'fact' && linked.includes(test.subject.id);
  const bounds = testsOfPack(pack)
    .filter(reads)
    .flatMap(({ comparison }) => cutsOf(comparison));
  const known = linked.map((fact) => request.facts[fact]).filter((value) => typeof value === 'number');
  const none = linked.some((fact) => request.divisible?.includes(fact) === true) ? [0] : [];
  const rests = (request.opportunity?.events ?? []).flatMap((event) =>
    event.is === 'exercise' && event.takes !== undefined && linked.includes(event.takes.fact)
      ? [event.takes.of - event.takes.taken]
      : [],
  );
  return [
    ...bounds,
    ...roomLeft(pack, request, id),
    ...known,
    ...none,
    ...rests,
    ...(factNamed(pack, id).type.is === 'date' ? [request.date] : []),
  ];
}

/** What is left of the bounds of measures in which a request counts by the fact, given what the record holds already. */
function roomLeft(pack: Pack, request: Request, id: string): number[] {
  return pack.facts.flatMap((fact) => {
    const bounds = testsOfPack(pack)
      .filter(({ subject }) => subject.is === 'fact' && subject.id === fact.id)
      .flatMap(({ comparison }) => cutsOf(comparison));
    if (fact.measure?.adds !== id || bounds.length === 0) return [];
    const pasts = pastsOf(viewFor(pack, fact.id), request, fact).slice(0, 6);
    return bounds.flatMap((bound) => pasts.map((past) => bound - past));
  });
}

/** Figures enough for one that a text does not give: at every cut, and room between cuts for each other that is missing. */
export function figuresFor(pack: Pack, request: Request, id: string): readonly number[] {
  const missing = testsOfPack(pack).filter(
    ({ subject, comparison }) =>
      subject.is === 'fact' &&
      subject.id === id &&
      'bound' in comparison &&
      ['unknown', 'by-reading', 'assumed'].includes(comparison.bound.stated.is),
  );
  return pointsAround(cuts(pack, request, id), Math.max(1, missing.length), 'number');
}

/** Sizes enough for less of what is stated: all that something else may be compared with, and what lies between. */
export function smallerThanStated(pack: Pack, request: Request, id: string): readonly number[] {
  const others = pointsAround(cuts(pack, request, id), linkedFacts(pack, id).length, 'number');
  const points = [...new Set([...figuresFor(pack, request, id), ...others])].sort(
    (one, other) => one - other,
  );
  const between = points.slice(1).map((high, index) => ((points[index] ?? high) + high) / 2);
  return [...points, ...between].filter((point) => point > 0 && point < Number(request.facts[id]));
}

function cutsOf(comparison: Comparison): number[] {
  if (comparison.is === 'same-as') return [];
  if (comparison.is === 'one-of') return comparison.values.filter((value) => typeof value === 'number');
  return limitsIn<number>(comparison.bound).flatMap((limit) => (limit.is === 'set' ? [limit.value] : []));
}

/** The fact and all that `same-as` ties it to, directly or not. */
function linkedFacts(pack: Pack, id: string): string[] {
  const pairs = testsOfPack(pack).flatMap(({ subject, comparison }) =>
    subject.is === 'fact' && comparison.is === 'same-as' ? [[subject.id, comparison.fact]] : [],
  );
  const linked = new Set([id]);
  for (let before = 0; before < linked.size;) {
    before = linked.size;
    for (const pair of pairs) if (pair.some((one) => linked.has(one))) pair.forEach((one) => linked.add(one));
  }
  return [...linked];
}

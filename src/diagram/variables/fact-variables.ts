import type { Fact, FactType, Pack } from '../../pack/pack.ts';
import type { Scalar, Test } from '../../vocabulary/criterion.ts';
import { NO_END } from '../../measure/span.ts';
import type { Measure } from '../../vocabulary/measure.ts';
import type { Offset } from '../../vocabulary/offset.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { dateDomain, eventDomain, type EventDomain } from './event-domain.ts';
import type { Cut } from './line.ts';
import { factsTestedIn, type FactsTested } from './facts-tested.ts';
import { cutDomain, cutsOf, lineDomain, type LineDomain } from './line-domain.ts';
import { tailsAfterFacts, tailsOf } from './tails.ts';
import { variableOf, type ValueClass, type Variable } from './variable.ts';

/** A fact that some clause reads, with the classes of its values. */
export interface FactVariable extends Variable {
  readonly domain: Domain;
}

export type Domain = ListedDomain | LineDomain | EventDomain;

/** Values that can be listed, those that no test tells apart in one class. */
export interface ListedDomain {
  readonly is: 'listed';
  readonly classOf: ReadonlyMap<Scalar, number>;
  /** Inner nodes of a tree, with the classes within them. */
  readonly within: ReadonlyMap<Scalar, ClassesLeft>;
  readonly classes: readonly ValueClass[];
}

const known = new WeakMap<Pack, ReadonlyMap<string, FactVariable>>();

/** Gives a variable for every fact that a pack's clauses read, by the fact's id, in the pack's order. */
export function factVariablesOf(pack: Pack): ReadonlyMap<string, FactVariable> {
  const before = known.get(pack);
  if (before !== undefined) return before;
  const tested = factsTestedIn(pack);
  const variables = new Map(
    pack.facts
      .filter((fact) => isRead(fact.id, tested, pack))
      .map((fact) => [fact.id, factVariable(fact, tested, pack)]),
  );
  known.set(pack, variables);
  return variables;
}

function isRead(id: string, { tests, linked, keys, sizes }: FactsTested, pack: Pack): boolean {
  return (
    tests.has(id) ||
    keys.has(id) ||
    sizes.has(id) ||
    linked.has(id) ||
    isCountedFrom(id, pack) ||
    pack.clauses.some(
      ({ precondition, procedure }) => precondition?.reasonableIf === id || procedure?.able === id,
    )
  );
}

function isCountedFrom(id: string, pack: Pack): boolean {
  return tailsOf(pack).some(({ base }) => 'fact' in base && base.fact === id);
}

function factVariable(fact: Fact, tested: FactsTested, pack: Pack): FactVariable {
  const domain = domainOfFact(fact, tested, pack);
  return { ...variableOf({ is: 'fact', id: fact.id }, fact.id, domain.classes), domain };
}

/** Gives what a fact's values are cut into by what is tested of it, and counted from it, in a pack. */
export function domainOfFact({ id, type, measure }: Fact, tested: FactsTested, pack: Pack): Domain {
  const group = tested.linked.get(id) ?? [id];
  const tests = group.flatMap((fact) => tested.tests.get(fact) ?? []);
  if (measure !== undefined) return measureDomain(id, measure, tests);
  const tails = tailsAfterFacts(pack, group);
  if (type.is === 'date' && group.some((each) => isCountedFrom(each, pack))) return dateDomain(group, tails);
  return domainOf(type, tests, group, pack, { tails, isKey: tested.keys.has(id) });
}

/** Where no period has closed the last and the lowest are above all figures, in a class of their own. */
function measureDomain(id: string, { in: which, isWhole }: Measure, tests: readonly Test[]): LineDomain {
  const mayBeNone = which.is !== 'current' && which.is !== 'highest-closed' && which.is !== 'high-for';
  const none: Cut = { at: NO_END, side: 'before' };
  const cuts = [...tests.flatMap(cutsOf), ...(mayBeNone ? [none] : [])];
  return cutDomain(cuts, [id], isWhole ? 'counts' : 'numbers');
}

function domainOf(
  type: FactType,
  tests: readonly Test[],
  group: readonly string[],
  pack: Pack,
  { tails, isKey }: { readonly tails: readonly Offset[]; readonly isKey: boolean },
): Domain {
  const apart = isKey ? 'apart' : told(tests, group);
  switch (type.is) {
    case 'number':
    case 'date':
      return lineDomain(tests, group, type.is === 'date' ? 'days' : 'numbers');
    case 'event':
      return eventDomain(tests, group, tails);
    case 'enum':
      return listedDomain(leavesOf(type), apart, innerNodesOf(type));
    case 'boolean':
    case 'assessment':
      return listedDomain([true, false], 'apart', new Map());
    case 'party':
      return listedDomain([...pack.parties.map(({ id }) => id), 'other'], apart, new Map());
  }
}

/** Tells values apart: those for which it gives the same text belong together. */
type Told = 'apart' | ((value: Scalar) => string);

/** Values are told apart by the tests that list them; all of them, where facts are compared with each other. */
function told(tests: readonly Test[], group: readonly string[]): Told {
  if (group.length > 1) return 'apart';
  return (value) => tests.map((test) => (isListed(test, value) ? '1' : '0')).join('');
}

function listedDomain(
  values: readonly Scalar[],
  apart: Told,
  inner: ReadonlyMap<string, readonly string[]>,
): ListedDomain {
  const textOf = apart === 'apart' ? String : apart;
  const members = new Map<string, Scalar[]>();
  for (const value of values) members.set(textOf(value), [...(members.get(textOf(value)) ?? []), value]);
  const classes = [...members.values()];
  const classOf = new Map(classes.flatMap((each, klass) => each.map((value) => [value, klass] as const)));
  const within = [...inner].map(([node, leaves]) => {
    const open = classes.map((each) => each.some((value) => leaves.includes(String(value))));
    return [node, open] as const;
  });
  return {
    is: 'listed',
    classOf,
    within: new Map<Scalar, ClassesLeft>(within),
    classes: classes.map((each) => ({ label: each.map(String).join(', '), ...sampleOf(each) })),
  };
}

function sampleOf([first]: readonly Scalar[]): { readonly sample?: Scalar } {
  return first === undefined ? {} : { sample: first };
}

function isListed({ comparison }: Test, value: Scalar): boolean {
  return comparison.is === 'one-of' && comparison.values.includes(value);
}

type EnumType = Extract<FactType, { is: 'enum' }>;

function leavesOf({ values, open }: EnumType): readonly string[] {
  const leaves = values.filter(({ id }) => !values.some(({ within }) => within === id)).map(({ id }) => id);
  return open ? [...leaves, 'other'] : leaves;
}

function innerNodesOf(type: EnumType): ReadonlyMap<string, readonly string[]> {
  const under = (node: string): string[] => {
    const below = type.values.filter(({ within }) => within === node);
    return below.length === 0 ? [node] : below.flatMap(({ id }) => under(id));
  };
  const inner = type.values.filter(({ id }) => type.values.some(({ within }) => within === id));
  return new Map(inner.map(({ id }) => [id, under(id)]));
}

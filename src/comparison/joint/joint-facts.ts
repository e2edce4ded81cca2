import type { Fact, Pack } from '../../pack/pack.ts';
import type { Test } from '../../vocabulary/criterion.ts';
import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import {
  domainOfFact,
  factVariablesOf,
  type FactVariable,
  type ListedDomain,
} from '../../diagram/variables/fact-variables.ts';
import { factsTestedIn, type FactsTested } from '../../diagram/variables/facts-tested.ts';
import { variableOf } from '../../diagram/variables/variable.ts';
import { bothSides, SIDES, type Side, type Sided } from '../sides.ts';
import { meaningOf } from '../parts/meaning.ts';
import { isSameType } from './same-type.ts';
import { jointValues, type JointValue } from './joint-values.ts';

/** A fact that some clause of either side reads, cut into what either side can tell apart. */
export interface JointFact {
  /** The variable as each side sees it; `undefined` where the side does not read it. All have the same classes. */
  readonly views: Sided<FactVariable | undefined>;
  /** For a listed fact, the values of each class. */
  readonly members?: readonly (readonly JointValue[])[];
}

/** Facts of two packs by the key of their variables, and by side and id. */
export interface JointFacts {
  readonly byKey: ReadonlyMap<string, JointFact>;
  readonly on: Sided<ReadonlyMap<string, FactVariable>>;
}

/** Gives every fact that either pack reads. One whose type has changed is two facts that share a name. */
export function jointFacts(packs: Sided<Pack>): JointFacts {
  const own = bothSides((side) => factVariablesOf(packs[side]));
  const both = withClausesOfBoth(packs);
  const scene: Scene = {
    packs,
    both,
    own,
    tested: bothSides((side) => factsTestedIn(packs[side])),
    together: factsTestedIn(both),
  };
  const byKey = new Map<string, JointFact>();
  const on = bothSides(() => new Map<string, FactVariable>());
  for (const id of new Set([...own.after.keys(), ...own.before.keys()])) {
    for (const fact of factsUnder(id, scene)) {
      for (const side of SIDES) {
        const view = fact.views[side];
        if (view === undefined) continue;
        byKey.set(view.key, fact);
        on[side].set(id, view);
      }
    }
  }
  return { byKey, on };
}

/** A pack with the clauses of both, for what is gathered from clauses alone. */
function withClausesOfBoth({ before, after }: Sided<Pack>): Pack {
  return { ...after, clauses: [...before.clauses, ...after.clauses] };
}

interface Scene {
  readonly packs: Sided<Pack>;
  readonly both: Pack;
  readonly own: Sided<ReadonlyMap<string, FactVariable>>;
  readonly tested: Sided<FactsTested>;
  readonly together: FactsTested;
}

function factsUnder(id: string, scene: Scene): readonly JointFact[] {
  const group = scene.together.linked.get(id) ?? [id];
  if (group.every((each) => hasOneType(each, scene.packs))) return [sharedFact(id, group, scene)];
  return SIDES.flatMap((side) => {
    const variable = scene.own[side].get(id);
    if (variable === undefined) return [];
    const view = { ...variable, key: `${variable.key} (${side})` };
    const views = { before: undefined, after: undefined, [side]: view };
    return [{ views, ...membersOf(variable, side) }];
  });
}

function hasOneType(id: string, packs: Sided<Pack>): boolean {
  const [before, after] = SIDES.map((side) => declared(id, packs[side]));
  if (before === undefined || after === undefined) return true;
  return isSameType(before.type, after.type) && meaningOf(before.measure) === meaningOf(after.measure);
}

export function declared(id: string, { facts }: Pack): Fact | undefined {
  return facts.find((fact) => fact.id === id);
}

function membersOf({ domain }: FactVariable, side: Side): Pick<JointFact, 'members'> {
  if (domain.is !== 'listed') return {};
  const members = domain.classes.map((_, klass) =>
    [...domain.classOf]
      .filter(([, own]) => own === klass)
      .map(([value]): JointValue => ({ before: undefined, after: undefined, [side]: value })),
  );
  return { members };
}

function sharedFact(id: string, group: readonly string[], scene: Scene): JointFact {
  const { packs, both, together, own } = scene;
  const fact = declared(id, packs.after) ?? declared(id, packs.before);
  const about = (domain: FactVariable['domain']): FactVariable => ({
    ...variableOf({ is: 'fact', id }, id, domain.classes),
    domain,
  });
  const seen = (view: (side: Side) => FactVariable): JointFact['views'] =>
    bothSides((side) => (own[side].has(id) ? view(side) : undefined));
  if (fact !== undefined && isOrdered(fact)) {
    const shared = about(domainOfFact(fact, together, both));
    return { views: seen(() => shared) };
  }
  const members = classesOfValues(id, group, scene);
  return { views: seen((side) => about(listedView(members, side))), members };
}

/** Numbers and days; a measure is a number. */
function isOrdered({ type }: Fact): boolean {
  return type.is === 'number' || type.is === 'date' || type.is === 'event';
}

/** Values that no test of either side tells apart are one class; facts compared with each other keep all apart. */
function classesOfValues(
  id: string,
  group: readonly string[],
  { packs, tested }: Scene,
): readonly (readonly JointValue[])[] {
  const types = bothSides((side) => declared(id, packs[side])?.type);
  const isTruth = SIDES.some((side) => types[side]?.is === 'boolean' || types[side]?.is === 'assessment');
  const values = isTruth ? TRUTHS : jointValues(types, packs);
  if (group.length > 1 || isTruth) return values.map((value) => [value]);
  const classes = new Map<string, JointValue[]>();
  for (const value of values) {
    const told = SIDES.map((side) => toldBy(tested[side].tests.get(id) ?? [], value[side])).join('|');
    classes.set(told, [...(classes.get(told) ?? []), value]);
  }
  return [...classes.values()];
}

const TRUTHS: readonly JointValue[] = [
  { before: true, after: true },
  { before: false, after: false },
];

function toldBy(tests: readonly Test[], value: JointValue[Side]): string {
  return tests
    .map(({ comparison }) =>
      comparison.is === 'one-of' && value !== undefined && comparison.values.includes(value) ? '1' : '0',
    )
    .join('');
}

/** The classes as one side sees them: each by a value of its own, as far as it has any. */
function listedView(members: readonly (readonly JointValue[])[], side: Side): ListedDomain {
  const classes = members.map((values) => {
    const sample = values[0]?.[side];
    return {
      label: values.map((value) => String(value[side])).join(', '),
      ...(sample !== undefined && { sample }),
    };
  });
  const classOf = new Map(
    members.flatMap((values, klass) =>
      values.flatMap((value) => {
        const own = value[side];
        return own === undefined ? [] : [[own, klass] as const];
      }),
    ),
  );
  return { is: 'listed', classes, classOf, within: new Map<string, ClassesLeft>() };
}

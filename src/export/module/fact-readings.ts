import type { PackDiagrams } from '../../diagram/compile/compile-pack.ts';
import { PARTLY, slotsOf, type Sort } from '../../diagram/compile/slots.ts';
import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import type { Fact, Pack } from '../../pack/pack.ts';
import type { Names } from './names.ts';

/** How a module reads one fact: the name of its value, the constant that describes it, and how its values are sorted. */
export interface FactReading {
  readonly fact: Fact;
  readonly name: string;
  /** Of the length of its value, where that is a text. */
  readonly lengthName: string;
  readonly slot: string;
  /** The level of its variable; below zero where no clause reads it. */
  readonly level: number;
  readonly values: Values;
}

export type Values =
  | {
      readonly is: 'listed';
      /** Classes by value; `undefined` for a value that leaves several open. */
      readonly classes: ReadonlyMap<unknown, number | undefined>;
      /** The classes left by the values that leave several open. */
      readonly parts: ReadonlyMap<unknown, readonly number[]>;
    }
  /** Numbers or days by themselves. */
  | { readonly is: 'on-line'; readonly sort: LineSort }
  /** What has to be read together with other facts or the date. */
  | { readonly is: 'together'; readonly sort: LineSort | EventSort }
  | { readonly is: 'unread'; readonly isDay: boolean; readonly mayBeNotYet: boolean };

type LineSort = Extract<Sort, { is: 'line' }>;
type EventSort = Extract<Sort, { is: 'event' }>;

/** Gives the readings of all facts of a pack, in its order. */
export function factReadings(pack: Pack, { variables }: PackDiagrams, names: Names): readonly FactReading[] {
  const slots = slotsOf(pack, variables);
  return pack.facts.flatMap((fact, place) => {
    const slot = slots.get(fact.id);
    if (slot === undefined) return [];
    const values = valuesOf(slot.sort);
    const name = names.of(fact.id);
    const lengthName = names.of(fact.id, 'length');
    return [{ fact, name, lengthName, slot: `FACT_${String(place + 1)}`, level: slot.level, values }];
  });
}

function valuesOf(sort: Sort): Values {
  switch (sort.is) {
    case 'listed':
      return listedValues(sort);
    case 'line':
      return { is: sort.group.length === 1 ? 'on-line' : 'together', sort };
    case 'event':
      return { is: 'together', sort };
    case 'unread':
      return sort;
  }
}

function listedValues({ codes, parts }: Extract<Sort, { is: 'listed' }>): Values {
  const classes = new Map([...codes].map(([value, code]) => [value, code < 0 ? undefined : code]));
  const open = [...codes].flatMap(([value, code]) =>
    code < 0 ? [[value, placesLeft(parts[PARTLY - code] ?? [])] as const] : [],
  );
  return { is: 'listed', classes, parts: new Map(open) };
}

/** The classes that are left, by number. */
export function placesLeft(left: ClassesLeft): readonly number[] {
  return left.flatMap((isLeft, klass) => (isLeft ? [klass] : []));
}

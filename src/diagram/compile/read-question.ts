import type { Pack } from '../../pack/pack.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Variable } from '../variables/variable.ts';
import { leftOnDay, type LeftOnDay } from './left-on-day.ts';
import type { Invalid, Question } from './question.ts';
import { classOfValue, dayOf, NO_VALUE, PARTLY, slotsOf, type Slot } from './slots.ts';
import { OPEN, type Known } from './walk.ts';

/** Reads questions into classes, one question at a time, into the same working space. */
export class QuestionReader {
  readonly known: Known;
  readonly #variables: readonly Variable[];
  readonly #levels: ReadonlyMap<string, number>;
  readonly #slots: ReadonlyMap<string, Slot>;
  readonly #fallbacks: Int32Array;
  readonly #onDay: (day: Day) => LeftOnDay;
  /** Slots in the order in which the last question named its facts: the next one is likely to do the same. */
  readonly #expected: Slot[] = [];

  constructor(pack: Pack, variables: readonly Variable[], turns: readonly Day[]) {
    this.#variables = variables;
    this.#levels = new Map(variables.map(({ key }, level) => [key, level]));
    this.#slots = slotsOf(pack, variables);
    this.#fallbacks = Int32Array.from(variables, fallbackOf);
    this.#onDay = leftOnDay(pack, variables, turns);
    this.known = {
      classes: new Int32Array(variables.length),
      left: variables.map(({ classes }) => classes.map(() => true)),
    };
  }

  /** Sets what is known; gives what is wrong instead, if anything is. */
  read({ date, facts, known }: Question): Invalid | undefined {
    const day = dayOf(date);
    if (day === undefined) return invalid('date', date);
    this.#forget();
    this.#readDay(day);
    const wrong = facts === undefined ? undefined : this.#readFacts(facts, day);
    if (wrong !== undefined || known === undefined) return wrong;
    return this.#readKnown(known);
  }

  #forget(): void {
    const { classes } = this.known;
    const fallbacks = this.#fallbacks;
    for (let level = 0; level < classes.length; level += 1) classes[level] = fallbacks[level] ?? OPEN;
  }

  #readDay(day: Day): void {
    const { classes, left } = this.known;
    const { dateLevel, dateClass, others } = this.#onDay(day);
    if (dateLevel >= 0) classes[dateLevel] = dateClass;
    for (const { level, klass, open } of others) {
      classes[level] = klass;
      left[level] = open;
    }
  }

  #readFacts(facts: Readonly<Record<string, unknown>>, day: Day): Invalid | undefined {
    const { classes } = this.known;
    let place = 0;
    for (const fact in facts) {
      const slot = this.#slotFor(fact, place);
      const value = facts[fact];
      place += 1;
      if (slot === undefined) return invalid(fact, value);
      if (value === undefined || value === null || value === 'unknown') continue;
      const klass = slot.find === undefined ? this.#classOf(slot, value, facts, day) : slot.find(value);
      if (klass === NO_VALUE) return invalid(fact, value);
      if (slot.level < 0) continue;
      if (klass >= 0) classes[slot.level] = klass;
      else this.#leavePart(slot, klass);
    }
    return undefined;
  }

  #slotFor(fact: string, place: number): Slot | undefined {
    const expected = this.#expected[place];
    if (expected !== undefined && expected.fact === fact) return expected;
    const slot = this.#slots.get(fact);
    if (slot !== undefined) this.#expected[place] = slot;
    return slot;
  }

  #classOf(slot: Slot, value: unknown, facts: Readonly<Record<string, unknown>>, day: Day): number {
    return classOfValue(slot.sort, value, day, (group) => this.#comparedIn(facts, group));
  }

  #leavePart({ level, sort }: Slot, klass: number): void {
    const part = sort.is === 'listed' ? sort.parts[PARTLY - klass] : undefined;
    if (part === undefined) throw new Error('a part of a tree has no classes');
    this.known.classes[level] = OPEN;
    this.known.left[level] = part;
  }

  #comparedIn(facts: Readonly<Record<string, unknown>>, group: readonly string[]): readonly Scalar[] {
    return group.flatMap((fact): readonly Scalar[] => {
      const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
      const number = this.#slots.get(fact)?.isDay === true ? dayOf(value) : value;
      return typeof number === 'number' ? [number] : [];
    });
  }

  #readKnown(also: Readonly<Record<string, string>>): Invalid | undefined {
    for (const key of Object.keys(also)) {
      const level = this.#levels.get(key);
      const klass = this.#variables[level ?? -1]?.classes.findIndex(({ label }) => label === also[key]) ?? -1;
      if (level === undefined || klass === -1) return invalid(key, also[key]);
      this.known.classes[level] = klass;
    }
    return undefined;
  }
}

/** Without a word about them there is no deal on record, nobody is designated, and the provider serves directly. */
const NONE_UNLESS_SAID: readonly Variable['about']['is'][] = [
  'state',
  'counterparty',
  'consent',
  'waiver',
  'designee',
  'through',
];

/** What is known of a variable of which a question says nothing. */
function fallbackOf({ about }: Variable): number {
  return NONE_UNLESS_SAID.includes(about.is) ? 0 : OPEN;
}

function invalid(part: string, value: unknown): Invalid {
  return { invalid: { part, value } };
}

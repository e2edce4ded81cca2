import type { Pack } from '../../pack/pack.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { isNoneUnlessSaid } from '../variables/none-unless-said.ts';
import type { Variable } from '../variables/variable.ts';
import { leftOnDay, type LeftOnDay } from './left-on-day.ts';
import type { Invalid, Question } from './question.ts';
import { dayOf } from './day-keys.ts';
import { NO_VALUE } from './no-value.ts';
import { classOfValue, PARTLY, slotsOf, type Slot } from './slots.ts';
import { stepsReached } from './steps-reached.ts';
import { classOfText } from './text-table.ts';
import { OPEN, type Known } from './walk.ts';

/** Reads questions into classes, one question at a time, into the same working space. */
export class QuestionReader {
  readonly known: Known;
  readonly #variables: readonly Variable[];
  readonly #levels: ReadonlyMap<string, number>;
  readonly slots: ReadonlyMap<string, Slot>;
  /** By level: the class of a variable of which a question says nothing. */
  readonly fallbacks: Int32Array;
  readonly #onDay: (day: Day) => LeftOnDay;
  /** Slots in the order in which the last question named its facts: the next one is likely to do the same. */
  readonly #expected: Slot[] = [];
  /** Every class of each variable. */
  readonly #all: readonly ClassesLeft[];
  /** Levels that the last question set, so many of them. */
  readonly #set: Int32Array;
  #setCount = 0;
  /** Levels of which the last question left several classes, but not all. */
  readonly #partly: number[] = [];

  constructor(pack: Pack, variables: readonly Variable[], turns: readonly Day[]) {
    this.#variables = variables;
    this.#levels = new Map(variables.map(({ key }, level) => [key, level]));
    this.slots = slotsOf(pack, variables);
    this.fallbacks = Int32Array.from(variables, fallbackOf);
    this.#onDay = leftOnDay(pack, variables, turns);
    this.#set = new Int32Array(pack.facts.length + variables.length);
    this.#all = variables.map(({ classes }) => classes.map(() => true));
    this.known = { classes: this.fallbacks.slice(), left: [...this.#all] };
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

  /** Takes back what the last question set. The day sets its own each time. */
  #forget(): void {
    const { classes, left } = this.known;
    for (let place = 0; place < this.#setCount; place += 1) {
      const level = this.#set[place] ?? 0;
      classes[level] = this.fallbacks[level] ?? OPEN;
    }
    this.#setCount = 0;
    if (this.#partly.length === 0) return;
    for (const level of this.#partly) left[level] = this.#all[level];
    this.#partly.length = 0;
  }

  #setClass(level: number, klass: number): void {
    this.known.classes[level] = klass;
    this.#set[this.#setCount] = level;
    this.#setCount += 1;
  }

  #readDay(day: Day): void {
    const { classes, left } = this.known;
    const { dateLevel, dateClass, others } = this.#onDay(day);
    if (dateLevel >= 0) classes[dateLevel] = dateClass;
    for (let place = 0; place < others.length; place += 1) {
      const other = others[place];
      if (other === undefined) continue;
      classes[other.level] = other.klass;
      left[other.level] = other.open;
    }
  }

  #readFacts(facts: Readonly<Record<string, unknown>>, day: Day): Invalid | undefined {
    let place = 0;
    for (const fact in facts) {
      const slot = this.#slotFor(fact, place);
      const value = facts[fact];
      place += 1;
      if (slot === undefined) return invalid(fact, value);
      let klass = quickClass(slot, value);
      if (klass === NO_VALUE) {
        if (value === undefined || value === null || value === 'unknown') continue;
        klass = this.#classOf(slot, value, facts, day);
        if (klass === NO_VALUE) return invalid(fact, value);
      }
      if (slot.level >= 0) this.#setLevel(slot, klass);
    }
    return undefined;
  }

  #setLevel(slot: Slot, klass: number): void {
    if (klass >= 0) this.#setClass(slot.level, klass);
    else this.#leavePart(slot, klass);
  }

  #slotFor(fact: string, place: number): Slot | undefined {
    const expected = this.#expected[place];
    if (expected !== undefined && expected.fact === fact) return expected;
    const slot = this.slots.get(fact);
    if (slot !== undefined) this.#expected[place] = slot;
    return slot;
  }

  #classOf(slot: Slot, value: unknown, facts: Readonly<Record<string, unknown>>, day: Day): number {
    return classOfValue(slot.sort, value, day, (group) => this.#comparedIn(facts, group));
  }

  #leavePart({ level, sort }: Slot, klass: number): void {
    const part = sort.is === 'listed' ? sort.parts[PARTLY - klass] : undefined;
    if (part === undefined) throw new Error('a part of a tree has no classes');
    this.#setClass(level, OPEN);
    this.#partly.push(level);
    this.known.left[level] = part;
  }

  #comparedIn(facts: Readonly<Record<string, unknown>>, group: readonly string[]): readonly Scalar[] {
    return group.flatMap((fact): readonly Scalar[] => {
      const value = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
      const number = this.slots.get(fact)?.isDay === true ? dayOf(value) : value;
      return typeof number === 'number' ? [number] : [];
    });
  }

  #readKnown(also: Readonly<Record<string, string>>): Invalid | undefined {
    for (const key of Object.keys(also)) {
      const level = this.#levels.get(key);
      const klass = this.#variables[level ?? -1]?.classes.findIndex(({ label }) => label === also[key]) ?? -1;
      if (level === undefined || klass === -1) return invalid(key, also[key]);
      this.#setClass(level, klass);
    }
    return undefined;
  }
}

/** The class of one of few texts, of a number or of yes and no; `NO_VALUE` leaves the rest, and what is wrong, to a closer look. */
function quickClass({ texts, ofTrue, ofFalse, steps }: Slot, value: unknown): number {
  if (typeof value === 'string') return texts === undefined ? NO_VALUE : classOfText(value, texts);
  if (typeof value === 'number') return steps === undefined ? NO_VALUE : numberClass(value, steps);
  return typeof value === 'boolean' ? (value ? ofTrue : ofFalse) : NO_VALUE;
}

function numberClass(value: number, steps: Float64Array): number {
  return Number.isFinite(value) ? stepsReached(steps, value) : NO_VALUE;
}

/** What is known of a variable of which a question says nothing. */
function fallbackOf(variable: Variable): number {
  return isNoneUnlessSaid(variable) ? 0 : OPEN;
}

function invalid(part: string, value: unknown): Invalid {
  return { invalid: { part, value } };
}

import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { GraphNode, Step } from './known-graph.ts';
import { OPEN_STEP } from './known-graph.ts';
import { remark } from './written-text.ts';

/** How a variable stands in the functions of a module. */
export type Held =
  /** A number or day under a name; NaN where it is unknown, if it can be. Between the cuts lie its classes, in order. */
  | {
      readonly is: 'on-line';
      readonly name: string;
      readonly cuts: readonly LineCut[];
      readonly mayBeUnknown: boolean;
      readonly isDay: boolean;
    }
  /** Read off the date: from each turn on, so many classes are left; before the first turn, the first of `open`. */
  | { readonly is: 'by-date'; readonly turns: readonly Day[]; readonly open: readonly (readonly number[])[] }
  /** A class by its number under a name; `OPEN` where it is unknown. */
  | { readonly is: 'class'; readonly name: string };

/** A cut belongs to what is below it where `isAfter`, otherwise to what is above. */
export interface LineCut {
  readonly at: number;
  readonly isAfter: boolean;
}

/** One way on from a node: taken where its test holds and none before it did. */
export interface Arm {
  readonly test: string;
  readonly step: Step;
}

/** Gives the ways on, in order; where none holds, what has to be known is not. */
export function armsOf({ variable, steps }: GraphNode, held: Held): readonly Arm[] {
  switch (held.is) {
    case 'on-line':
      return armsOnLine(held, steps);
    case 'by-date': {
      const cuts = held.turns.map((at) => ({ at, isAfter: false }));
      const line = { is: 'on-line', name: 'day', cuts, mayBeUnknown: false, isDay: true } as const;
      return armsOnLine(
        line,
        held.open.map((open) => onlyStep(open, steps)),
      );
    }
    case 'class':
      return armsOfClasses(
        held.name,
        steps,
        variable.classes.map(({ label }) => label),
      );
  }
}

/** Where every class left leads to the same step, that step. */
function onlyStep(open: readonly number[], steps: readonly Step[]): Step {
  const reached = [...new Set(open.map((klass) => steps[klass] ?? OPEN_STEP))];
  return reached.length === 1 ? (reached[0] ?? OPEN_STEP) : OPEN_STEP;
}

function armsOnLine(held: Extract<Held, { is: 'on-line' }>, steps: readonly Step[]): readonly Arm[] {
  const { name, cuts, mayBeUnknown, isDay } = held;
  const write = ({ at }: LineCut): string => (isDay ? `${String(at)} /* ${isoFromDay(at)} */` : String(at));
  const arms: Arm[] = [];
  cuts.forEach((cut, klass) => {
    const step = steps[klass] ?? OPEN_STEP;
    if (step === steps[klass + 1]) return;
    arms.push({ test: `${name} ${cut.isAfter ? '<=' : '<'} ${write(cut)}`, step });
  });
  arms.push({ test: mayBeUnknown ? `!Number.isNaN(${name})` : '', step: steps.at(-1) ?? OPEN_STEP });
  return arms;
}

/** The step that most classes take comes last, where one test tells it from what is not known. */
function armsOfClasses(name: string, steps: readonly Step[], labels: readonly string[]): readonly Arm[] {
  const groups = new Map<Step, number[]>();
  steps.forEach((step, klass) => groups.set(step, [...(groups.get(step) ?? []), klass]));
  const sorted = [...groups].toSorted(([, one], [, other]) => one.length - other.length);
  return sorted.map(([step, group], place) => {
    if (place === sorted.length - 1) return { test: `${name} !== OPEN`, step };
    const tests = group.map(
      (klass) => `${name} === ${String(klass)} /* ${shortened(labels[klass] ?? '')} */`,
    );
    return { test: tests.join(' || '), step };
  });
}

function shortened(label: string): string {
  const text = remark(label);
  return text.length <= MOST_CHARACTERS ? text : `${text.slice(0, MOST_CHARACTERS)}…`;
}

const MOST_CHARACTERS = 60;

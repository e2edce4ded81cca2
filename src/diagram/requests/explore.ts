import { BudgetSpent, type Diagram, type Diagrams } from '../algebra/diagrams.ts';

/** Something that has to be chosen before a run can go on: a diagram that is true where each choice holds. */
export interface Choice<V> {
  readonly key: string;
  readonly options: readonly { readonly value: V; readonly where: Diagram }[];
}

/** Asks for one of the options; the same choice made again gives the same option. */
export type Choose = <V>(choice: Choice<V>) => V;

/**
 * Runs something over every way of choosing what it asks for, and gives where each run's result holds, as one diagram.
 * A run asks only for what it needs, so that most ways are never told apart. Beyond `most` runs it gives up.
 */
export function explore(diagrams: Diagrams, run: (choose: Choose) => Diagram, most: number): Diagram {
  let runs = 0;
  const follow = (taken: ReadonlyMap<string, unknown>): Diagram => {
    runs += 1;
    if (runs > most) throw new BudgetSpent(`more than ${String(most)} courses of events`);
    let open: Choice<unknown> | undefined;
    const choose: Choose = (choice) => {
      if (taken.has(choice.key)) return taken.get(choice.key) as never;
      const [only, second] = choice.options;
      if (only !== undefined && second === undefined) return only.value;
      open = choice;
      throw ASKED;
    };
    try {
      return run(choose);
    } catch (error) {
      if (error !== ASKED || open === undefined) throw error;
      return branches(diagrams, open, (value) => follow(new Map(taken).set(open?.key ?? '', value)));
    }
  };
  return follow(new Map());
}

/** Thrown to leave a run that has asked for something not yet chosen. */
const ASKED = new Error('asked for a choice');

function branches(
  diagrams: Diagrams,
  { options }: Choice<unknown>,
  follow: (value: unknown) => Diagram,
): Diagram {
  const [last, ...others] = options.toReversed();
  if (last === undefined) throw new RangeError('nothing to choose from');
  return others.reduce(
    (rest, { value, where }) => diagrams.ite(where, follow(value), rest),
    follow(last.value),
  );
}

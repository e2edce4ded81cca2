/** Thrown where a question has more completions than a test can afford; tests skip it and count the skip. */
export class TooManyCompletions extends Error {
  override readonly name = 'TooManyCompletions';
}

/** One unknown. Several may be reported under one id: every unrecorded event turns on the end of the record. */
export interface Variable {
  readonly key: string;
  readonly reportedAs: string;
}

export interface Completion<T> {
  /** What was chosen, as text, by variable key; what was never asked for does not matter in this completion. */
  readonly choices: ReadonlyMap<string, string>;
  readonly result: T;
}

/** Gives values to unknowns, the same one whenever the same unknown is asked for again. */
export interface Chooser {
  readonly choose: <V>(variable: Variable, options: readonly V[]) => V;
  /** Counts work done inside one completion against the budget. */
  readonly spend: () => void;
}

export interface Budget {
  readonly completions: number;
  readonly work: number;
}

interface Turn {
  index: number;
  readonly options: number;
}

/** Runs `evaluate` once for every combination of the choices it asks for, depth first. */
export function everyCompletion<T>(evaluate: (chooser: Chooser) => T, budget: Budget): Completion<T>[] {
  const completions: Completion<T>[] = [];
  const path: Turn[] = [];
  let work = 0;
  const spend = (): void => {
    work += 1;
    if (work > budget.work) throw new TooManyCompletions(`more than ${String(budget.work)} steps`);
  };
  do {
    const { chooser, choices } = choosing(path, spend);
    completions.push({ choices, result: evaluate(chooser) });
    if (completions.length > budget.completions) {
      throw new TooManyCompletions(`more than ${String(budget.completions)} completions`);
    }
  } while (advance(path));
  return completions;
}

function choosing(path: Turn[], spend: () => void): { chooser: Chooser; choices: Map<string, string> } {
  const values = new Map<string, unknown>();
  const choices = new Map<string, string>();
  let depth = 0;
  const choose = <V>(variable: Variable, options: readonly V[]): V => {
    if (values.has(variable.key)) return values.get(variable.key) as V;
    if (options.length === 0) throw new RangeError(`${variable.key} has no values`);
    const turn =
      options.length === 1
        ? { index: 0, options: 1 }
        : (path[depth++] ??= { index: 0, options: options.length });
    const value = options[turn.index] as V;
    values.set(variable.key, value);
    if (options.length > 1)
      choices.set(variable.key, `${variable.reportedAs}\t${JSON.stringify(written(value))}`);
    return value;
  };
  return { chooser: { choose, spend }, choices };
}

/** Moves on to the next combination; false where there is none. */
function advance(path: Turn[]): boolean {
  for (let last = path.at(-1); last !== undefined; last = path.at(-1)) {
    last.index += 1;
    if (last.index < last.options) return true;
    path.pop();
  }
  return false;
}

/** Without end is not the same one way as the other, though JSON knows neither. */
function written(value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : (value ?? 'nothing');
}

import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { armsOf, type Arm, type Held } from './arms.ts';
import { OPEN_STEP, type KnownGraph, type Step } from './known-graph.ts';

/** The functions of a module that decide where everything looked at is known, and how to call them. */
export interface DecisionFunctions {
  readonly text: string;
  /** An expression for the answer at a step; `undefined` where something looked at is not known. */
  readonly answerAt: (step: Step) => string;
  /** What a function that begins at a step is called with. */
  readonly inputsOf: (step: Step) => readonly string[];
}

/** What the functions are written with. */
interface Wording {
  /** How the variable of a level is held. */
  readonly heldAt: (level: number) => Held;
  /** The name of a function that begins at a step. */
  readonly nameAt: (step: Step) => string;
}

/**
 * Writes a graph as functions. A node on which several others go on becomes a function of its own, unless it is small;
 * so does the largest part of whatever would grow beyond what V8 likes to optimise at once.
 */
export function decisionFunctions(
  { nodes }: KnownGraph,
  roots: readonly Step[],
  { heldAt, nameAt }: Wording,
): DecisionFunctions {
  const arms = nodes.map((node) => armsOf(node, heldAt(node.level)));
  const begins = functionsBegin(arms, roots);
  const names = new Map([...begins].toSorted((a, b) => b - a).map((step) => [step, nameAt(step)]));
  const inputsOf = (step: Step): readonly string[] => [
    ...new Set((nodes[step]?.support ?? []).map((level) => inputOf(heldAt(level)))),
  ];
  const answerAt = (step: Step): string =>
    step < 0 ? answerName(step) : `${names.get(step) ?? ''}(${inputsOf(step).join(', ')})`;
  const body = (step: Step, indent: string): readonly string[] => {
    const lines = (arms[step] ?? []).flatMap(({ test, step: next }) => {
      const isShort = next < 0 || begins.has(next);
      if (isShort) return [`${indent}${test === '' ? '' : `if (${test}) `}return ${answerAt(next)};`];
      if (test === '') return body(next, indent);
      return [`${indent}if (${test}) {`, ...body(next, `${indent}  `), `${indent}}`];
    });
    return arms[step]?.at(-1)?.test === '' ? lines : [...lines, `${indent}return undefined;`];
  };
  const texts = [...names].map(([step, name]) => functionText(name, inputsOf(step), body(step, '  ')));
  return { text: texts.join('\n'), answerAt, inputsOf };
}

/** Writes a function that gives an answer, or nothing where something looked at is not known. */
export function functionText(name: string, inputs: readonly string[], lines: readonly string[]): string {
  return [
    '/**',
    ...inputs.map((input) => ` * @param {${input === 'provider' ? 'string' : 'number'}} ${input}`),
    ' * @returns {Decided | undefined}',
    ' */',
    `function ${name}(${inputs.join(', ')}) {`,
    ...lines,
    '}',
    '',
  ].join('\n');
}

/** The steps at which functions begin: the roots, what is shared, and what is cut off. */
function functionsBegin(arms: readonly (readonly Arm[])[], roots: readonly Step[]): ReadonlySet<Step> {
  const uses = new Map<Step, number>();
  const use = (step: Step): void => void uses.set(step, (uses.get(step) ?? 0) + 1);
  for (const { step } of arms.flat()) use(step);
  const begins = new Set(roots.filter((step) => step >= 0));
  const sizes: number[] = [];
  arms.forEach((own, node) => {
    const inner = own.filter(({ step }) => step >= 0 && !begins.has(step)).map(({ step }) => step);
    const sizeOf = (step: Step): number => sizes[step] ?? 0;
    let size = own.length + inner.reduce((sum, step) => sum + sizeOf(step), 0);
    for (const step of inner.toSorted((one, other) => sizeOf(other) - sizeOf(one))) {
      if (size <= MOST_ARMS) break;
      begins.add(step);
      size -= sizeOf(step);
    }
    sizes.push(size);
    if ((uses.get(node) ?? 0) > 1 && size > MOST_REPEATED) begins.add(node);
  });
  return begins;
}

/** Ways on in one function. With a call at each end it stays far below the 60 KB of bytecode that V8 optimises. */
const MOST_ARMS = 120;
/** A shared part with no more ways on than this is written out wherever it is used. */
const MOST_REPEATED = 40;

function inputOf(held: Held): string {
  return held.is === 'by-date' ? 'day' : held.name;
}

function answerName(step: Step): string {
  const outcome = step === OPEN_STEP ? undefined : SETTLED_OUTCOMES[~step];
  return outcome === undefined ? 'undefined' : outcome.toUpperCase().replaceAll('-', '_');
}

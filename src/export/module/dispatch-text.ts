import { equalText } from './decide-text.ts';
import { functionText, type DecisionFunctions } from './decision-functions.ts';
import { grouped } from './grouped.ts';
import type { Step } from './known-graph.ts';
import type { Names } from './names.ts';
import type { Root } from './table-text.ts';
import { literal } from './written-text.ts';

/** The lines of `decide` that find where to begin, and a function for each actor and act, which looks at the provider. */
export interface DispatchText {
  readonly lines: string;
  readonly functions: string;
}

/** Writes how a decision finds the function to begin with. */
export function dispatchText(
  roots: readonly Root[],
  stepOf: (place: number) => Step,
  { answerAt, inputsOf }: DecisionFunctions,
  names: Names,
): DispatchText {
  const groups = grouped(roots, ({ actor, act }) => JSON.stringify([actor, act]));
  const parts = [...groups.values()].flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const name = names.of(first.actor, first.act);
    const inputs = [...new Set(group.flatMap(({ place }) => inputsOf(stepOf(place))))];
    const given = ['provider', ...inputs].join(', ');
    const test = `actor === ${literal(first.actor)} && act === ${literal(first.act)}`;
    return [
      {
        line: `  if (${test}) return ${name}(${given}) ?? decideByTable(question);`,
        text: functionText(
          name,
          ['provider', ...inputs],
          byProvider(group, (place) => answerAt(stepOf(place))),
        ),
      },
    ];
  });
  return {
    lines: parts.map(({ line }) => line).join('\n'),
    functions: parts.map(({ text }) => text).join('\n'),
  };
}

function byProvider(group: readonly Root[], answerAt: (place: number) => string): readonly string[] {
  const arms = [...grouped(group, ({ place }) => answerAt(place))].flatMap(([answer, same]) => {
    const tests = same.map(({ provider }) => equalText('provider', 'length', provider));
    return [`  if (${tests.join(' || ')})`, `    return ${answer};`];
  });
  return ['  const length = lengthOf(provider);', ...arms, '  return undefined;'];
}

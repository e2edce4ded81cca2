import type { Limit, Parameter, Stated } from '../../vocabulary/stated.ts';
import { FALSE, TRUE } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { AS_ASSUMED, parameterVariable } from '../variables/other-variables.ts';
import type { Choice } from './explore.ts';

type Option<V> = Choice<V>['options'][number];

/** Gives every value that a parameter of a procedure may have, and where it has it. */
export function choiceOf<T, V>(
  ground: Ground,
  parameter: Parameter<T>,
  alternatives: readonly V[],
  given: (limit: Limit<T>) => V,
): Choice<V> {
  const { id, stated } = parameter;
  const variable = parameterVariable(parameter, alternatives.map(String));
  const first = stated.is === 'assumed' ? 1 : 0;
  const open = alternatives.map((value, place): Option<V> => {
    return { value, where: ground.test(variable, (klass) => klass === place + first) };
  });
  switch (stated.is) {
    case 'set':
    case 'none':
      return { key: id, options: [{ value: given(stated), where: TRUE }] };
    case 'unknown':
      return { key: id, options: open };
    case 'assumed': {
      const assumed = { value: given(stated.limit), where: is(ground, variable, AS_ASSUMED) };
      return { key: id, options: [assumed, ...open] };
    }
    case 'by-reading':
      return { key: id, options: optionsByReading(ground, stated, open, given) };
  }
}

type ByReading<T> = Extract<Stated<T>, { is: 'by-reading' }>;

function optionsByReading<T, V>(
  ground: Ground,
  { reading: id, of }: ByReading<T>,
  open: readonly Option<V>[],
  given: (limit: Limit<T>) => V,
): readonly Option<V>[] {
  const reading = ground.classes.reading(id);
  const options = reading.classes.flatMap(({ label }): readonly Option<V>[] => {
    const where = is(ground, reading, label);
    const limit = Object.hasOwn(of, label) ? of[label] : undefined;
    if (limit !== undefined && limit.is !== 'unknown') return [{ value: given(limit), where }];
    return open.map((option) => ({ ...option, where: ground.diagrams.and(where, option.where) }));
  });
  return options.filter(({ where }) => where !== FALSE);
}

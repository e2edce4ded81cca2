import type { Scalar } from '../../src/vocabulary/criterion.ts';
import type { Limit, Parameter } from '../../src/vocabulary/stated.ts';
import type { Instrument, Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import type { Measure } from '../../src/vocabulary/measure.ts';
import { HAPPENED_ID, numbersOfMeasures, viewFor } from './naive-happenings.ts';
import type { Chooser } from './naive-completion.ts';
import { valuesOf, valuesWithin } from './naive-values.ts';

export type AssumptionMode = 'as-stated' | 'open';

/** One completion in the making: everything known, and a chooser for the rest. */
export interface World extends Chooser {
  readonly pack: Pack;
  readonly request: Request;
  readonly provider: string;
  readonly assumptions: AssumptionMode;
}

export function valueOfFact(world: World, id: string): Scalar {
  const { pack, request } = world;
  const measure = pack.facts.find((fact) => fact.id === id)?.measure;
  if (measure !== undefined && !Object.hasOwn(request.facts, id)) return numberOfMeasure(world, id, measure);
  const known = Object.hasOwn(request.facts, id) ? request.facts[id] : undefined;
  const values = known === undefined ? valuesOf(pack, request, id) : valuesWithin(pack, id, known);
  return world.choose({ key: `fact ${id}`, reportedAs: id }, values);
}

/** What the record comes to for the keys of the deal, with what the deal itself counts for. */
function numberOfMeasure(world: World, id: string, { by, adds }: Measure): number {
  const keys = Object.fromEntries(
    by.map((key) => [key, key === 'provider' ? world.provider : valueOfFact(world, key)]),
  );
  const view = viewFor(world.pack, id);
  const what = view === world.pack ? 'happened' : `happened ${id}`;
  const variable = { key: `${what} ${JSON.stringify(keys)}`, reportedAs: HAPPENED_ID };
  const numbers = world.choose(variable, numbersOfMeasures(view, world.request, keys));
  const own = typeof adds === 'string' ? Number(valueOfFact(world, adds)) : (adds ?? 0);
  return (numbers[id] ?? 0) + own;
}

/** The option of the request, else the assumed one, else any. With assumptions opened: any. */
export function optionOfReading(world: World, id: string): string {
  const reading = world.pack.readings.find((one) => one.id === id);
  if (reading === undefined) throw new RangeError(`no reading ${id}`);
  const taken = Object.hasOwn(world.request.readings, id) ? world.request.readings[id] : undefined;
  const settled = world.assumptions === 'open' ? undefined : (taken ?? reading.assumed?.option);
  const options = reading.options.map((option) => option.id);
  return settled ?? world.choose({ key: `reading ${id}`, reportedAs: id }, options);
}

/** What a text gives, or `undefined` where it is unknown in this mode. */
export function limitOf<T>(world: World, { stated }: Parameter<T>): Limit<T> | undefined {
  switch (stated.is) {
    case 'set':
    case 'none':
      return stated;
    case 'unknown':
      return undefined;
    case 'assumed':
      return world.assumptions === 'open' ? undefined : stated.limit;
    case 'by-reading': {
      const option = optionOfReading(world, stated.reading);
      const limit = Object.hasOwn(stated.of, option) ? stated.of[option] : undefined;
      return limit?.is === 'unknown' ? undefined : limit;
    }
  }
}

/** One of the words that a text may give, the same one whenever it is asked for. */
export function alternativeOf<Word extends string>(
  world: World,
  parameter: Parameter<Word>,
  alternatives: readonly Word[],
): Word {
  const limit = limitOf(world, parameter);
  if (limit === undefined) {
    return world.choose({ key: `parameter ${parameter.id}`, reportedAs: parameter.id }, alternatives);
  }
  if (limit.is === 'none') throw new RangeError(`\`none\` is no value of ${parameter.id}`);
  return limit.value;
}

export function instrumentNamed(world: World, id: string): Instrument {
  const instrument = world.pack.instruments.find((one) => one.id === id);
  if (instrument === undefined) throw new RangeError(`no instrument ${id}`);
  return instrument;
}

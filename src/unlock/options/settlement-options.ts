import { isoFromDay } from '../../vocabulary/day.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { AS_ASSUMED } from '../../diagram/variables/other-variables.ts';
import { startDayIn, type StartVariable } from '../../diagram/variables/start-variables.ts';
import { withParts } from '../changed.ts';
import type { DayGround } from '../ground/day-ground.ts';
import type { Option, Topic } from './option.ts';
import { withSettled, settledAs } from './settled-pack.ts';

/** Gives the options of an open question as the ways in which it may be settled. */
export function readingOptions({ about: { id }, classes }: Variable): readonly Option[] {
  const topic: Topic = { kind: 'reading', id, source: 'settlement' };
  return classes.map(({ label }, klass) => ({
    topic,
    klass,
    values: [label],
    make: (changed) => withParts(changed, { readings: { ...changed.request.readings, [id]: label } }),
  }));
}

/** Gives the values that a text might turn out to give one of its parts; lengths of time are not among them. */
export function parameterOptions(
  { about: { id }, classes }: Variable,
  { pack }: DayGround,
): readonly Option[] {
  const topic: Topic = { kind: 'parameter', id, source: 'settlement' };
  return classes.flatMap(({ label }, klass): readonly Option[] => {
    const limit = label === AS_ASSUMED ? undefined : settledAs(pack, id, label);
    if (limit === undefined) return [];
    return [
      {
        topic,
        klass,
        values: [limit.inWords],
        make: (changed) => ({ ...changed, pack: withSettled(changed.pack, id, limit.limit) }),
      },
    ];
  });
}

/** Gives the days on which an instrument may turn out to have come into force. */
export function startOptions(variable: StartVariable, { request }: DayGround): readonly Option[] {
  const { instrument, classes, over } = variable;
  const topic: Topic = { kind: 'start', id: instrument.id, source: 'settlement' };
  return classes.flatMap((_, klass): readonly Option[] => {
    const day = startDayIn(variable, klass, request.date);
    if (day === undefined) return [];
    const hasBegun = over[klass] !== 0;
    return [
      {
        topic,
        klass,
        values: [hasBegun ? `in force from ${isoFromDay(day)}` : `not in force before ${isoFromDay(day)}`],
        make: (changed) => {
          const instruments = changed.pack.instruments.map((each) =>
            each.id === instrument.id ? { ...each, from: day, possiblyFrom: day } : each,
          );
          return { ...changed, pack: { ...changed.pack, instruments } };
        },
      },
    ];
  });
}

import { CLOCKS, SILENCES, type Clock, type Procedure, type Silence } from '../../pack/pack.ts';
import type { OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { limitOf, limitsLeft, openIdsOf, type Settlement } from '../settlement.ts';
import { endOf, type Length } from './first-right.ts';
import { NOTICE_CONTENTS_ID, type OpportunityRecord } from './opportunity-record.ts';

/** One open or settled element of the procedure: the values it may take, and the unknowns behind them. */
export interface Axis {
  readonly ids: readonly string[];
  readonly values: readonly AxisValue[];
}

export type AxisValue = Length | Clock | Silence | boolean;
/** The first four axes are clock, window, silence and release; after them comes one for each event. */
export const FIXED_AXES = 4;

/** Gives every element of a procedure and its record with the values that can make a difference on the record's days. */
export function axesOf(
  procedure: Procedure,
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
  settlement: Settlement,
): readonly Axis[] {
  const days = [...new Set([...events.map((event) => event.on), record.completeTo, record.to])];
  const within = lengths(procedure.within, settlement, () => turningLengths(daysOf(events, 'notice'), days));
  const releaseFor = lengths(procedure.releaseFor, settlement, () =>
    turningLengths(releaseStarts(events, within.values, record.completeTo), days),
  );
  const completeness = events.map((event) => completenessOf(event, procedure, settlement));
  return [
    choice(procedure.clock, CLOCKS, settlement),
    within,
    choice(procedure.silence, SILENCES, settlement),
    releaseFor,
    ...completeness,
  ];
}

function choice<T extends Clock | Silence>(
  parameter: Parameter<T>,
  all: readonly T[],
  settlement: Settlement,
): Axis {
  const limit = limitOf(parameter, settlement);
  const left = limit === undefined ? limitsLeft(parameter, settlement) : [limit];
  const values = left === undefined ? all : left.flatMap((each) => (each.is === 'none' ? all : [each.value]));
  return { ids: openIdsOf(parameter, settlement), values: [...new Set(values)] };
}

function lengths(
  parameter: Parameter<Duration>,
  settlement: Settlement,
  open: () => readonly number[],
): Axis {
  const limit = limitOf(parameter, settlement);
  const left = limit === undefined ? limitsLeft(parameter, settlement) : [limit];
  const values =
    left === undefined
      ? [...open(), Infinity]
      : left.map((each) => (each.is === 'none' ? Infinity : each.value));
  return { ids: openIdsOf(parameter, settlement), values: [...new Set(values)] };
}

/** Every length in days, counted from one of `starts`, at which one of `days` changes sides, and its neighbours. */
function turningLengths(starts: readonly Day[], days: readonly Day[]): readonly number[] {
  const lengthsFound = starts.flatMap((start) =>
    days.flatMap((day) => [day - start - 1, day - start, day - start + 1]),
  );
  return [...new Set([1, ...lengthsFound])].filter((length) => length >= 1 && length < Infinity);
}

/** A release begins with a decline, with the day after a window, or on a day without a record. */
function releaseStarts(
  events: readonly OpportunityEvent[],
  windows: readonly AxisValue[],
  completeTo: Day,
): readonly Day[] {
  const lengths = windows.filter((value) => typeof value === 'number' || typeof value === 'object');
  return [
    ...daysOf(events, 'decline'),
    ...daysOf(events, 'notice').flatMap((day) => lengths.map((length) => endOf(day, length) + 1)),
    completeTo + 1,
  ];
}

function daysOf(events: readonly OpportunityEvent[], kind: OpportunityEvent['is']): readonly Day[] {
  return events.flatMap((event) => (event.is === kind ? [event.on] : []));
}

function completenessOf(event: OpportunityEvent, procedure: Procedure, settlement: Settlement): Axis {
  if (event.is !== 'notice') return COMPLETE;
  const required = limitOf(procedure.requires, settlement);
  const { contains } = event;
  if (required === undefined) {
    return {
      ids: [
        ...openIdsOf(procedure.requires, settlement),
        ...(contains === undefined ? [NOTICE_CONTENTS_ID] : []),
      ],
      values: [true, false],
    };
  }
  if (required.is === 'none') return COMPLETE;
  if (contains === undefined) return { ids: [NOTICE_CONTENTS_ID], values: [true, false] };
  return { ids: [], values: [required.value.every((item) => contains.includes(item))] };
}

const COMPLETE: Axis = { ids: [], values: [true] };

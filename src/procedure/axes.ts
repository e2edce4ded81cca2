import { CLOCKS, SILENCES, type Clock, type Procedure, type Silence } from '../pack/procedure.ts';
import type { OpportunityEvent } from '../pack/request.ts';
import type { Duration } from '../vocabulary/duration.ts';
import type { Parameter } from '../vocabulary/stated.ts';
import { limitOf, limitsLeft, openIdsOf, type Settlement } from '../pack/settlement.ts';
import type { Length } from './first-right.ts';
import { NOTICE_CONTENTS_ID } from '../pack/unknown-ids.ts';
import type { OpportunityRecord } from './opportunity-record.ts';
import { releaseLengths, windowLengths } from './turning-lengths.ts';

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
  const within = lengths(procedure.within, settlement, () => windowLengths(events, record));
  const releaseFor = lengths(procedure.releaseFor.silent, settlement, () =>
    releaseLengths(events, record, within.values.filter(isLength)),
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
  open: () => readonly Length[],
): Axis {
  const limit = limitOf(parameter, settlement);
  const left = limit === undefined ? limitsLeft(parameter, settlement) : [limit];
  const values =
    left === undefined ? open() : left.map((each) => (each.is === 'none' ? Infinity : each.value));
  return { ids: openIdsOf(parameter, settlement), values: [...new Set(values)] };
}

function isLength(value: AxisValue): value is Length {
  return typeof value === 'number' || typeof value === 'object';
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

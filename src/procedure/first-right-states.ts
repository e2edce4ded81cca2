import type { Clock, Procedure, Silence } from '../pack/procedure.ts';
import type { OpportunityEvent } from '../pack/request.ts';
import type { Settlement } from '../pack/settlement.ts';
import { axesOf, FIXED_AXES, type Axis, type AxisValue } from './axes.ts';
import { afterEvent, stateOn, type Length, type State, type Terms } from './first-right.ts';
import { RECORD_ID } from '../pack/unknown-ids.ts';
import { hasUnrecordedDays, type OpportunityRecord } from './opportunity-record.ts';
import { statesReachable } from './unrecorded.ts';

/** Every state in which a first right may stand, the likeliest on the record first, and the unknowns behind them. */
export interface FirstRightStates {
  readonly states: readonly State[];
  readonly dependsOn: readonly string[];
}

/**
 * Finds the states of a first right on the day to which the record runs, over all values of what the procedure and the
 * record leave open. `tell` maps a state to what matters about it: unknowns that do not change that are not named.
 */
export function firstRightStates(
  holder: string,
  procedure: Procedure,
  record: OpportunityRecord,
  settlement: Settlement,
  tell: (state: State) => string,
): FirstRightStates {
  const events = record.events.filter((event) => !('party' in event) || event.party === holder);
  if (events.length === 0 && !hasUnrecordedDays(record))
    return { states: [{ is: 'must-offer' }], dependsOn: [] };
  const axes = axesOf(procedure, events, record, settlement);
  const cells = axes.length === 0 ? [] : cellsOf(axes);
  if (cells.length === 0) return everythingPossible(axes, record);
  const runs = cells.map((cell) => ({ cell, states: statesFor(cell, events, record) }));
  const recordOpen = recordMatters(runs, record, tell);
  return {
    states: distinct(runs.flatMap((run) => run.states)),
    dependsOn: [...idsThatMatter(axes, runs, recordOpen, tell), ...(recordOpen ? [RECORD_ID] : [])],
  };
}

type Cell = readonly AxisValue[];

interface Run {
  readonly cell: Cell;
  readonly states: readonly State[];
}

/** Beyond this many combinations of open values the states are not told apart. */
const MOST_CELLS = 20_000;

function cellsOf(axes: readonly Axis[]): readonly Cell[] {
  const count = axes.reduce((product, axis) => product * axis.values.length, 1);
  if (count > MOST_CELLS) return [];
  return axes.reduce<readonly Cell[]>(
    (cells, axis) => cells.flatMap((cell) => axis.values.map((value) => [...cell, value])),
    [[]],
  );
}

function statesFor(
  cell: Cell,
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
): readonly State[] {
  const [clock, within, silence, releaseFor] = cell as readonly [Clock, Length, Silence, Length];
  const terms: Terms = { clock, within, silence, releaseFor };
  const complete = (index: number): boolean => cell[FIXED_AXES + index] === true;
  const recorded = events.filter((event) => event.on <= record.completeTo);
  let state = stateOn(record.completeTo, recorded, terms, complete);
  let recordedTo = record.completeTo;
  // Between later events others may have happened: where those could matter, any state may hold.
  for (const [index, event] of events.entries()) {
    if (index < recorded.length) continue;
    if (statesReachable(state, recordedTo, event.on, terms).length > 1) {
      return [stateOn(record.to, events, terms, complete), ...ANY_STATE];
    }
    state = afterEvent(event, state, terms, () => complete(index));
    recordedTo = event.on - 1;
  }
  return statesReachable(state, recordedTo, record.to, terms);
}

/** Events recorded beyond the complete part of a record leave room for others between them: any state may hold. */
const ANY_STATE: readonly State[] = [
  { is: 'must-offer' },
  { is: 'exercised', on: Number.NaN },
  { is: 'released', from: Number.NaN, lastDay: Number.NaN },
];

function everythingPossible(axes: readonly Axis[], record: OpportunityRecord): FirstRightStates {
  const open = axes.filter((axis) => axis.values.length > 1).flatMap((axis) => axis.ids);
  return {
    states: ANY_STATE,
    dependsOn: [...new Set([...open, ...(hasUnrecordedDays(record) ? [RECORD_ID] : [])])],
  };
}

function distinct(states: readonly State[]): readonly State[] {
  const seen = new Map(states.map((state) => [Object.values(state).join(' '), state]));
  return [...seen.values()];
}

/**
 * An axis matters where two cells that differ in it alone tell different things. Where the record leaves days open,
 * every open axis may matter for some course of events on them.
 */
function idsThatMatter(
  axes: readonly Axis[],
  runs: readonly Run[],
  recordOpen: boolean,
  tell: (state: State) => string,
): readonly string[] {
  const open = axes.flatMap((axis, place) => (axis.values.length > 1 ? [{ axis, place }] : []));
  const matter = open.filter(({ place }) => recordOpen || differsAlong(place, runs, tell));
  return [...new Set(matter.flatMap(({ axis }) => axis.ids))];
}

function differsAlong(place: number, runs: readonly Run[], tell: (state: State) => string): boolean {
  const told = new Map<string, string>();
  return runs.some(({ cell, states }) => {
    const others = cell.map((value, index) => (index === place ? '' : JSON.stringify(value))).join(' ');
    const tale = taleOf(states, tell);
    const before = told.get(others);
    told.set(others, tale);
    return before !== undefined && before !== tale;
  });
}

function recordMatters(
  runs: readonly Run[],
  record: OpportunityRecord,
  tell: (state: State) => string,
): boolean {
  return hasUnrecordedDays(record) && runs.some(({ states }) => new Set(states.map(tell)).size > 1);
}

function taleOf(states: readonly State[], tell: (state: State) => string): string {
  return [...new Set(states.map(tell))].sort().join(' ');
}

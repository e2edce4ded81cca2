import type { Clock, Duration, Procedure, Silence } from '../../pack/pack.ts';
import { CLOCKS, SILENCES } from '../../pack/pack.ts';
import type { OpportunityEvent } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import { stateOn, type State, type Terms } from './first-right.ts';
import {
  hasUnrecordedDays,
  NOTICE_CONTENTS_ID,
  RECORD_ID,
  type OpportunityRecord,
} from './opportunity-record.ts';
import { limitOf, type Settlement } from '../clauses/settlement.ts';
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
  return {
    states: distinct(runs.flatMap((run) => run.states)),
    dependsOn: [...idsThatMatter(axes, runs, tell), ...recordMatters(runs, record, tell)],
  };
}

/** One open or settled element of the procedure: the values it may take, and its id where there are several. */
interface Axis {
  readonly id: string;
  readonly values: readonly AxisValue[];
}

type AxisValue = number | Clock | Silence | boolean;
type Cell = readonly AxisValue[];

interface Run {
  readonly cell: Cell;
  readonly states: readonly State[];
}

/** Beyond this many combinations of open values the states are not told apart. */
const MOST_CELLS = 20_000;

const FIXED_AXES = 4;

function axesOf(
  procedure: Procedure,
  events: readonly OpportunityEvent[],
  record: OpportunityRecord,
  settlement: Settlement,
): readonly Axis[] {
  const days = [...new Set([...events.map((event) => event.on), record.completeTo, record.to])];
  const within = lengths(procedure.within, settlement, () => differences(days));
  const releaseFor = lengths(procedure.releaseFor, settlement, () => releaseLengths(days, within.values));
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
  parameter: {
    readonly id: string;
    readonly stated: Procedure['clock']['stated'] | Procedure['silence']['stated'];
  },
  all: readonly T[],
  settlement: Settlement,
): Axis {
  const limit = limitOf<string>(parameter, settlement);
  const settled = all.filter((value) => limit?.is === 'set' && limit.value === value);
  return { id: parameter.id, values: settled.length === 0 ? all : settled };
}

function lengths(
  parameter: Procedure['within'],
  settlement: Settlement,
  open: () => readonly number[],
): Axis {
  const limit = limitOf(parameter, settlement);
  if (limit === undefined) return { id: parameter.id, values: [...open(), Infinity] };
  return { id: parameter.id, values: [limit.is === 'none' ? Infinity : daysOf(limit.value)] };
}

/** Gives a duration's length in days. */
export function daysOf({ count, unit }: Duration): number {
  return unit === 'weeks' ? count * 7 : count;
}

/** Every length in days at which some day of the record changes sides, and its neighbours. */
function differences(days: readonly Day[]): readonly number[] {
  const lengthsFound = days.flatMap((late) =>
    days.flatMap((early) => [late - early - 1, late - early, late - early + 1]),
  );
  return [...new Set([1, ...lengthsFound])].filter((length) => length >= 1).sort((one, other) => one - other);
}

function releaseLengths(days: readonly Day[], windows: readonly AxisValue[]): readonly number[] {
  const finite = windows.filter(
    (length): length is number => typeof length === 'number' && length !== Infinity,
  );
  return differences([
    ...new Set([...days, ...days.flatMap((day) => finite.map((length) => day + length + 1))]),
  ]);
}

function completenessOf(event: OpportunityEvent, procedure: Procedure, settlement: Settlement): Axis {
  if (event.is !== 'notice') return { id: NOTICE_CONTENTS_ID, values: [true] };
  const required = limitOf(procedure.requires, settlement);
  if (required === undefined) return { id: procedure.requires.id, values: [true, false] };
  if (required.is === 'none') return { id: NOTICE_CONTENTS_ID, values: [true] };
  const { contains } = event;
  if (contains === undefined) return { id: NOTICE_CONTENTS_ID, values: [true, false] };
  return { id: NOTICE_CONTENTS_ID, values: [required.value.every((item) => contains.includes(item))] };
}

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
  const [clock, within, silence, releaseFor] = cell as readonly [Clock, number, Silence, number];
  const terms: Terms = { clock, within, silence, releaseFor };
  const complete = (index: number): boolean => cell[FIXED_AXES + index] === true;
  const recorded = events.filter((event) => event.on <= record.completeTo);
  const recordedState = stateOn(record.completeTo, recorded, terms, complete);
  if (recorded.length === events.length)
    return statesReachable(recordedState, record.completeTo, record.to, terms);
  return [stateOn(record.to, events, terms, complete), ...ANY_STATE];
}

/** Events recorded beyond the complete part of a record leave room for others between them: any state may hold. */
const ANY_STATE: readonly State[] = [
  { is: 'must-offer' },
  { is: 'exercised', on: Number.NaN },
  { is: 'released', from: Number.NaN, lastDay: Number.NaN },
];

function everythingPossible(axes: readonly Axis[], record: OpportunityRecord): FirstRightStates {
  const open = axes.filter((axis) => axis.values.length > 1).map((axis) => axis.id);
  return {
    states: ANY_STATE,
    dependsOn: [...new Set([...open, ...(hasUnrecordedDays(record) ? [RECORD_ID] : [])])],
  };
}

function distinct(states: readonly State[]): readonly State[] {
  const seen = new Map(states.map((state) => [JSON.stringify(state), state]));
  return [...seen.values()];
}

/** An axis matters where two cells that differ in it alone tell different things. */
function idsThatMatter(
  axes: readonly Axis[],
  runs: readonly Run[],
  tell: (state: State) => string,
): readonly string[] {
  const ids = axes
    .filter((axis, place) => axis.values.length > 1 && differsAlong(place, runs, tell))
    .map((axis) => axis.id);
  return [...new Set(ids)];
}

function differsAlong(place: number, runs: readonly Run[], tell: (state: State) => string): boolean {
  const told = new Map<string, string>();
  return runs.some(({ cell, states }) => {
    const others = cell.map((value, index) => (index === place ? '' : String(value))).join(' ');
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
): readonly string[] {
  const matters = hasUnrecordedDays(record) && runs.some(({ states }) => taleOf(states, tell).includes(' '));
  return matters ? [RECORD_ID] : [];
}

function taleOf(states: readonly State[], tell: (state: State) => string): string {
  return [...new Set(states.map(tell))].sort().join(' ');
}

import type { Instrument } from '../../pack/pack.ts';
import { startVariableOf, type StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Day } from '../../vocabulary/day.ts';
import { dayAt, type Offset } from '../../vocabulary/offset.ts';
import { bothSides, SIDES, type Compared, type Side, type Sided } from '../sides.ts';

/** The uncertain start of an instrument as both sides see it; each class is what either side makes of one start. */
export interface JointStart {
  readonly views: Sided<StartVariable | undefined>;
  /** The classes that some first day gives on a date. */
  readonly possibleOn: (date: Day) => readonly boolean[];
  /** The class on a date of the start that comes with the day from which it is certain. */
  readonly certainOn: (date: Day) => number;
  /** Days on which the classes that are possible change. */
  readonly turns: readonly Day[];
}

/** Gives the starts that are uncertain on either side, by the instrument's id. */
export function jointStarts(compared: Compared): ReadonlyMap<string, JointStart> {
  const { packs } = compared;
  const ids = new Set(SIDES.flatMap((side) => packs[side].instruments.filter(isBanded).map(({ id }) => id)));
  return new Map([...ids].map((id) => [id, jointStart(id, compared)]));
}

function isBanded({ possiblyFrom, from }: Instrument): boolean {
  return possiblyFrom < from;
}

interface Band {
  readonly own: StartVariable;
  readonly instrument: Instrument;
  readonly tails: readonly Offset[];
  /** The day on which this side is asked, where that is fixed. */
  readonly day: Day | undefined;
}

function jointStart(id: string, { packs, days }: Compared): JointStart {
  const bands = bothSides((side): Band | undefined => {
    const instrument = packs[side].instruments.find((each) => each.id === id);
    const own = instrument === undefined ? undefined : startVariableOf(instrument, packs[side]);
    if (instrument === undefined || own === undefined) return undefined;
    return { own, instrument, tails: own.tails, day: days?.[side] };
  });
  const starts = startsOf(bands);
  const dates = datesOf(bands, starts);
  const vectorOf = (date: Day, start: Day): string =>
    SIDES.map((side) => String(overIn(bands[side], date, start))).join(' ');
  const vectors = [
    ...new Set(dates.flatMap((date) => starts.map((start) => vectorOf(date, start)))),
  ].toSorted();
  const possibleOn = (date: Day): readonly boolean[] => {
    const found = new Set(starts.map((start) => vectorOf(date, start)));
    return vectors.map((vector) => found.has(vector));
  };
  return {
    views: bothSides((side) => viewOf(bands[side], vectors, side)),
    possibleOn,
    certainOn: (date) => vectors.indexOf(vectorOf(date, Math.max(...starts))),
    turns: turnsOf(dates, possibleOn),
  };
}

/** Bands longer than this are taken at so many of their days. */
const MOST_DAYS = 400;

/** First days to tell apart: those of both bands together. */
function startsOf(bands: Sided<Band | undefined>): readonly Day[] {
  const both = SIDES.flatMap((side) => bands[side]?.instrument ?? []);
  const first = Math.min(...both.map(({ possiblyFrom }) => possiblyFrom));
  const last = Math.max(...both.map(({ from }) => from));
  const step = Math.max(1, Math.ceil((last - first) / MOST_DAYS));
  const steps = Array.from(
    { length: Math.floor((last - first) / step) + 1 },
    (_, place) => first + place * step,
  );
  const bounds = both.flatMap(({ possiblyFrom, from }) => [possiblyFrom, from]);
  return [...new Set([...steps, ...bounds])];
}

/** Dates between which the sides make the same of every start. */
function datesOf(bands: Sided<Band | undefined>, starts: readonly Day[]): readonly Day[] {
  const turns = SIDES.flatMap((side) => {
    const band = bands[side];
    if (band === undefined) return [];
    if (band.day !== undefined) return [band.day];
    return band.tails.flatMap((tail) => starts.map((start) => dayAt(within(band, start), tail)));
  });
  const days = turns.filter(Number.isFinite);
  return [...new Set(days.flatMap((turn) => [turn - 1, turn]))].toSorted((one, other) => one - other);
}

/** A first day that one side holds impossible is for it the nearest that it holds possible. */
function within({ instrument }: Band, start: Day): Day {
  return Math.min(Math.max(start, instrument.possiblyFrom), instrument.from);
}

/** The tails after a start that are over on a date, as bits. */
function overIn(band: Band | undefined, date: Day, start: Day): number {
  if (band === undefined) return 0;
  const asked = band.day ?? date;
  const own = within(band, start);
  return band.tails.reduce(
    (bits, tail, place) => (dayAt(own, tail) <= asked ? bits | (1 << place) : bits),
    0,
  );
}

function viewOf(band: Band | undefined, vectors: readonly string[], side: Side): StartVariable | undefined {
  if (band === undefined) return undefined;
  const over = vectors.map((vector) => Number(vector.split(' ')[SIDES.indexOf(side)]));
  const classes = over.map((bits) => ({ label: (bits & 1) === 0 ? 'not started' : 'started' }));
  return { ...band.own, classes, over };
}

function turnsOf(dates: readonly Day[], possibleOn: (date: Day) => readonly boolean[]): readonly Day[] {
  const texts = dates.map((date) => possibleOn(date).join());
  return dates.filter((_, place) => place > 0 && texts[place] !== texts[place - 1]);
}

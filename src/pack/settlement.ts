import type { Instrument, Pack } from './pack.ts';
import { parametersIn } from './parameters-in.ts';
import type { Request } from './request.ts';
import type { Day } from '../vocabulary/day.ts';
import type { Limit, Parameter, Stated } from '../vocabulary/stated.ts';

/** Which readings and assumed values an evaluation takes; everything else that is not stated is open. */
export interface Settlement {
  /** Option taken for each settled reading. */
  readonly readings: ReadonlyMap<string, string>;
  /** Ids of assumed parameters that are treated as unknown. */
  readonly opened: ReadonlySet<string>;
  /** Instruments of which the start is taken to lie within part of their band. */
  readonly starts: ReadonlyMap<string, Band>;
  /**
   * How the question that a clause asks of a value is taken to come out, by the parameter's id: whether the comparison
   * with it holds, its day is reached, its time is over, it counts the candidate. It matters only where the value is open.
   * Whether a day has come that a calendar does not tell is such a question too, by `uncoveredId`.
   */
  readonly questions: ReadonlyMap<string, boolean>;
}

/** Days between which something lies, both included. */
export interface Band {
  readonly earliest: Day;
  readonly latest: Day;
}

/** Gives the settlement a request asks for: its own readings first, then those the pack assumes. */
export function settlementAsStated(pack: Pack, request: Pick<Request, 'readings'>): Settlement {
  const readings = new Map<string, string>();
  for (const reading of pack.readings) {
    const taken = Object.hasOwn(request.readings, reading.id)
      ? request.readings[reading.id]
      : reading.assumed?.option;
    if (taken !== undefined) readings.set(reading.id, taken);
  }
  return { readings, opened: new Set(), starts: new Map(), questions: new Map() };
}

/** What is settled for many requests at once: readings by id, and whether assumed values are taken or left open. */
export interface Settled {
  readonly readings?: Readonly<Record<string, string>>;
  /** `open` treats every assumed value, and every reading not given here, as unknown. */
  readonly assumptions?: 'as-stated' | 'open';
  /** Ids of single assumed values that are treated as unknown. */
  readonly opened?: readonly string[];
}

/** Gives the settlement for many requests at once: the readings given, then, unless all is left open, what the pack assumes. */
export function settlementFor(
  pack: Pack,
  { readings = {}, assumptions = 'as-stated', opened = [] }: Settled = {},
): Settlement {
  refuseUndeclared(pack, readings, opened);
  const stated = settlementAsStated(pack, { readings: assumptions === 'open' ? {} : readings });
  if (assumptions === 'as-stated') return withOpened(stated, opened);
  const everything = [...pack.readings, ...parametersIn(pack)].map(({ id }) => id);
  const open = withOpened(stated, everything);
  return { ...open, readings: new Map(Object.entries(readings)) };
}

/** Throws a `RangeError` for a reading, an option or a parameter that the pack does not have. */
function refuseUndeclared(
  pack: Pack,
  readings: Readonly<Record<string, string>>,
  opened: readonly string[],
): void {
  for (const [id, option] of Object.entries(readings)) {
    const reading = pack.readings.find((each) => each.id === id);
    if (reading === undefined) throw new RangeError(`the pack has no reading \`${id}\``);
    if (!reading.options.some((each) => each.id === option))
      throw new RangeError(`reading \`${id}\` has no option \`${option}\``);
  }
  if (opened.length === 0) return;
  const known = new Set([...pack.readings, ...parametersIn(pack)].map(({ id }) => id));
  const stray = opened.find((id) => !known.has(id));
  if (stray !== undefined) throw new RangeError(`the pack has no reading or parameter \`${stray}\``);
}

/** Gives the settlement with a reading taken to be `option`. */
export function withReading(settlement: Settlement, id: string, option: string): Settlement {
  return { ...settlement, readings: new Map(settlement.readings).set(id, option) };
}

/** Gives the settlement with the readings and assumed parameters of these ids opened. */
export function withOpened(settlement: Settlement, ids: Iterable<string>): Settlement {
  const opened = new Set([...settlement.opened, ...ids]);
  const readings = new Map([...settlement.readings].filter(([id]) => !opened.has(id)));
  return { ...settlement, readings, opened };
}

/** Gives the settlement with an instrument taken to have started on a day between two. */
export function withStart(settlement: Settlement, instrument: string, band: Band): Settlement {
  return { ...settlement, starts: new Map(settlement.starts).set(instrument, band) };
}

/** Gives the settlement with the question asked of an open value taken to come out so. */
export function withQuestion(settlement: Settlement, parameter: string, holds: boolean): Settlement {
  return { ...settlement, questions: new Map(settlement.questions).set(parameter, holds) };
}

/** Gives the days between which an instrument starts under the settlement; one day where that is certain. */
export function startOf({ id, possiblyFrom, from }: Instrument, { starts }: Settlement): Band {
  return starts.get(id) ?? { earliest: possiblyFrom, latest: from };
}

/** Gives the limit that a parameter stands for under the settlement; `undefined` where it is unknown. */
export function limitOf<T>(parameter: Parameter<T>, settlement: Settlement): Limit<T> | undefined {
  const { stated } = parameter;
  switch (stated.is) {
    case 'set':
    case 'none':
      return stated;
    case 'unknown':
      return undefined;
    case 'assumed':
      return settlement.opened.has(parameter.id) ? undefined : stated.limit;
    case 'by-reading':
      return limitRead(stated, settlement.readings.get(stated.reading));
  }
}

function limitRead<T>({ of }: ByReading<T>, option: string | undefined): Limit<T> | undefined {
  const given = option === undefined || !Object.hasOwn(of, option) ? undefined : of[option];
  return given?.is === 'unknown' ? undefined : given;
}

type ByReading<T> = Extract<Stated<T>, { is: 'by-reading' }>;

/** Names the unknowns that leave a parameter open: the reading it hangs on, and the parameter where an option gives none. */
export function openIdsOf({ id, stated }: Parameter<unknown>, settlement: Settlement): readonly string[] {
  if (stated.is !== 'by-reading' || settlement.readings.has(stated.reading)) return [id];
  const leavesOpen = Object.values(stated.of).some((limit) => limit.is === 'unknown');
  return leavesOpen ? [stated.reading, id] : [stated.reading];
}

/** Gives the limits between which an open reading leaves a parameter; `undefined` where it may be anything. */
export function limitsLeft<T>(
  { stated }: Parameter<T>,
  settlement: Settlement,
): readonly Limit<T>[] | undefined {
  if (stated.is !== 'by-reading' || settlement.readings.has(stated.reading)) return undefined;
  const given = Object.values(stated.of);
  const limits = given.flatMap((limit) => (limit.is === 'unknown' ? [] : [limit]));
  return limits.length === given.length ? limits : undefined;
}

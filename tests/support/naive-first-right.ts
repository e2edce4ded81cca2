import type { Day } from '../../src/vocabulary/day.ts';
import type { Duration } from '../../src/vocabulary/duration.ts';
import type { Clock, Procedure, Silence } from '../../src/pack/procedure.ts';
import type { Parameter } from '../../src/vocabulary/stated.ts';
import { limitOf, type World } from './naive-world.ts';

/** How far one first right has come on one day. Once exercised, signed too early or signed in time, it stays so. */
export type Stage =
  | { readonly is: 'to-offer' | 'unanswered' | 'exercised' | 'signed-early' | 'signed-in-time' }
  | { readonly is: 'window'; readonly notice: Day }
  | { readonly is: 'released'; readonly last: Day };

/** An event as a right sees it: answers and notices of its own holder, the contents of a notice always given. */
export type Happening =
  | { readonly is: 'notice'; readonly party: string; readonly contains: readonly string[] }
  | { readonly is: 'decline' | 'exercise'; readonly party: string }
  | { readonly is: 'signature' };

/** The terms of a procedure, each given a value when it is first asked for. */
export interface Terms {
  readonly holder: string;
  readonly requires: () => readonly string[];
  readonly clock: () => Clock;
  /** The last day of the window for a notice received on a day. */
  readonly lastOfWindow: (notice: Day) => Day;
  readonly silence: () => Silence;
  /** The last day of a release that began on a day. */
  readonly lastOfRelease: (first: Day) => Day;
}

/** `longest` is a duration that outlasts every day that matters; `contents` every word that a notice may have to contain. */
export function termsOf(
  world: World,
  { procedure, holder }: { readonly procedure: Procedure; readonly holder: string },
  { longest, contents }: { readonly longest: number; readonly contents: readonly string[] },
): Terms {
  const stated = <T, V>(
    parameter: Parameter<T>,
    alternatives: () => readonly V[],
    given: (value: T | 'none') => V,
  ): V => {
    const limit = limitOf(world, parameter);
    if (limit !== undefined) return given(limit.is === 'none' ? 'none' : limit.value);
    return world.choose({ key: `parameter ${parameter.id}`, reportedAs: parameter.id }, alternatives());
  };
  const lengths = (): Duration[] =>
    Array.from({ length: longest }, (_, index) => ({ count: index + 1, unit: 'calendar-days' }));
  const asGiven = (duration: Duration | 'none'): Duration | 'none' => duration;
  return {
    holder,
    requires: () =>
      stated(
        procedure.requires,
        () => subsets(contents),
        (value) => (value === 'none' ? [] : value),
      ),
    clock: () =>
      stated<Clock, Clock>(procedure.clock, () => ['complete-notice-received', 'notice-received'], required),
    lastOfWindow: (notice) =>
      lastDay(notice, stated<Duration, Duration | 'none'>(procedure.within, lengths, asGiven)),
    silence: () =>
      stated<Silence, Silence>(
        procedure.silence,
        () => ['releases', 'declines', 'does-not-release'],
        required,
      ),
    lastOfRelease: (first) =>
      lastDay(first, stated<Duration, Duration | 'none'>(procedure.releaseFor, lengths, asGiven)),
  };
}

function required<T>(value: T | 'none'): T {
  if (value === 'none') throw new RangeError('`none` is not among the values of this part of a procedure');
  return value;
}

/** The day counted from is excluded, the last included; a month ends on the same day of the month, or on its last. */
function lastDay(from: Day, duration: Duration | 'none'): Day {
  if (duration === 'none') return Number.POSITIVE_INFINITY;
  const { count, unit } = duration;
  if (unit === 'calendar-days' || unit === 'weeks') return from + (unit === 'weeks' ? 7 * count : count);
  const start = new Date(from * MILLISECONDS_A_DAY);
  const month = start.getUTCMonth() + (unit === 'years' ? 12 * count : count);
  const lastOfMonth = new Date(Date.UTC(start.getUTCFullYear(), month + 1, 0)).getUTCDate();
  const dayOfMonth = Math.min(start.getUTCDate(), lastOfMonth);
  return Date.UTC(start.getUTCFullYear(), month, dayOfMonth) / MILLISECONDS_A_DAY;
}

const MILLISECONDS_A_DAY = 24 * 60 * 60 * 1000;

export function subsets<T>(of: readonly T[]): T[][] {
  return of.reduce<T[][]>((sets, item) => [...sets, ...sets.map((set) => [...set, item])], [[]]);
}

/** The stage in which a day begins: the day after the window is where silence takes effect. */
export function atStartOf(day: Day, stage: Stage, terms: Terms): Stage {
  if (stage.is === 'released') return day > stage.last ? { is: 'to-offer' } : stage;
  if (stage.is !== 'window') return stage;
  const last = terms.lastOfWindow(stage.notice);
  if (day <= last) return stage;
  if (terms.silence() === 'does-not-release') return { is: 'unanswered' };
  return { is: 'released', last: terms.lastOfRelease(last + 1) };
}

/** Events mean something while the holder is to be asked or to answer; once it is decided, only a signature does. */
export function after(event: Happening, day: Day, stage: Stage, terms: Terms): Stage {
  if (event.is === 'signature') return afterSignature(stage);
  if (event.party !== terms.holder) return stage;
  if (stage.is === 'to-offer') {
    return event.is === 'notice' && startsTheWindow(event.contains, terms)
      ? { is: 'window', notice: day }
      : stage;
  }
  if (stage.is !== 'window' && stage.is !== 'unanswered') return stage;
  if (event.is === 'decline') return { is: 'released', last: terms.lastOfRelease(day) };
  return event.is === 'exercise' ? { is: 'exercised' } : stage;
}

function startsTheWindow(contains: readonly string[], terms: Terms): boolean {
  return terms.requires().every((part) => contains.includes(part)) || terms.clock() === 'notice-received';
}

/** In time only while the right is released; whatever is sent to the holder afterwards does not mend it. */
function afterSignature(stage: Stage): Stage {
  if (stage.is === 'released') return { is: 'signed-in-time' };
  const isOpen = stage.is === 'to-offer' || stage.is === 'window' || stage.is === 'unanswered';
  return isOpen ? { is: 'signed-early' } : stage;
}

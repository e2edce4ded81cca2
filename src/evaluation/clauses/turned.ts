import { instrumentOf } from '../../pack/lookup.ts';
import type { Anchor, AnchorBase, CountedLength, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { limitOf, openIdsOf, startOf, type Settlement } from '../../pack/settlement.ts';
import { stepsOf, type Turning } from '../../pack/turnings.ts';
import { calendarId, startId, uncoveredId } from '../../pack/unknown-ids.ts';
import type { Day } from '../../vocabulary/day.ts';
import { anyOf, type Finding } from '../../vocabulary/finding.ts';
import { calendarIn, dayAt, offsetsOf, type Step } from '../../vocabulary/offset.ts';

/** Whether a day has come, and the unknowns on which that depends. */
export interface Turned {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
}

/** What a day is compared with. */
export interface Today {
  readonly pack: Pack;
  readonly request: Pick<Request, 'date' | 'facts'>;
  readonly settlement: Settlement;
}

/**
 * Finds whether the day on which a clause begins or ends has come, and some counts after it have passed. `place` tells
 * apart what has to be known of calendars.
 */
export function turnedOn(turning: Turning, tail: readonly Step[], place: string, today: Today): Turned {
  const at = { ...today, place };
  if (turning.is === 'counted')
    return anyTurned(turning.anchors.map((anchor) => counted(anchor, turning.length, tail, at)));
  const { settlement } = today;
  const limit = limitOf(turning.day, settlement);
  if (limit?.is === 'none') return NOT_YET;
  if (limit?.is === 'set') return reached({ is: 'day', day: limit.value }, tail, at);
  return asTaken(settlement.questions.get(turning.day.id), openIdsOf(turning.day, settlement));
}

/** What is compared with a day, and where. */
interface Place extends Today {
  readonly place: string;
}

/** How a question that is open has been taken to come out. */
function asTaken(holds: boolean | undefined, open: readonly string[]): Turned {
  if (holds === undefined) return { finding: 'unknown', dependsOn: open };
  return holds ? COME : NOT_YET;
}

const COME: Turned = { finding: 'met', dependsOn: [] };
const NOT_YET: Turned = { finding: 'not-met', dependsOn: [] };

/** Finds whether one of several days has come. */
export function anyTurned(each: readonly Turned[]): Turned {
  const finding = anyOf(each.map((one) => one.finding));
  const open = each.flatMap((one) => (one.finding === 'unknown' ? one.dependsOn : []));
  return { finding, dependsOn: finding === 'unknown' ? [...new Set(open)] : [] };
}

/** Where a length is not known, the day lies after its anchor or before it all the same. */
function counted(
  { base, steps }: Anchor,
  length: CountedLength | undefined,
  tail: readonly Step[],
  today: Place,
): Turned {
  if (length === undefined) return reached(base, [...steps, ...tail], today);
  const { settlement } = today;
  const limit = limitOf(length.period, settlement);
  if (limit?.is === 'set') return reached(base, [...steps, ...stepsOf(length, limit.value), ...tail], today);
  if (limit !== undefined) return NOT_YET;
  const anchor = reached(base, [...steps, ...tail], today);
  const isAfter = length.towards === 'after';
  if (anchor.finding === (isAfter ? 'not-met' : 'met')) return anchor;
  const holds = settlement.questions.get(length.period.id);
  if (holds !== undefined) return holds === isAfter ? anchor : asTaken(holds, []);
  return { finding: 'unknown', dependsOn: [...anchor.dependsOn, ...openIdsOf(length.period, settlement)] };
}

function reached(base: AnchorBase, steps: readonly Step[], today: Place): Turned {
  switch (base.is) {
    case 'day':
      return passed(base.day, steps, today);
    case 'start':
      return started(base.instrument, steps, today);
    case 'event':
    case 'date': {
      const { facts } = today.request;
      const value = Object.hasOwn(facts, base.fact) ? facts[base.fact] : undefined;
      if (value === undefined) return { finding: 'unknown', dependsOn: [base.fact] };
      return typeof value === 'number' ? passed(value, steps, today) : NOT_YET;
    }
  }
}

/** Whether the day at the end of some counts has come. */
function passed(from: Day, steps: readonly Step[], { request, settlement, place }: Place): Turned {
  const days = offsetsOf(steps).map((offset) => dayAt(from, offset));
  if (days.every((day) => day <= request.date)) return COME;
  if (days.every((day) => day > request.date)) return NOT_YET;
  const calendar = calendarIn(steps);
  if (calendar === undefined) return { finding: 'unknown', dependsOn: [] };
  return asTaken(settlement.questions.get(uncoveredId(calendar, place)), [calendarId(calendar)]);
}

function started(id: string, steps: readonly Step[], today: Place): Turned {
  const instrument = instrumentOf(today.pack, id);
  const band = startOf(instrument, today.settlement);
  const [earliest, latest] = [passed(band.earliest, steps, today), passed(band.latest, steps, today)];
  if (earliest.finding === latest.finding && earliest.finding !== 'unknown') return latest;
  const open = band.earliest === band.latest ? [] : [startId(instrument)];
  return { finding: 'unknown', dependsOn: [...open, ...earliest.dependsOn, ...latest.dependsOn] };
}

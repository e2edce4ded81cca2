import { instrumentOf } from '../../pack/lookup.ts';
import type { Anchor, AnchorBase, CountedLength, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { limitOf, openIdsOf, type Settlement } from '../../pack/settlement.ts';
import { stepsOf, type Turning } from '../../pack/turnings.ts';
import { calendarId, startId } from '../../pack/unknown-ids.ts';
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

/** Finds whether the day on which a clause begins or ends has come, and some counts after it have passed. */
export function turnedOn(turning: Turning, tail: readonly Step[], today: Today): Turned {
  if (turning.is === 'stated') {
    const limit = limitOf(turning.day, today.settlement);
    if (limit === undefined)
      return { finding: 'unknown', dependsOn: openIdsOf(turning.day, today.settlement) };
    return limit.is === 'none' ? NOT_YET : reached({ is: 'day', day: limit.value }, tail, today);
  }
  return anyTurned(turning.anchors.map((anchor) => counted(anchor, turning.length, tail, today)));
}

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
  today: Today,
): Turned {
  if (length === undefined) return reached(base, [...steps, ...tail], today);
  const limit = limitOf(length.period, today.settlement);
  if (limit?.is === 'set') return reached(base, [...steps, ...stepsOf(length, limit.value), ...tail], today);
  if (limit !== undefined) return NOT_YET;
  const anchor = reached(base, [...steps, ...tail], today);
  if (anchor.finding === (length.towards === 'after' ? 'not-met' : 'met')) return anchor;
  return {
    finding: 'unknown',
    dependsOn: [...anchor.dependsOn, ...openIdsOf(length.period, today.settlement)],
  };
}

function reached(base: AnchorBase, steps: readonly Step[], today: Today): Turned {
  const { date, facts } = today.request;
  switch (base.is) {
    case 'day':
      return passed(base.day, steps, date);
    case 'start':
      return started(base.instrument, steps, today);
    case 'event':
    case 'date': {
      const value = Object.hasOwn(facts, base.fact) ? facts[base.fact] : undefined;
      if (value === undefined) return { finding: 'unknown', dependsOn: [base.fact] };
      return typeof value === 'number' ? passed(value, steps, date) : NOT_YET;
    }
  }
}

/** Whether the day at the end of some counts has come. */
function passed(from: Day, steps: readonly Step[], date: Day): Turned {
  const days = offsetsOf(steps).map((offset) => dayAt(from, offset));
  if (days.every((day) => day <= date)) return { finding: 'met', dependsOn: [] };
  if (days.every((day) => day > date)) return NOT_YET;
  const calendar = calendarIn(steps);
  return { finding: 'unknown', dependsOn: calendar === undefined ? [] : [calendarId(calendar)] };
}

/** Within the band of an instrument it may be settled whether it had started, but not how long ago. */
function started(id: string, steps: readonly Step[], { pack, request, settlement }: Today): Turned {
  const instrument = instrumentOf(pack, id);
  const { from, possiblyFrom } = instrument;
  const [earliest, latest] = [passed(possiblyFrom, steps, request.date), passed(from, steps, request.date)];
  if (earliest.finding === latest.finding && earliest.finding !== 'unknown') return latest;
  const taken = steps.length === 0 ? settlement.starts.get(id) : undefined;
  if (taken !== undefined) return { finding: taken ? 'met' : 'not-met', dependsOn: [] };
  const band = possiblyFrom === from ? [] : [startId(instrument)];
  return { finding: 'unknown', dependsOn: [...band, ...earliest.dependsOn, ...latest.dependsOn] };
}

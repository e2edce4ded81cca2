import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import { dayAt, type Offset } from '../../vocabulary/offset.ts';
import { dateVariable } from '../compile/date-variable.ts';
import { classesOfOpenEvent } from '../variables/event-domain.ts';
import { factVariablesOf } from '../variables/fact-variables.ts';
import { startTurns, startVariableOf } from '../variables/start-variables.ts';
import type { Reach } from './reach.ts';
import { changesOver } from './changes-over.ts';
import { turnsOfMeasures } from './turns-of-measures.ts';
import { turnsOfRecord, type Openness } from './turns-of-record.ts';

/**
 * Gives the days of a span on which the answer to a request may differ from that of the day before, in order, the first day
 * among them: what turns in the pack, and what the request itself makes turn. On some of them nothing changes.
 */
export function turnsOfDate(pack: Pack, request: Request, span: Reach, openness: Openness): readonly Day[] {
  const ofPack = [...dateVariable(pack).turns, ...bandTurns(pack), ...turnsOfKnownDays(pack, request)];
  const days = [
    ...ofPack,
    ...Object.values(request.elections ?? {}).filter((day) => typeof day === 'number'),
    ...Object.values(request.assessedBy ?? {}).map(({ on }) => on),
    ...turnsOfOpenDays(pack, request, span),
    ...turnsOfMeasures(pack, request, span),
    ...turnsOfRecord(pack, request, ofPack, openness, span),
  ];
  const within = days.filter((day) => span.from < day && day <= span.to);
  return [span.from, ...[...new Set(within)].toSorted((one, other) => one - other)];
}

/** Which tails after a start may be over together can hang on the day of the band that it was. */
function bandTurns(pack: Pack): readonly Day[] {
  return pack.instruments.flatMap((instrument) => {
    const variable = startVariableOf(instrument, pack);
    if (variable === undefined || variable.tails.every(isOfOneLength)) return [];
    return startTurns(variable);
  });
}

/** Days that are counted from those that the request states. */
function turnsOfKnownDays(pack: Pack, { facts }: Request): readonly Day[] {
  return [...factVariablesOf(pack).values()].flatMap(({ about, domain }) => {
    const day = Object.hasOwn(facts, about.id) ? facts[about.id] : undefined;
    if (domain.is !== 'event' || typeof day !== 'number') return [];
    return domain.tails.map((tail) => dayAt(day, tail));
  });
}

/** Of an event that is not known, which tails may be over together can hang on the months and holidays since. */
function turnsOfOpenDays(pack: Pack, { facts }: Request, span: Reach): readonly Day[] {
  return [...factVariablesOf(pack).values()].flatMap(({ about, domain }) => {
    if (domain.is !== 'event' || Object.hasOwn(facts, about.id) || domain.tails.every(isOfOneLength))
      return [];
    return changesOver(span, (day) => classesOfOpenEvent(domain, day).join());
  });
}

/** Days and weeks are as long wherever they are counted. */
function isOfOneLength({ steps }: Offset): boolean {
  return steps.every(({ by }) => by.unit === 'calendar-days' || by.unit === 'weeks');
}

import type { EventDomain } from '../../diagram/variables/event-domain.ts';
import { latestDays } from '../../diagram/variables/event-domain.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { factOf } from '../../pack/lookup.ts';
import type { FactType } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAt } from '../../vocabulary/offset.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { RequestDocument } from '../finding.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';
import { dealRecord } from './deal-record.ts';
import type { Point } from './point.ts';

/** Writes a case as a request; `undefined` where no request can say what it asks for. */
export function requestDocument(
  open: OpenPack,
  of: Pick<OpenAct, 'actor' | 'act' | 'candidate'>,
  point: Point,
): RequestDocument | undefined {
  const date = dayOf(open, point);
  const parts: Parts = { facts: {}, assessments: {}, readings: {}, elections: {}, designees: {} };
  let through: string | undefined;
  for (const [level, klass] of point) {
    const variable = open.variables[level];
    if (variable === undefined) continue;
    if (variable.about.is === 'through' && klass === 1) through = variable.about.id;
    else if (!write(open, { variable, klass, date, candidate: of.candidate }, parts)) return undefined;
  }
  const opportunity = dealRecord(open, point, { candidate: of.candidate, date });
  const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return {
    actor: of.actor,
    date: isoFromDay(date),
    acts: [of.act],
    providers: [of.candidate],
    ...Object.fromEntries(filled),
    ...(through !== undefined && { through }),
    ...(opportunity !== undefined && { opportunity }),
  };
}

/** The day of a case; the last on which anything turns, where it may be any. */
function dayOf({ variables, date }: OpenPack, point: Point): Day {
  const klass = point.get(variables.indexOf(date)) ?? date.classes.length - 1;
  return Number(date.classes[klass]?.sample ?? 0);
}

type Part = 'facts' | 'assessments' | 'readings' | 'elections' | 'designees';
type Parts = Record<Part, Record<string, unknown>>;

interface Entry {
  readonly variable: Variable;
  readonly klass: number;
  readonly date: Day;
  readonly candidate: string;
}

/** Adds what an entry says to the parts of a request; false where there are no words for it. */
function write(open: OpenPack, entry: Entry, parts: Parts): boolean {
  const { variable, klass, date, candidate } = entry;
  const { is, id } = variable.about;
  if (is === 'fact') return writeFact(open, entry, parts);
  if (is === 'reading') parts.readings[id] = variable.classes[klass]?.label;
  if (is === 'election') parts.elections[id] = klass === 0 ? isoFromDay(date) : 'not-made';
  if (is !== 'designee' || klass === 0) return true;
  parts.designees[id] = [candidate];
  return open.pack.parties.some((party) => party.id === candidate);
}

function writeFact({ pack }: OpenPack, { variable, klass, date }: Entry, parts: Parts): boolean {
  const { id } = variable.about;
  const { type } = factOf(pack, id);
  const { domain } = variable as FactVariable;
  const value = domain.is === 'event' ? dayOfEvent(domain, klass, date) : domain.classes[klass]?.sample;
  if (value === undefined) return false;
  if (type.is === 'assessment') {
    parts.assessments[id] = { finding: value, by: 'witness', on: isoFromDay(date) };
  } else parts.facts[id] = written(value, type);
  return true;
}

function written(value: Scalar, type: FactType): unknown {
  const isDay = (type.is === 'date' || type.is === 'event') && typeof value === 'number';
  return isDay ? isoFromDay(value) : value;
}

/** A day on which the event must have happened for just those tails to be over on the date. */
function dayOfEvent(domain: EventDomain, klass: number, date: Day): Scalar | undefined {
  const { day = '', over = 0 } = domain.classes[klass] ?? {};
  if (day === 'not-yet') return day;
  if (!day.startsWith('#')) return Number(day);
  if (over === 0) return date + 1;
  return latestDays(domain, date).find((on) => overOn(domain, on, date) === over);
}

function overOn({ tails }: EventDomain, on: Day, date: Day): number {
  return tails.reduce((bits, tail, place) => (dayAt(on, tail) <= date ? bits | (1 << place) : bits), 0);
}

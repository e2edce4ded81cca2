import { latestDays, NOT_YET, type EventDomain } from '../../diagram/variables/event-domain.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import { isSameType } from '../joint/same-type.ts';
import type { FactType } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAt } from '../../vocabulary/offset.ts';
import { otherThan, type Side } from '../sides.ts';
import { asKnownTo, type JointAct, type JointDiagrams } from '../joint/joint-diagrams.ts';
import { declared } from '../joint/joint-facts.ts';
import type { JointVariable } from '../joint/joint-ground.ts';
import { UNSAID } from '../joint/joint-readings.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import { dealRecord } from './deal-record.ts';
import type { Case } from './point.ts';

type Document = Readonly<Record<string, unknown>>;

/** Gives the day on which a side is asked about a case. */
function dayOfCase({ words }: JointDiagrams, { dateClass }: Case, side: Side): Day {
  const sample = words.date?.classes[dateClass]?.sample;
  return words.days?.[side] ?? Number(sample ?? 0);
}

/**
 * Writes a case as a request to one side. Words that the side lacks and its clauses do not read are left out; `undefined`
 * where the case cannot be put to it at all.
 */
export function requestDocument(
  joint: JointDiagrams,
  of: JointAct,
  found: Case,
  side: Side,
): Document | undefined {
  const { words, variables } = joint;
  const pack = words.packs[side];
  const date = dayOfCase(joint, found, side);
  const isKnown = pack.parties.some(({ id }) => id === of.actor) && pack.acts.some(({ id }) => id === of.act);
  const candidate = asKnownTo(pack, of.candidate);
  const parts: Parts = { facts: {}, assessments: {}, readings: {}, elections: {}, designees: {} };
  let through: string | undefined;
  let isAskable = isKnown;
  for (const [level, klass] of found.point) {
    const variable = variables[level];
    if (variable === undefined) continue;
    const { is, id } = viewOf(variable).about;
    if (is === 'through' && klass === 1) through = id;
    else isAskable &&= write(joint, { variable, klass, side, date, candidate }, parts);
  }
  if (!isAskable) return undefined;
  const opportunity = dealRecord(joint, found.point, { candidate, date, side });
  const filled = Object.entries(parts).filter(([, part]) => Object.keys(part).length > 0);
  return {
    actor: of.actor,
    date: isoFromDay(date),
    acts: [of.act],
    providers: [candidate],
    ...Object.fromEntries(filled),
    ...(through !== undefined && { through }),
    ...(opportunity !== undefined && { opportunity }),
  };
}

type Part = 'facts' | 'assessments' | 'readings' | 'elections' | 'designees';
type Parts = Record<Part, Record<string, unknown>>;

interface Entry {
  readonly variable: JointVariable;
  readonly klass: number;
  readonly side: Side;
  readonly date: Day;
  readonly candidate: string;
}

/** Adds what an entry says to the parts of a request; false where the side has no words for it. */
function write(joint: JointDiagrams, entry: Entry, parts: Parts): boolean {
  const { variable, klass, side, date, candidate } = entry;
  const { is, id } = viewOf(variable).about;
  if (is === 'fact') return writeFact(joint, entry, parts);
  if (is === 'reading') return writeReading(joint, entry, parts);
  if (is === 'election' && variable.views[side] !== undefined)
    parts.elections[id] = klass === 0 ? isoFromDay(date) : 'not-made';
  if (is !== 'designee' || klass === 0) return true;
  parts.designees[id] = [candidate];
  return joint.words.packs[side].parties.some((party) => party.id === candidate);
}

function writeReading({ words }: JointDiagrams, { variable, klass, side }: Entry, parts: Parts): boolean {
  const { about, classes } = viewOf(variable);
  const label = classes[klass]?.label ?? '';
  const reading = words.packs[side].readings.find((each) => each.id === about.id);
  if (label === UNSAID || reading === undefined || variable.key.endsWith('(open)')) return true;
  parts.readings[about.id] = label;
  return reading.options.some((option) => option.id === label);
}

/** A fact that the side does not read is stated too where it has the same word for it. */
function writeFact(joint: JointDiagrams, entry: Entry, parts: Parts): boolean {
  const { variable, klass, side, date } = entry;
  const { id } = viewOf(variable).about;
  const type = declared(id, joint.words.packs[side])?.type;
  const isRead = variable.views[side] !== undefined;
  if (type === undefined) return !isRead;
  const theirs = declared(id, joint.words.packs[otherThan(side)])?.type;
  if (!isRead && theirs !== undefined && !isSameType(type, theirs)) return true;
  const value = valueOf(joint, entry);
  if (value === undefined) return !isRead;
  if (type.is === 'assessment') {
    parts.assessments[id] = { finding: value, by: 'witness', on: isoFromDay(date) };
  } else parts.facts[id] = written(value, type);
  return klass >= 0;
}

function valueOf({ words }: JointDiagrams, { variable, klass, side, date }: Entry): unknown {
  const view = (variable.views[side] ?? viewOf(variable)) as FactVariable;
  const { domain } = view;
  if (domain.is === 'event') return dayOfEvent(domain, klass, date);
  if (domain.is === 'line') return domain.classes[klass]?.sample;
  return words.facts.byKey.get(variable.key)?.members?.[klass]?.[0]?.[side];
}

function written(value: unknown, type: FactType): unknown {
  const isDay = (type.is === 'date' || type.is === 'event') && typeof value === 'number';
  return isDay ? isoFromDay(value) : value;
}

/** The latest day on which the event must have happened, or on which the date must lie, for just those tails to be over. */
function dayOfEvent(domain: EventDomain, klass: number, date: Day): Day | string | undefined {
  const { classes, tails, mayLieAhead } = domain;
  const { day = '', over = 0 } = classes[klass] ?? {};
  if (day === NOT_YET) return day;
  if (!day.startsWith('#')) return Number(day);
  if (over === 0 && !mayLieAhead) return date + 1;
  const areOver = (on: Day): number =>
    tails.reduce((sum, tail, place) => (dayAt(on, tail) <= date ? sum | (1 << place) : sum), 0);
  return latestDays(domain, date)
    .filter((on) => areOver(on) === over)
    .toSorted((one, other) => other - one)[0];
}

import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { Unknown } from '../decision.ts';
import { partyOf } from '../../pack/lookup.ts';
import {
  DEAL_TERMS_ID,
  NOTICE_CONTENTS_ID,
  NOTICE_GIVEN_ID,
  RECORD_ID,
  calendarId,
  electionId,
  startId,
} from '../../pack/unknown-ids.ts';
import { parametersOf } from './parameters.ts';

/** Says what would have to be known for each id, in the order given. */
export function describeUnknowns(ids: readonly string[], pack: Pack, request: Request): readonly Unknown[] {
  return ids.map((id) => describeUnknown(id, pack, request));
}

function describeUnknown(id: string, pack: Pack, request: Request): Unknown {
  const fact = pack.facts.find((candidate) => candidate.id === id);
  if (fact?.measure !== undefined) return describeMeasure(fact, request);
  if (fact !== undefined) return { id, kind: 'fact', question: fact.question };
  const reading = pack.readings.find((candidate) => candidate.id === id);
  if (reading !== undefined) return { id, kind: 'reading', question: reading.question };
  const parameter = parametersOf(pack).get(id);
  if (parameter !== undefined) return { id, kind: 'parameter', question: parameter.question };
  const instrument = pack.instruments.find((candidate) => startId(candidate) === id);
  if (instrument !== undefined) {
    const question = `Was "${instrument.title}" already in force on ${isoFromDay(request.date)}?`;
    return { id, kind: 'start', question };
  }
  const calendar = pack.calendars.find((candidate) => calendarId(candidate.id) === id);
  if (calendar !== undefined) {
    const { from, to } = calendar.covers;
    const question = `On which days before ${isoFromDay(from)} and after ${isoFromDay(to)} is business done by ${calendar.id}?`;
    return { id, kind: 'calendar', question };
  }
  const ceasing = pack.clauses
    .flatMap((clause) =>
      (clause.ceases ?? []).map((each) => ({ id: electionId(clause, each), clause, each })),
    )
    .find((candidate) => candidate.id === id);
  if (ceasing !== undefined) {
    const party = partyOf(pack, ceasing.each.electionOf ?? '').name;
    return { id, kind: 'election', question: `Has ${party} elected to end ${ceasing.clause.title}?` };
  }
  return describeRecord(id, request);
}

/** Says what is missing of the record: all of it, what came after its end, or what it does not say of what it holds. */
function describeMeasure({ id, question }: Fact, { happened, date }: Request): Unknown {
  const asked = (what: string): Unknown => ({ id, kind: 'measure', question: `${what} (${question})` });
  if (happened === undefined)
    return asked(`What happened up to ${isoFromDay(date)}, of which there is no record?`);
  if (happened.completeTo < date)
    return asked(`What happened after ${isoFromDay(happened.completeTo)}, where the record ends?`);
  return asked('What are the amounts and keys that the record leaves out?');
}

function describeRecord(id: string, request: Request): Unknown {
  const { opportunity } = request;
  if (opportunity === undefined) throw new Error(`\`${id}\` names no unknown of the pack or the request`);
  const name = opportunity.id;
  if (id === NOTICE_CONTENTS_ID)
    return { id, kind: 'notice-contents', question: `What did the notice of ${name} contain?` };
  if (id === NOTICE_GIVEN_ID)
    return { id, kind: 'record', question: `On which day was the notice of ${name} given?` };
  if (id === DEAL_TERMS_ID) {
    const question = `How do the changed terms of ${name} compare as a whole with those offered?`;
    return { id, kind: 'record', question };
  }
  if (id !== RECORD_ID) throw new Error(`\`${id}\` names no unknown of the pack or the request`);
  const from = isoFromDay(opportunity.completeTo);
  return { id, kind: 'record', question: `What happened in ${name} after ${from}, where its record ends?` };
}

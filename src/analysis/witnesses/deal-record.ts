import { STATES } from '../../diagram/variables/other-variables.ts';
import {
  answerEvents,
  consentEvents,
  dealDocument,
  waiverEvents,
  type EventDocument,
} from '../../diagram/witnesses/deal-document.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { RequestDocument } from '../finding.ts';
import type { OpenPack } from '../open/open-pack.ts';
import type { Point } from './point.ts';

/** Writes the deal on record that a case speaks of; `undefined` where it needs none. */
export function dealRecord(
  open: OpenPack,
  point: Point,
  { candidate, date }: { readonly candidate: string; readonly date: Day },
): RequestDocument | undefined {
  const isCounterparty = [...point].some(
    ([level, klass]) => open.variables[level]?.about.is === 'counterparty' && klass === 1,
  );
  const events = [...point].flatMap(([level, klass]) => eventsFor(open, level, klass, date));
  return dealDocument({ candidate, isCounterparty, events, parties: open.pack.parties, date });
}

function eventsFor(
  { variables, pack: { clauses } }: OpenPack,
  level: number,
  klass: number,
  date: Day,
): readonly EventDocument[] {
  const { is, id } = variables[level]?.about ?? { is: 'date', id: '' };
  if (is === 'consent') return consentEvents(id, klass, date);
  if (is === 'waiver') return waiverEvents(id, klass, date);
  const holder = is === 'state' ? clauses.find((clause) => clause.id === id)?.holder : undefined;
  return holder === undefined ? [] : answerEvents(holder, STATES[klass], clauses, date);
}

import { limitsIn } from '../../vocabulary/stated.ts';
import { CONSENTS, STATES } from '../../diagram/variables/other-variables.ts';
import type { Pack } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import type { RequestDocument } from '../finding.ts';
import type { OpenPack } from '../open/open-pack.ts';
import type { Point } from './point.ts';

/** Writes the deal on record that a case speaks of; `undefined` where it needs none. */
export function dealRecord(
  open: OpenPack,
  point: Point,
  { candidate, date }: { readonly candidate: string; readonly date: Day },
): RequestDocument | undefined {
  const events = [...point].flatMap(([level, klass]) => eventsFor(open, level, klass, date));
  const isCounterparty = [...point].some(
    ([level, klass]) => open.variables[level]?.about.is === 'counterparty' && klass === 1,
  );
  if (events.length === 0 && !isCounterparty) return undefined;
  const others = open.pack.parties.map(({ id }) => id).filter((id) => id !== candidate);
  return {
    id: 'witness',
    counterparty: isCounterparty ? candidate : (others.at(-1) ?? 'other'),
    'complete-to': isoFromDay(date),
    events: [...new Map(events.map((event) => [JSON.stringify(event), event])).values()],
  };
}

function eventsFor(
  { variables, pack }: OpenPack,
  level: number,
  klass: number,
  date: Day,
): readonly RequestDocument[] {
  const { is, id } = variables[level]?.about ?? { is: 'date', id: '' };
  if (is === 'consent') {
    const word = CONSENTS[klass];
    return word === undefined || word === 'none' ? [] : [{ [word]: isoFromDay(date), by: id }];
  }
  if (is === 'waiver') return klass === 1 ? [{ waiver: isoFromDay(date), by: id }] : [];
  return is === 'state' ? answerUnder(id, pack, klass, date) : [];
}

/** A notice with all that any right of the holder asks for, and the holder's answer on the day after; or a first stage. */
function answerUnder(clause: string, pack: Pack, klass: number, date: Day): readonly RequestDocument[] {
  const state = STATES[klass];
  if (state === 'not triggered') return [{ intent: isoFromDay(date - 1) }];
  const holder = pack.clauses.find(({ id }) => id === clause)?.holder;
  if (holder === undefined || (state !== 'released' && state !== 'exercised' && state !== 'under way'))
    return [];
  const answer = state === 'released' ? 'decline' : 'exercise';
  return [
    { notice: isoFromDay(date - 2), to: holder, contains: contentsFor(pack, holder) },
    ...(state === 'under way' ? [] : [{ [answer]: isoFromDay(date - 1), by: holder }]),
  ];
}

function contentsFor({ clauses }: Pack, holder: string): readonly string[] {
  const items = clauses
    .filter((clause) => clause.holder === holder)
    .flatMap(({ procedure }) => (procedure === undefined ? [] : limitsIn(procedure.requires)));
  return [...new Set(items.flatMap((limit) => (limit.is === 'set' ? limit.value : [])))];
}

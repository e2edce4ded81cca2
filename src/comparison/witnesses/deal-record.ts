import { CONSENTS, STATES } from '../../diagram/variables/other-variables.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { limitsIn } from '../../vocabulary/stated.ts';
import { SIDES, type Side } from '../sides.ts';
import type { JointDiagrams } from '../joint/joint-diagrams.ts';
import { rightsByState } from '../joint/joint-states.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import type { Point } from './point.ts';

type Document = Readonly<Record<string, unknown>>;

/** Writes the record of a deal that leads to a case; `undefined` where the case needs none. */
export function dealRecord(
  joint: JointDiagrams,
  point: Point,
  { candidate, date, side }: { readonly candidate: string; readonly date: Day; readonly side: Side },
): Document | undefined {
  const events = [...point].flatMap(([level, klass]) => eventsFor(joint, level, klass, date));
  const isCounterparty = [...point].some(
    ([level, klass]) => kindOf(joint, level) === 'counterparty' && klass === 1,
  );
  if (events.length === 0 && !isCounterparty) return undefined;
  const others = joint.words.packs[side].parties.map(({ id }) => id).filter((id) => id !== candidate);
  return {
    id: 'witness',
    counterparty: isCounterparty ? candidate : (others.at(-1) ?? 'other'),
    'complete-to': isoFromDay(date),
    events: [...new Map(events.map((event) => [JSON.stringify(event), event])).values()],
  };
}

function kindOf({ variables }: JointDiagrams, level: number): string {
  const variable = variables[level];
  return variable === undefined ? '' : viewOf(variable).about.is;
}

function eventsFor(joint: JointDiagrams, level: number, klass: number, date: Day): readonly Document[] {
  const variable = joint.variables[level];
  if (variable === undefined) return [];
  const { is, id } = viewOf(variable).about;
  if (is === 'consent') {
    const word = CONSENTS[klass];
    return word === undefined || word === 'none' ? [] : [{ [word]: isoFromDay(date), by: id }];
  }
  if (is === 'waiver') return klass === 1 ? [{ waiver: isoFromDay(date), by: id }] : [];
  return is === 'state' ? answerFor(joint, variable.key, klass, date) : [];
}

/** A notice with all that any right asks for, and the holder's answer on the day after. */
function answerFor({ words }: JointDiagrams, key: string, klass: number, date: Day): readonly Document[] {
  const state = STATES[klass];
  if (state === undefined || state === 'to be offered') return [];
  const rights = rightsByState(words.packs, words.keyOfState).get(key) ?? [];
  const holders = [...new Set(rights.flatMap(({ clause }) => clause.holder ?? []))];
  if (state === 'not triggered') return [{ intent: isoFromDay(date - 1) }];
  return holders.flatMap((holder) => [
    {
      notice: isoFromDay(date - 2),
      given: isoFromDay(date - 2),
      to: holder,
      contains: contentsFor(words.packs, holder),
    },
    ...(state === 'under way'
      ? []
      : [{ [state === 'released' ? 'decline' : 'exercise']: isoFromDay(date - 1), by: holder }]),
  ]);
}

function contentsFor(packs: JointDiagrams['words']['packs'], holder: string): readonly string[] {
  const rights = SIDES.flatMap((side) => packs[side].clauses.filter((clause) => clause.holder === holder));
  const items = rights.flatMap(({ procedure }) =>
    procedure === undefined ? [] : limitsIn(procedure.requires),
  );
  return [...new Set(items.flatMap((limit) => (limit.is === 'set' ? limit.value : [])))];
}

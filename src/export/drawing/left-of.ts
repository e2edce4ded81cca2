import { classOfDay, type DateVariable } from '../../diagram/compile/date-variable.ts';
import { classesLeftBy } from '../../diagram/requests/classes-left.ts';
import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import type { Left } from '../../diagram/algebra/read-diagrams.ts';
import { classOfEvent, type EventDomain } from '../../diagram/variables/event-domain.ts';
import { factVariablesOf } from '../../diagram/variables/fact-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { dayAt } from '../../vocabulary/offset.ts';
import { describeFactValue } from '../../evaluation/criteria/describe-test.ts';
import { isNoneUnlessSaid } from '../../diagram/variables/none-unless-said.ts';
import type { Asked } from './asked.ts';
import { tailsThatOccur } from './tails-that-occur.ts';

/** Gives what the facts and the day that are known leave of each variable, by level. All else is open. */
export function leftBy(variables: readonly Variable[], asked: Asked, pack: Pack): Left {
  const left = new Map<number, ClassesLeft>();
  variables.forEach((variable, level) => {
    const found = foundOf(variable, asked, pack) ?? thatOccur(variable, pack);
    if (found === undefined) return;
    left.set(level, typeof found === 'number' ? variable.classes.map((_, klass) => klass === found) : found);
  });
  return left;
}

function foundOf(variable: Variable, asked: Asked, pack: Pack): Found {
  if (isNoneUnlessSaid(variable)) return asked.isWithoutDeal ? 0 : undefined;
  return asked.isDated ? leftOnDay(variable, asked, pack) : leftOnAnyDay(variable, asked, pack);
}

/** The classes of an event are told apart by how long ago it was; not all that can be written can occur. */
function thatOccur({ about }: Variable, pack: Pack): ClassesLeft | undefined {
  const domain = about.is === 'fact' ? factVariablesOf(pack).get(about.id)?.domain : undefined;
  if (domain?.is !== 'event') return undefined;
  const occurring = tailsThatOccur(domain.tails);
  return domain.classes.map(({ over }) => occurring.has(over));
}

type Found = ReturnType<ReturnType<typeof classesLeftBy>>;

function leftOnDay(variable: Variable, { request, provider }: Asked, pack: Pack): Found {
  const { is } = variable.about;
  if (is === 'date') return classOfDay((variable as DateVariable).turns, request.date);
  const isDated = is === 'fact' || is === 'start';
  return isDated ? classesLeftBy(request, provider, pack)(variable) : undefined;
}

function leftOnAnyDay(variable: Variable, { request, provider }: Asked, pack: Pack): Found {
  const { is, id } = variable.about;
  if (is !== 'fact' || !Object.hasOwn(request.facts, id)) return undefined;
  const domain = factVariablesOf(pack).get(id)?.domain;
  if (domain?.is === 'event') return eventOnAnyDay(domain, request, id);
  return classesLeftBy(request, provider, pack)(variable);
}

/** How long ago a day was hangs on the day of the request: every class that it has on some day. */
function eventOnAnyDay(domain: EventDomain, { facts }: Request, id: string): ClassesLeft {
  const value = facts[id];
  const compared = domain.group.flatMap((fact) => (Object.hasOwn(facts, fact) ? (facts[fact] ?? []) : []));
  const turns =
    typeof value === 'number' ? domain.tails.map((tail) => dayAt(value, tail)).filter(Number.isFinite) : [0];
  const dates = turns.flatMap((turn) => [turn - 1, turn]);
  const classes = new Set(dates.map((date) => classOfEvent(domain, value ?? 'not-yet', date, compared)));
  return domain.classes.map((_, klass) => classes.has(klass));
}

/** Names what is known, as it was stated: `date = 2025-03-31`, `megawatts = 200 MW`. */
export function knownWords({ request, isDated, isWithoutDeal }: Asked, pack: Pack): readonly string[] {
  return [
    ...(isDated ? [`date = ${isoFromDay(request.date)}`] : []),
    ...Object.entries(request.facts).map(
      ([fact, value]) => `${fact} = ${describeFactValue(fact, value, pack)}`,
    ),
    ...(isWithoutDeal ? ['no deal on record'] : []),
  ];
}

import type { Pack } from '../../pack/pack.ts';
import type { Opportunity, Request } from '../../pack/request.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { classesOfOpenEvent, classOfEvent } from '../variables/event-domain.ts';
import { factVariablesOf, type FactVariable } from '../variables/fact-variables.ts';
import { classOfNumber } from '../variables/line.ts';
import { CONSENTS } from '../variables/other-variables.ts';
import { classesOfStart, type StartVariable } from '../variables/start-variables.ts';
import type { Variable } from '../variables/variable.ts';

/** What a request leaves of a variable: one class, several, or, where `undefined`, all. */
export type LeftOf = (variable: Variable) => number | ClassesLeft | undefined;

/** Gives what a request leaves open of each variable for one candidate. Readings and parameters are not its own to settle. */
export function classesLeftBy(request: Request, candidate: string, pack: Pack): LeftOf {
  return (variable) => LEFT[variable.about.is]({ request, candidate, pack, variable, id: variable.about.id });
}

interface Asked {
  readonly request: Request;
  readonly candidate: string;
  readonly pack: Pack;
  readonly variable: Variable;
  readonly id: string;
}

const LEFT: Readonly<Record<Variable['about']['is'], (asked: Asked) => ReturnType<LeftOf>>> = {
  // A quantity that may be made smaller is left open, and taken at each of its sizes afterwards.
  fact: ({ request, pack, id }) =>
    request.divisible?.includes(id) === true ? undefined : factLeft(factVariable(pack, id), request),
  start: ({ request, variable }) => classesOfStart(variable as StartVariable, request.date),
  election: ({ request, id }) => electionLeft(request, id),
  counterparty: ({ request, candidate }) => (request.opportunity?.counterparty === candidate ? 1 : 0),
  consent: ({ request, id }) => consentLeft(request.opportunity, id, request.date),
  waiver: ({ request }) => waiverLeft(request.opportunity, request.date),
  designee: ({ request, candidate, id }) => (designeesOf(request, id).includes(candidate) ? 1 : 0),
  through: ({ request, id }) => (request.through === id ? 1 : 0),
  date: () => undefined,
  calendar: () => undefined,
  reading: () => undefined,
  parameter: () => undefined,
  state: () => undefined,
  record: () => undefined,
  unrecorded: () => undefined,
  share: () => undefined,
  measure: () => undefined,
};

function factVariable(pack: Pack, id: string): FactVariable {
  const variable = factVariablesOf(pack).get(id);
  if (variable === undefined) throw new Error(`fact \`${id}\` has no classes`);
  return variable;
}

function factLeft({ about, domain }: FactVariable, request: Request): number | ClassesLeft | undefined {
  const value = factOf(request, about.id);
  if (domain.is === 'event') {
    if (value === undefined) return classesOfOpenEvent(domain, request.date);
    return classOfEvent(domain, value, request.date, knownIn(domain.group, request));
  }
  if (value === undefined) return undefined;
  if (domain.is === 'listed') return domain.within.get(value) ?? domain.classOf.get(value);
  const compared = knownIn(domain.group, request).map(Number);
  return classOfNumber(domain.line, Number(value), compared);
}

function factOf({ facts }: Request, id: string): Scalar | undefined {
  return Object.hasOwn(facts, id) ? facts[id] : undefined;
}

function knownIn(group: readonly string[], request: Request): readonly Scalar[] {
  return group.flatMap((id) => {
    const value = factOf(request, id);
    return value === undefined ? [] : [value];
  });
}

function electionLeft({ elections = {}, date }: Request, id: string): number | undefined {
  const election = Object.hasOwn(elections, id) ? elections[id] : undefined;
  if (election === undefined) return undefined;
  return election !== 'not-made' && election <= date ? 0 : 1;
}

function designeesOf({ designees = {} }: Request, holder: string): readonly string[] {
  return Object.hasOwn(designees, holder) ? (designees[holder] ?? []) : [];
}

/** The last word recorded; after the record ends, any word may have been said. */
function consentLeft(
  opportunity: Opportunity | undefined,
  party: string,
  date: number,
): number | ClassesLeft {
  const said = (opportunity?.events ?? []).filter(
    (event) => event.on <= date && 'party' in event && event.party === party,
  );
  const last = said.findLast(({ is }) => is === 'consent' || is === 'refusal')?.is ?? 'none';
  if (opportunity === undefined || opportunity.completeTo >= date)
    return CONSENTS.findIndex((each) => each === last);
  return CONSENTS.map((each) => each === last || each !== 'none');
}

/** A recorded waiver is looked at by each clause; one that is not recorded may have been given since the record ends. */
function waiverLeft(opportunity: Opportunity | undefined, date: number): number | undefined {
  return opportunity === undefined || opportunity.completeTo >= date ? 0 : undefined;
}

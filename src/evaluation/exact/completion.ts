import type { Witnessing } from '../../diagram/requests/exact-answer.ts';
import { startDayIn, type StartVariable } from '../../diagram/variables/start-variables.ts';
import { HAS_COME } from '../../diagram/variables/other-variables.ts';
import type { About } from '../../diagram/variables/variable.ts';
import type { Request } from '../../pack/request.ts';
import { lastWord } from '../../procedure/consent.ts';
import { ANOTHER_DEAL, sameDealQuestion } from '../../procedure/lapse.ts';
import { recordOf } from '../../procedure/record/opportunity-record.ts';
import { withQuestion, withReading, withStart, type Settlement } from '../../pack/settlement.ts';
import type { Scalar } from '../../vocabulary/criterion.ts';
import type { Course, Word } from '../clauses/course.ts';
import type { World } from '../outcomes/verdict.ts';
import { withDaysOfEvents } from './days-of-events.ts';
import { chosenIn, valuesInClasses } from './values-in-classes.ts';

/** A request with everything filled in that a witness says, in the forms that the rules engine takes. */
export interface Completion {
  /** With facts and elections. */
  readonly request: Request;
  /** With readings, starts, and how questions asked of open values come out. */
  readonly settlement: Settlement;
  readonly course: Course;
  /** What was settled that scopes can read: facts, readings and questions, by their ids. */
  readonly settled: ReadonlyMap<string, Scalar>;
}

type Where = Witnessing['where'];

/**
 * Completes a request by a witness. What a procedure's terms are and what notices contained, a request and a settlement
 * cannot say for the rules engine: of those the states of the first rights are taken, to which they lead. What has no
 * value that could be written, and what a record leaves open of a measure, stays open, so that the answer stays bounded there.
 */
export function completionBy(
  where: Where,
  { pack, request, settlement }: World,
  states: Course['states'],
): Completion {
  const chosen = chosenIn(where);
  const facts = withDaysOfEvents(valuesInClasses(pack, request, chosen), chosen, where, request);
  const readings = about('reading', where).map(({ id, label }) => [id, label] as const);
  const questions = about('parameter', where).flatMap(({ id, label }) =>
    label === 'holds' || label === 'fails' ? [[id, label === 'holds'] as const] : [],
  );
  return {
    request: {
      ...request,
      facts: { ...request.facts, ...Object.fromEntries(facts) },
      elections: { ...request.elections, ...electionsIn(where, request) },
    },
    settlement: settledBy(where, readings, questions, { request, settlement }),
    course: {
      states,
      consents: new Map(
        about('consent', where).map(({ id, label }) => [id, wordIn(id, label as Word, where, request)]),
      ),
      waivers: new Map(about('waiver', where).map(({ id, label }) => [id, label === 'yes'])),
    },
    settled: new Map<string, Scalar>([...facts, ...readings, ...questions]),
  };
}

/** A consent to the deal as it no longer is counts for nothing. */
function wordIn(party: string, word: Word, where: Where, { opportunity, date }: Request): Word {
  if (word !== 'consent' || opportunity === undefined) return word;
  const { changedAt } = lastWord(party, recordOf(opportunity, date).events);
  const keys = new Set(changedAt.map((place) => sameDealQuestion(place).key));
  const hasLapsed = about('unrecorded', where).some(
    ({ id, label }) => keys.has(id) && label === ANOTHER_DEAL,
  );
  return hasLapsed ? 'none' : word;
}

interface Chosen {
  readonly id: string;
  readonly klass: number;
  readonly label: string;
}

function about(is: About['is'], where: Where): readonly Chosen[] {
  return where
    .filter(({ variable }) => variable.about.is === is)
    .map(({ variable, klass }) => ({
      id: variable.about.id,
      klass,
      label: variable.classes[klass]?.label ?? '',
    }));
}

function electionsIn(where: Where, { date }: Request): NonNullable<Request['elections']> {
  const elections = about('election', where);
  return Object.fromEntries(elections.map(({ id, label }) => [id, label === 'made' ? date : 'not-made']));
}

function settledBy(
  where: Where,
  readings: readonly (readonly [string, string])[],
  questions: readonly (readonly [string, boolean])[],
  { request, settlement }: Pick<World, 'request' | 'settlement'>,
): Settlement {
  let settled = settlement;
  for (const { id, label } of about('calendar', where))
    settled = withQuestion(settled, id, label === HAS_COME);
  for (const [id, option] of readings) settled = withReading(settled, id, option);
  for (const [id, holds] of questions) settled = withQuestion(settled, id, holds);
  for (const { variable, klass } of where) {
    if (variable.about.is !== 'start') continue;
    const day = startDayIn(variable as StartVariable, klass, request.date);
    if (day !== undefined) settled = withStart(settled, variable.about.id, { earliest: day, latest: day });
  }
  return settled;
}

import type { CriterionTrace, ClauseTrace, InForceTrace } from '../evaluation/trace.ts';
import { nameOf } from '../explanation/outcome-sentences.ts';
import type { Cause } from './timeline.ts';
import { procedureEvent } from './procedure-events.ts';

/** What happens to a clause, and in a sentence without its full stop. */
export type Event = Pick<Cause, 'kind' | 'event'>;

/** Where on the axis it happens: on an ISO day, where the date is varied; and the last day of the deal's record. */
export interface At {
  readonly day?: string;
  readonly completeTo?: string;
}

/** Says what happens to a clause between two neighbouring values: the first of these that does. */
export function eventBetween(was: ClauseTrace, is: ClauseTrace, at: At): Event {
  return (
    lifeEvent(was, is, at) ??
    procedureEvent(was, is, at) ??
    ceasingEvent(was, is) ??
    scopeEvent(was, is) ??
    precedenceEvent(was, is) ?? {
      kind: 'other',
      event: `what ${nameOf(is)} says is another`,
    }
  );
}

/** A clause comes into force or goes out of it, or may have. */
function lifeEvent(was: ClauseTrace, is: ClauseTrace, at: At): Event | undefined {
  const [before, after] = [standOf(was.inForce, 'not-yet'), standOf(is.inForce, 'over')];
  if (was.inForce.finding === is.inForce.finding && before === after) return undefined;
  if (was.inForce.finding === 'not-met' && is.inForce.finding === 'not-met') return undefined;
  const [name, starter, ender] = [nameOf(is), starterOf(is), enderOf(is.inForce)];
  if (at.day === undefined) return { kind: 'other', event: `${name} ${FORCE_WORDS[is.inForce.finding]}` };
  if (after === 'perhaps-begun')
    return { kind: 'may-have-started', event: `${starter} may have taken effect from here on, with ${name}` };
  if (after === 'perhaps-over')
    return { kind: 'may-have-ended', event: `${name} may have ended from here on, ${ender}` };
  if (before === 'perhaps-begun' && after === 'in-force')
    return { kind: 'started-for-certain', event: `${starter} has taken effect for certain, with ${name}` };
  if (after === 'in-force') return { kind: 'starts', event: `${starter} takes effect, with ${name}` };
  return before === 'perhaps-over'
    ? { kind: 'ended-for-certain', event: `${name} has ended for certain, ${ender}` }
    : { kind: 'ends', event: `${name} ends, ${ender}` };
}

const FORCE_WORDS = {
  met: 'is in force',
  'not-met': 'is not in force',
  unknown: 'may be in force',
};

type Stand = 'not-yet' | 'perhaps-begun' | 'in-force' | 'perhaps-over' | 'over';

/** Where a clause is in its life; out of force it is before its beginning or after its end, as the days beside it say. */
function standOf({ finding, open }: InForceTrace, outOfForce: 'not-yet' | 'over'): Stand {
  if (finding === 'met') return 'in-force';
  if (finding === 'not-met') return outOfForce;
  return open.includes('start') ? 'perhaps-begun' : 'perhaps-over';
}

function starterOf({ instrument, inForce }: ClauseTrace): string {
  const { begins } = inForce;
  return begins?.counted === undefined ? instrument.name : `${instrument.name}, ${begins.counted},`;
}

function enderOf({ endedBy, ends }: InForceTrace): string {
  if (endedBy !== undefined) return `by ${endedBy.name}`;
  return ends?.counted === undefined ? 'by its own terms' : `by its own terms, ${ends.counted}`;
}

function ceasingEvent(was: ClauseTrace, is: ClauseTrace): Event | undefined {
  const changed = (is.ceasings ?? []).find((each, place) => each.finding !== was.ceasings?.[place]?.finding);
  if (changed === undefined) return undefined;
  const words = { met: 'has lost its force', 'not-met': 'has its force', unknown: 'may have lost its force' };
  return { kind: 'ceases', event: `${nameOf(is)} ${words[changed.finding]}: ${changed.title ?? changed.id}` };
}

/** The scope of a clause or of one of its carve-outs is met or not met from here on: by the tests that turn. */
function scopeEvent(was: ClauseTrace, is: ClauseTrace): Event | undefined {
  const [before, after] = [testsIn(was), testsIn(is)];
  const turned = after.filter((test, place) => test.finding !== before[place]?.finding);
  if (turned.length === 0) return undefined;
  const words = { met: 'is', 'not-met': 'is not', unknown: 'may be' };
  const said = turned.map(({ subject, test, finding }) => `${subject} ${words[finding]} ${test}`);
  return { kind: 'scope', event: `${[...new Set(said)].join('; ')}, which ${nameOf(is)} asks` };
}

type TestTrace = Extract<CriterionTrace, { is: 'test' }>;

function testsIn({ scope, carveOuts }: Pick<ClauseTrace, 'scope' | 'carveOuts'>): readonly TestTrace[] {
  return [...(scope === undefined ? [] : leavesOf(scope)), ...carveOuts.flatMap(testsIn)];
}

function leavesOf(trace: CriterionTrace): readonly TestTrace[] {
  return trace.is === 'test' ? [trace] : trace.of.flatMap(leavesOf);
}

function precedenceEvent(was: ClauseTrace, is: ClauseTrace): Event | undefined {
  const [before, after] = [was, is].map(({ displacedBy }) => displacedBy.map(({ clause }) => clause));
  if (before === undefined || after === undefined || before.join() === after.join()) return undefined;
  return after.length === 0
    ? { kind: 'precedence', event: `${nameOf(is)} no longer gives way to ${before.join(', ')}` }
    : { kind: 'precedence', event: `${nameOf(is)} gives way to ${after.join(', ')}` };
}

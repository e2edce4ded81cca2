import type { ClauseTrace, InForceTrace } from '../evaluation/trace.ts';
import { nameOf } from '../explanation/outcome-sentences.ts';
import type { At, Event } from './event.ts';

/** Says that a clause comes into force or goes out of it, or may have. */
export function lifeEvent(was: ClauseTrace, is: ClauseTrace, at: At): Event | undefined {
  const findings = [was.inForce.finding, is.inForce.finding];
  const [before, after] = [standOf(was.inForce, 'not-yet'), standOf(is.inForce, 'over')];
  if (before === after || findings.every((finding) => finding === 'not-met')) return undefined;
  const name = nameOf(is);
  if (at.day === undefined) return { kind: 'other', event: `${name} ${FORCE_WORDS[is.inForce.finding]}` };
  return startEvent(before, after, starterOf(is), name) ?? endEvent(before, after, enderOf(is.inForce), name);
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

function startEvent(before: Stand, after: Stand, starter: string, name: string): Event | undefined {
  if (after === 'perhaps-begun')
    return { kind: 'may-have-started', event: `${starter} may have taken effect from here on, with ${name}` };
  if (after !== 'in-force') return undefined;
  return before === 'perhaps-begun'
    ? { kind: 'started-for-certain', event: `${starter} has taken effect for certain, with ${name}` }
    : { kind: 'starts', event: `${starter} takes effect, with ${name}` };
}

function endEvent(before: Stand, after: Stand, ender: string, name: string): Event {
  if (after === 'perhaps-over')
    return { kind: 'may-have-ended', event: `${name} may have ended from here on, ${ender}` };
  return before === 'perhaps-over'
    ? { kind: 'ended-for-certain', event: `${name} has ended for certain, ${ender}` }
    : { kind: 'ends', event: `${name} ends, ${ender}` };
}

function starterOf({ instrument, inForce }: ClauseTrace): string {
  const { begins } = inForce;
  return begins?.counted === undefined ? instrument.name : `${instrument.name}, ${begins.counted},`;
}

function enderOf({ endedBy, ends }: InForceTrace): string {
  if (endedBy !== undefined) return `by ${endedBy.name}`;
  return ends?.counted === undefined ? 'by its own terms' : `by its own terms, ${ends.counted}`;
}

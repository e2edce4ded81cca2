import type { ClauseTrace, CriterionTrace } from '../evaluation/trace.ts';
import { nameOf } from '../explanation/outcome-sentences.ts';
import type { At, Event } from './event.ts';
import { lifeEvent } from './life-event.ts';
import { procedureEvent } from './procedure-event.ts';

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

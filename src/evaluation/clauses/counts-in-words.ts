import type { CountedDay, Clause } from '../../pack/pack.ts';
import { instrumentOf } from '../../pack/lookup.ts';
import { limitOf } from '../../pack/settlement.ts';
import { stepsOf } from '../../pack/turnings.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { dayAt, offsetsOf, textOfPeriod, type Step } from '../../vocabulary/offset.ts';
import type { TurningTrace, InForceTrace } from '../trace.ts';
import type { Today } from './turned.ts';

/** Puts in words from what a clause's own first day and its end are counted, with the days, where these are known. */
export function countsInWords(clause: Clause, today: Today): Pick<InForceTrace, 'begins' | 'ends'> {
  const { from, fromCounted, untilCounted } = clause;
  const stated = from && limitOf(from, today.settlement);
  return {
    ...(from !== undefined && { begins: stated?.is === 'set' ? { on: isoFromDay(stated.value) } : {} }),
    ...(fromCounted !== undefined && { begins: countedTrace(fromCounted, today) }),
    ...(untilCounted !== undefined && { ends: countedTrace(untilCounted, today) }),
  };
}

function countedTrace(counted: CountedDay, today: Today): TurningTrace {
  const day = earliest(counted, today);
  return { ...(day !== undefined && { on: isoFromDay(day) }), counted: wordsOf(counted, today) };
}

/** The day that is meant, if everything from which it is counted is known. */
function earliest({ anchors, length }: CountedDay, today: Today): Day | undefined {
  const limit = length && limitOf(length.period, today.settlement);
  if (length !== undefined && limit?.is !== 'set') return undefined;
  const own = length !== undefined && limit?.is === 'set' ? stepsOf(length, limit.value) : [];
  const days = anchors.map(({ base, steps }) => {
    const day = baseDay(base, today);
    const found = offsetsOf([...steps, ...own]).map((offset) => day && dayAt(day, offset));
    return new Set(found).size === 1 ? found[0] : undefined;
  });
  const known = days.filter((day) => day !== undefined);
  if (known.length < days.length) return undefined;
  const first = Math.min(...known);
  return Number.isFinite(first) ? first : undefined;
}

type Base = CountedDay['anchors'][number]['base'];

/** `undefined` where the day is not known or has not come. */
function baseDay(base: Base, { pack, request }: Today): Day | undefined {
  if (base.is === 'day') return base.day;
  if (base.is === 'start') {
    const { from, possiblyFrom } = instrumentOf(pack, base.instrument);
    return from === possiblyFrom ? from : undefined;
  }
  const value = Object.hasOwn(request.facts, base.fact) ? request.facts[base.fact] : undefined;
  return typeof value === 'number' ? value : undefined;
}

/** `18 months after launch`; of several anchors, the first to come counts. */
function wordsOf({ anchors, length }: CountedDay, { pack, settlement }: Today): string {
  const of = anchors.map(({ base, steps }) => steps.reduce(stepInWords, baseInWords(base, pack)));
  const anchor = of.length === 0 ? 'an end that is not provided for' : of.join(' or ');
  if (length === undefined) return anchor;
  const limit = limitOf(length.period, settlement);
  const period = limit?.is === 'set' ? textOfPeriod(limit.value) : 'a time that is not known';
  const counts = length.countsDay ? ', that day counted' : '';
  return `${period} ${length.towards} ${anchor}${counts}`;
}

function stepInWords(of: string, { towards, by }: Step): string {
  return `${textOfPeriod(by)} ${towards} ${of}`;
}

function baseInWords(base: Base, { instruments }: Today['pack']): string {
  switch (base.is) {
    case 'day':
      return isoFromDay(base.day);
    case 'start':
      return `the start of ${instruments.find(({ id }) => id === base.instrument)?.title ?? base.instrument}`;
    case 'event':
    case 'date':
      return `\`${base.fact}\``;
  }
}

import type { Answer } from '../evaluation/decision.ts';
import type { ClauseTrace } from '../evaluation/trace.ts';
import { isAdverse } from '../vocabulary/position.ts';
import type { Lifted } from './unlocks.ts';

/** Gives the clauses that stand in the way of an answer, and what became of them in another that permits. */
export function liftedBetween(before: Answer, after: Answer): readonly Lifted[] {
  const traces = new Map(tracesOf(after).map((trace) => [trace.clause, trace]));
  const adverse = tracesOf(before).filter(({ standing }) => standing.some(isAdverse));
  return adverse.flatMap(({ clause, number, title }): readonly Lifted[] => {
    const trace = traces.get(clause);
    if (trace === undefined) return [];
    return [{ clause, ...(number !== undefined && { number }), title, how: howItIsLifted(trace, traces) }];
  });
}

/** Each clause once, however many of the acts it bears on. */
function tracesOf({ acts }: Answer): readonly ClauseTrace[] {
  const traces = acts.flatMap(({ trace }) => trace);
  return [...new Map(traces.map((trace) => [trace.clause, trace])).values()];
}

function howItIsLifted(trace: ClauseTrace, all: ReadonlyMap<string, ClauseTrace>): string {
  return HOW[trace.status](trace, all);
}

type How = (trace: ClauseTrace, all: ReadonlyMap<string, ClauseTrace>) => string;

const stands: How = ({ standing }) =>
  standing.includes('reserves') ? 'counts the provider with its holder' : 'says nothing against it';

const HOW: Readonly<Record<ClauseTrace['status'], How>> = {
  'not-in-force': endedBy,
  'not-applicable': () => 'does not apply',
  'carved-out': ({ carveOuts }) => `is carved out${namesOf(carveOuts)}`,
  ceased: () => 'has lost its force',
  waived: () => 'is waived',
  displaced: (trace, all) => `gives way to ${prevailing(trace, all)}`,
  satisfied: (trace) => (trace.procedure === undefined ? 'is satisfied' : released(trace)),
  open: stands,
  stands,
};

function endedBy({ inForce }: ClauseTrace): string {
  const { until, from, endedBy: instrument } = inForce;
  if (until === undefined) return `is not in force before ${from}`;
  return `ended on ${until}${instrument === undefined ? '' : ` by ${instrument.name}`}`;
}

function namesOf(carveOuts: ClauseTrace['carveOuts']): string {
  const names = carveOuts.filter(({ finding }) => finding === 'met').map(({ id, title }) => title ?? id);
  return names.length === 0 ? '' : ` (${names.join(', ')})`;
}

function prevailing({ displacedBy }: ClauseTrace, all: ReadonlyMap<string, ClauseTrace>): string {
  const names = displacedBy
    .filter(({ finding }) => finding === 'met')
    .map(({ clause }) => {
      const upper = all.get(clause);
      return upper === undefined ? clause : `${upper.number ?? clause} (${upper.title})`;
    });
  return names.join(' and ');
}

function released({ procedure }: ClauseTrace): string {
  const { releasedFrom, releasedUntil } = procedure ?? {};
  if (releasedFrom === undefined) return 'has been honoured';
  return releasedUntil === undefined
    ? `releases the deal from ${releasedFrom} on`
    : `releases the deal from ${releasedFrom} until ${releasedUntil}`;
}

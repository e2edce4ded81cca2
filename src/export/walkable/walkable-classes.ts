import type { DateVariable } from '../../diagram/compile/date-variable.ts';
import type { EventDomain } from '../../diagram/variables/event-domain.ts';
import { factVariablesOf, type ListedDomain } from '../../diagram/variables/fact-variables.ts';
import { boundsOf, intervalOfClass, rankOfClass } from '../../diagram/variables/line.ts';
import type { LineDomain } from '../../diagram/variables/line-domain.ts';
import type { StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import type { Pack } from '../../pack/pack.ts';
import { isoFromDay, type Day } from '../../vocabulary/day.ts';
import { classWords } from '../words/class-words.ts';
import { tailsOverIn } from '../words/tails-over.ts';
import type { WalkableClass } from './walkable-diagram.ts';

/** Writes the classes of a variable, each with what a value has to be to fall into it. */
export function walkableClasses(variable: Variable, pack: Pack): readonly WalkableClass[] {
  const fits = fittingOf(variable, pack);
  return variable.classes.map((_, klass) => ({
    label: classWords(variable, [klass], pack).join(', '),
    ...fits(klass),
  }));
}

type Fitting = (klass: number) => Omit<WalkableClass, 'label'>;

function fittingOf(variable: Variable, pack: Pack): Fitting {
  const { is, id } = variable.about;
  if (is === 'date') return dateFitting(variable as DateVariable);
  if (is === 'start') return startFitting(variable as StartVariable);
  if (is === 'fact') return factFitting(id, pack);
  return (klass) => ({ values: [variable.classes[klass]?.label ?? ''] });
}

function dateFitting({ turns }: DateVariable): Fitting {
  return (klass) => stretch(turns[klass - 1], turns[klass]);
}

function startFitting({ tails, over }: StartVariable): Fitting {
  return (klass) => ({ over: tailsOverIn(tails, over[klass] ?? 0) });
}

function factFitting(id: string, pack: Pack): Fitting {
  const domain = factVariablesOf(pack).get(id)?.domain;
  if (domain === undefined) throw new Error(`fact \`${id}\` has no classes`);
  if (domain.is === 'listed') return (klass) => ({ values: valuesIn(domain, klass) });
  return domain.is === 'line' ? (klass) => onLine(domain, klass) : (klass) => ofEvent(domain, klass);
}

function valuesIn({ classOf }: ListedDomain, klass: number): readonly string[] {
  return [...classOf].filter(([, each]) => each === klass).map(([value]) => String(value));
}

function onLine({ line, isDay, group }: LineDomain, klass: number): Omit<WalkableClass, 'label'> {
  const { low, high } = boundsOf(line, intervalOfClass(line, klass));
  const rank = group.length > 1 ? { rank: rankOfClass(line, klass) } : {};
  if (isDay) return { ...stretch(low?.at, high?.at), ...rank };
  return {
    ...(low !== undefined && { [low.side === 'before' ? 'atLeast' : 'moreThan']: low.at }),
    ...(high !== undefined && { [high.side === 'before' ? 'lessThan' : 'atMost']: high.at }),
    ...rank,
  };
}

function stretch(from: Day | undefined, end: Day | undefined): Omit<WalkableClass, 'label'> {
  return {
    ...(from !== undefined && { from: isoFromDay(from) }),
    ...(end !== undefined && { to: isoFromDay(end - 1) }),
  };
}

/** The first class is that the event has not happened. No scope tests an event, so that one day is like another. */
function ofEvent({ classes, tails, mayLieAhead }: EventDomain, klass: number): Omit<WalkableClass, 'label'> {
  if (klass === 0) return { values: mayLieAhead ? [] : ['not-yet'] };
  return { over: tailsOverIn(tails, classes[klass]?.over ?? 0) };
}

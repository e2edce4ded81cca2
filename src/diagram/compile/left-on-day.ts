import type { Pack } from '../../pack/pack.ts';
import type { Day } from '../../vocabulary/day.ts';
import type { ClassesLeft } from '../algebra/diagrams.ts';
import { classesOfOpenEvent } from '../variables/event-domain.ts';
import { factVariablesOf } from '../variables/fact-variables.ts';
import { classesOfStart, type StartVariable } from '../variables/start-variables.ts';
import type { Variable } from '../variables/variable.ts';
import { classOn, dayClasses } from './day-classes.ts';
import { OPEN } from './walk.ts';

/** What the day of a question leaves of the variables that hang on it: the date itself, starts, and events not known. */
export interface LeftOnDay {
  /** Below zero where no clause reads the date. */
  readonly dateLevel: number;
  readonly dateClass: number;
  readonly others: readonly { readonly level: number; readonly klass: number; readonly open: ClassesLeft }[];
}

/** Gives, for any day, what it leaves; kept for the days asked for last. */
export function leftOnDay(
  pack: Pack,
  variables: readonly Variable[],
  turns: readonly Day[],
): (day: Day) => LeftOnDay {
  const dateLevel = variables.findIndex(({ about }) => about.is === 'date');
  const dated = variables.flatMap((variable, level) => {
    const left = leftFor(variable, pack);
    return left === undefined ? [] : [{ level, left }];
  });
  const known = new Map<Day, LeftOnDay>();
  const distinct = new Map<string, LeftOnDay>();
  // Most days leave what others do: one object for them all stays close at hand.
  const shared = (found: LeftOnDay): LeftOnDay => {
    const name = JSON.stringify(found);
    const before = distinct.get(name);
    if (before === undefined && distinct.size < MOST_DAYS) distinct.set(name, found);
    return before ?? found;
  };
  const classes = dayClasses(turns);
  if (dated.length === 0) {
    const found = { dateLevel, dateClass: 0, others: [] };
    return (day) => {
      found.dateClass = classOn(classes, day);
      return found;
    };
  }
  return (day) => {
    const before = known.get(day);
    if (before !== undefined) return before;
    const others = dated.map(({ level, left }) => ({ level, ...onlyLeft(left(day)) }));
    const found = shared({ dateLevel, dateClass: classOn(classes, day), others });
    if (known.size >= MOST_DAYS) known.clear();
    known.set(day, found);
    return found;
  };
}

const MOST_DAYS = 10_000;

function leftFor(variable: Variable, pack: Pack): ((day: Day) => ClassesLeft) | undefined {
  const { about } = variable;
  if (about.is === 'start') return (day) => classesOfStart(variable as StartVariable, day);
  const domain = about.is === 'fact' ? factVariablesOf(pack).get(about.id)?.domain : undefined;
  return domain?.is === 'event' ? (day) => classesOfOpenEvent(domain, day) : undefined;
}

/** A class that is the only one left is known. */
function onlyLeft(open: ClassesLeft): { readonly klass: number; readonly open: ClassesLeft } {
  const first = open.indexOf(true);
  return { klass: open.includes(true, first + 1) ? OPEN : first, open };
}

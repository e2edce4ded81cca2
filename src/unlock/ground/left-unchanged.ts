import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { settlementAsStated } from '../../pack/settlement.ts';
import type { ClassesLeft } from '../../diagram/algebra/diagrams.ts';
import { classesLeftBy } from '../../diagram/requests/classes-left.ts';
import { classesOfOpenEvent } from '../../diagram/variables/event-domain.ts';
import type { FactVariable } from '../../diagram/variables/fact-variables.ts';
import { classOfNumber } from '../../diagram/variables/line.ts';
import { AS_ASSUMED } from '../../diagram/variables/other-variables.ts';
import { classesOfStart, type StartVariable } from '../../diagram/variables/start-variables.ts';
import type { Variable } from '../../diagram/variables/variable.ts';
import { isSettledLabel } from '../options/settled-pack.ts';
import { isChangeable } from './opened-request.ts';
import { DIRECT } from './route.ts';

interface Asked {
  readonly pack: Pack;
  readonly request: Request;
}

/** Gives which classes of a variable can occur at all, and whether a change may bring it into another. */
export function leftOnRecord(
  variable: Variable,
  candidate: string,
  asked: Asked,
): { readonly left: ClassesLeft | undefined; readonly isOpen: boolean } {
  const { about } = variable;
  if (about.is === 'fact' && isChangeable(asked.pack, asked.request, about.id)) {
    return { left: occurring(variable as FactVariable, asked), isOpen: true };
  }
  if (about.is === 'start') {
    return { left: classesOfStart(variable as StartVariable, asked.request.date), isOpen: true };
  }
  if (about.is === 'parameter' && isLength(variable)) return { left: only(0, variable), isOpen: false };
  if (OPEN.includes(about.is)) return { left: undefined, isOpen: true };
  return { left: asStated(variable, asked, candidate), isOpen: false };
}

const OPEN: readonly Variable['about']['is'][] = [
  'reading',
  'parameter',
  'election',
  'designee',
  'record',
  'unrecorded',
  'share',
  'calendar',
];

/** True of an assumed value of which only lengths of time could stand in place: nothing settles it, so it stays as it is. */
function isLength({ classes: [first, ...others] }: Variable): boolean {
  return first?.label === AS_ASSUMED && others.every(({ label }) => !isSettledLabel(label));
}

/** Of an event every class that some day up to the date gives, and the one in which it is said to be. */
function occurring(variable: FactVariable, { request, pack }: Asked): ClassesLeft | undefined {
  const { domain } = variable;
  if (domain.is !== 'event') return undefined;
  const open = classesOfOpenEvent(domain, request.date);
  const stated = classesLeftBy(request, '', pack)(variable);
  return open.map((isLeft, klass) => isLeft || klass === stated);
}

/** Gives the classes in which a variable may be where nothing is changed; `undefined` where that is any that can occur. */
export function leftUnchanged(variable: Variable, candidate: string, asked: Asked): ClassesLeft | undefined {
  return UNCHANGED[variable.about.is]?.(variable, asked, candidate);
}

type Unchanged = (variable: Variable, asked: Asked, candidate: string) => ClassesLeft | undefined;

const asStated: Unchanged = (variable, { request, pack }, candidate) =>
  classesOf(variable, classesLeftBy(request, candidate, pack)(variable));

const UNCHANGED: Readonly<Partial<Record<Variable['about']['is'], Unchanged>>> = {
  fact: (variable, asked) => factUnchanged(variable as FactVariable, asked),
  through: (variable, { request }) => labelled(request.through ?? DIRECT, variable),
  reading: (variable, { pack, request }) => {
    const taken = settlementAsStated(pack, request).readings.get(variable.about.id);
    return taken === undefined ? undefined : labelled(taken, variable);
  },
  parameter: (variable) => (variable.classes[0]?.label === AS_ASSUMED ? only(0, variable) : undefined),
  election: asStated,
  designee: asStated,
  start: asStated,
};

/** A number by which a request counts in measures is cut in more places than others. */
function factUnchanged(variable: FactVariable, { request, pack }: Asked): ClassesLeft | undefined {
  const { about, domain } = variable;
  const value = Object.hasOwn(request.facts, about.id) ? request.facts[about.id] : undefined;
  if (domain.is === 'line' && domain.group.length < 2) {
    return value === undefined ? undefined : only(classOfNumber(domain.line, Number(value), []), variable);
  }
  return classesOf(variable, classesLeftBy(request, '', pack)(variable));
}

function classesOf(variable: Variable, left: number | ClassesLeft | undefined): ClassesLeft | undefined {
  return typeof left === 'number' ? only(left, variable) : left;
}

function only(klass: number, { classes }: Variable): ClassesLeft {
  return classes.map((_, each) => each === klass);
}

function labelled(label: string, { classes }: Variable): ClassesLeft {
  return classes.map((each) => each.label === label);
}

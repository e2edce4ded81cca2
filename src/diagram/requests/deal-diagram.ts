import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { FALSE, type ClassesLeft, type Diagram, type Diagrams } from '../algebra/diagrams.ts';
import { mapTerminals, restrict } from '../algebra/read-diagrams.ts';
import { terminalOf } from '../clauses/outcome-diagram.ts';
import { factsTestedIn } from '../variables/facts-tested.ts';
import { factVariablesOf, type FactVariable } from '../variables/fact-variables.ts';
import { boundsOf, intervalOf, intervalOfClass } from '../variables/line.ts';
import { hasOpenPast, sizeVariable } from './size-variable.ts';
import type { Variable } from '../variables/variable.ts';

/** True where all limits on the quantities that can be made smaller are figures, so that every smaller deal can be tried. */
export function isPlainlyDivisible(pack: Pack, request: Request): boolean {
  const { divisible = [], opportunity } = request;
  if (divisible.length === 0) return true;
  if (opportunity?.events.some((event) => event.is === 'exercise' && event.takes !== undefined) === true) {
    return false;
  }
  const { tests, linked, sizes } = factsTestedIn(pack);
  return divisible.every(
    (fact) =>
      !linked.has(fact) &&
      !hasOpenPast(pack, request, fact) &&
      [fact, ...(sizes.get(fact) ?? [])]
        .flatMap((each) => tests.get(each) ?? [])
        .every(({ comparison }) => !('bound' in comparison) || isFigure(comparison.bound.stated)),
  );
}

type StatedForm = Readonly<{ is: string; of?: Readonly<Record<string, { readonly is: string }>> }>;

function isFigure({ is, of = {} }: StatedForm): boolean {
  if (is === 'by-reading') return Object.values(of).every((limit) => limit.is !== 'unknown');
  return is === 'set' || is === 'none';
}

/**
 * Gives the outcome of a deal of which less may be done: where the whole cannot be served and some smaller quantity of one
 * divisible fact could be, it is conditional on the reduction.
 */
export function dealDiagram(
  diagrams: Diagrams,
  outcome: Diagram,
  variables: readonly Variable[],
  pack: Pack,
  request: Request,
): Diagram {
  const quantities = quantitiesIn(variables, pack, request);
  if (quantities.length === 0) return outcome;
  const wholes = new Map(quantities.map(({ level, whole }) => [level, whole]));
  const whole = restrict(diagrams, outcome, wholes);
  const served = quantities.flatMap(({ level, smaller }) =>
    smaller.map((portion) =>
      servedIn(diagrams, restrict(diagrams, outcome, new Map(wholes).set(level, portion))),
    ),
  );
  const conditional = diagrams.ite(diagrams.any(served), terminalOf('conditional'), whole);
  return diagrams.ite(servedIn(diagrams, whole), whole, conditional);
}

/** Where a deal can be done, at once or after steps. */
function servedIn(diagrams: Diagrams, outcome: Diagram): Diagram {
  const fits = [terminalOf('permitted'), terminalOf('conditional')];
  return mapTerminals(diagrams, outcome, (terminal) => (fits.includes(terminal) ? 1 : FALSE));
}

/** A divisible fact that is a variable: the class of the quantity stated, and each of those below it. */
interface Quantities {
  readonly level: number;
  readonly whole: ClassesLeft;
  readonly smaller: readonly ClassesLeft[];
}

function quantitiesIn(variables: readonly Variable[], pack: Pack, request: Request): readonly Quantities[] {
  return (request.divisible ?? []).flatMap((fact): readonly Quantities[] => {
    const level = variables.findIndex(({ key }) => key === `fact ${fact}`);
    const variable = sizeVariable(pack, request, fact) ?? factVariablesOf(pack).get(fact);
    if (level === -1 || variable?.domain.is !== 'line') return [];
    const full = intervalOf(variable.domain.line, Number(request.facts[fact]));
    const only = (klass: number): ClassesLeft => variable.classes.map((_, each) => each === klass);
    const smaller = positiveIntervals(variable, full);
    return [{ level, whole: only(full), smaller: smaller.map(only) }];
  });
}

/** Classes of quantities above nothing and below the stated one. Each interval is one class. */
function positiveIntervals({ classes, domain }: FactVariable, full: number): readonly number[] {
  if (domain.is !== 'line') return [];
  return classes.flatMap((_, klass) => {
    const interval = intervalOfClass(domain.line, klass);
    const { high } = boundsOf(domain.line, interval);
    return interval < full && high !== undefined && high.at > 0 ? [klass] : [];
  });
}

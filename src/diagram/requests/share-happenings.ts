import type { Variable } from '../variables/variable.ts';
import type { MeasureVariable } from './measure-tests.ts';

/** True where measures that are open may not be open together: then some of the cases that are possible of each are not possible at once. */
export function shareHappenings(support: readonly Variable[]): boolean {
  const measures = support.filter(isMeasure);
  return (
    measures.some(({ isExact }) => !isExact) ||
    measures.some((one, place) => measures.slice(place + 1).some((other) => sharesWith(one, other)))
  );
}

function isMeasure(variable: Variable): variable is MeasureVariable {
  return variable.about.is === 'measure';
}

/** One measure for two values of its keys counts nothing twice, unless a happening's own keys are not known. */
function sharesWith(one: MeasureVariable, other: MeasureVariable): boolean {
  if (!one.counts.some((happening) => other.counts.includes(happening))) return false;
  return one.about.id !== other.about.id || !one.isAlone || !other.isAlone;
}

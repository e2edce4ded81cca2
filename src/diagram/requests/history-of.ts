import { procedureParameters } from '../../pack/procedure-parameters.ts';
import type { Stated } from '../../vocabulary/stated.ts';
import type { FirstRightClause } from '../../procedure/record/first-right-clause.ts';

/**
 * Rights that see the same events and make the same of them have one history. So have the versions of an amended clause,
 * of which one at most is in force, unless one survives its end. Other rights are taken each by itself.
 */
export function historyOf({ id, lineage, holder, procedure, survives }: FirstRightClause): string {
  const { able, frequency, mayLackTalks, releaseTo, terms } = procedure;
  const parameters = procedureParameters(procedure).map(({ stated }) => stated);
  if (parameters.every(isSettled) && !isOnCalendar(frequency?.period)) {
    return JSON.stringify([
      holder,
      parameters,
      mayLackTalks,
      able,
      frequency,
      releaseTo,
      terms.better,
      terms.tolerance,
    ]);
  }
  return survives === undefined ? (lineage ?? id) : `${id} alone`;
}

function isSettled(stated: Stated<unknown>): boolean {
  if (stated.is === 'by-reading')
    return Object.values(stated.of).every((limit) => limit.is !== 'unknown' && isSettled(limit));
  return stated.is === 'none' || (stated.is === 'set' && !isOnCalendar(stated.value));
}

/** True of a length whose end each right may have to find for itself. */
function isOnCalendar(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'calendar' in value;
}

import type { Pack } from '../../pack/pack.ts';
import type { Settlement } from '../../pack/settlement.ts';
import { FALSE, TRUE, type ClassesLeft } from '../algebra/diagrams.ts';
import { is, type CandidateGround } from '../clauses/ground.ts';
import { survivesDiagram } from '../clauses/pending-diagram.ts';
import { startLevels, type LaidGround } from '../clauses/levels.ts';
import { AS_ASSUMED, stateVariable, waiverVariable } from '../variables/other-variables.ts';
import { classesOf } from '../variables/classes.ts';
import type { Variable } from '../variables/variable.ts';
import { fromDay, type DateVariable } from './date-variable.ts';

/**
 * Lays the ground of a whole pack: every request is still possible, and only what is settled for all of them is settled.
 * Where nothing at all is settled, an assumed value is in one of its classes like any other unknown.
 * Variables stand in the order given; those not in it come below, as they are asked for.
 */
export function packGround(
  pack: Pack,
  settlement: Settlement | 'open',
  date: DateVariable,
  { order = [], budget }: { readonly order?: readonly Variable[]; readonly budget?: number } = {},
): LaidGround {
  const { diagrams, variables, levelOf } = startLevels(budget);
  const classes = classesOf(pack);
  for (const variable of order) levelOf(variable, leftWhere(variable, settlement));
  const test: CandidateGround['test'] = (variable, fits) => {
    const settled = settledClass(variable, settlement);
    if (settled !== undefined) return fits(settled) ? TRUE : FALSE;
    return diagrams.test(levelOf(variable, leftWhere(variable, settlement)), fits);
  };
  const forCandidate = (candidate: string): CandidateGround => {
    const ground: CandidateGround = {
      pack,
      candidate,
      diagrams,
      classes,
      test,
      from: (day) => fromDay(date, day, test),
      state: (clause, state) => is(ground, stateVariable(clause), state),
      waived: (_clause, party) => is(ground, waiverVariable(party), 'yes'),
      consentHolds: () => TRUE,
      stateAfterEnd: (clause, state) =>
        diagrams.and(survivesDiagram(ground, clause), is(ground, stateVariable(clause), state)),
    };
    return ground;
  };
  return { diagrams, variables, forCandidate };
}

/** Of an assumed parameter that is opened, every class but what was assumed. */
function leftWhere({ about, classes }: Variable, settlement: Settlement | 'open'): ClassesLeft | undefined {
  if (settlement === 'open') return undefined;
  const { opened } = settlement;
  const isOpened = about.is === 'parameter' && opened.has(about.id) && classes[0]?.label === AS_ASSUMED;
  return isOpened ? classes.map(({ label }) => label !== AS_ASSUMED) : undefined;
}

/** The only class that a settlement leaves of a reading or an assumed parameter. */
function settledClass({ about, classes }: Variable, settlement: Settlement | 'open'): number | undefined {
  if (settlement === 'open') return undefined;
  if (about.is === 'reading') {
    const taken = settlement.readings.get(about.id);
    return taken === undefined ? undefined : classes.findIndex(({ label }) => label === taken);
  }
  if (about.is !== 'parameter' || classes[0]?.label !== AS_ASSUMED) return undefined;
  return settlement.opened.has(about.id) ? undefined : 0;
}

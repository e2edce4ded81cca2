import type { Request } from '../../pack/request.ts';
import { RECORD_ID } from '../../pack/unknown-ids.ts';
import { TooManyWays } from '../../procedure/questions/too-many-ways.ts';
import type { FirstRightClause } from '../../procedure/record/first-right-clause.ts';
import { statesAfterEnd, statesInForce } from '../../procedure/record/states-under.ts';
import type { State } from '../../procedure/states/state.ts';
import { BudgetSpent, FALSE, type Diagram } from '../algebra/diagrams.ts';
import { is, type Ground } from '../clauses/ground.ts';
import { STATES, type FirstRightState } from '../variables/other-variables.ts';
import { variableOf, words } from '../variables/variable.ts';
import { diagramExplorer } from './diagram-explorer.ts';
import { historyOf } from './history-of.ts';
import { restDiagram } from './rest-diagram.ts';
import { told } from './told.ts';

/**
 * Gives where a first right in force stands in the deal on record, over everything that its text and the record leave open:
 * one of `STATES` by its place among them.
 */
export function firstRightDiagram(ground: Ground, clause: FirstRightClause, request: Request): Diagram {
  return overAll(ground, clause, request, { find: statesInForce, history: historyOf(clause) });
}

/** Gives the same where the clause is out of force, of a deal that was under way when it ended. */
export function endedRightDiagram(ground: Ground, clause: FirstRightClause, request: Request): Diagram {
  // A right in force sees what one that has ended no longer does.
  return overAll(ground, clause, request, { find: statesAfterEnd, history: `${clause.id} since its end` });
}

function overAll(
  ground: Ground,
  clause: FirstRightClause,
  request: Request,
  { find, history }: { readonly find: typeof statesInForce; readonly history: string },
): Diagram {
  const { diagrams, pack } = ground;
  try {
    return find(clause, pack, request, diagramExplorer(ground)).reduceRight<Diagram>(
      (rest, { value, mark }) => diagrams.ite(mark, whereStands(ground, history, request, value), rest),
      TO_BE_OFFERED,
    );
  } catch (error) {
    if (error instanceof TooManyWays) throw new BudgetSpent(error.message);
    throw error;
  }
}

const TO_BE_OFFERED: Diagram = STATES.indexOf('to be offered');

/** What happened off the record is an unknown of its own; where it could not have happened, nothing has. */
function whereStands(ground: Ground, history: string, request: Request, states: readonly State[]): Diagram {
  const [first] = states;
  const asRecorded = first === undefined ? TO_BE_OFFERED : stateDiagram(ground, first, request);
  const reached = states.map((state) => told(state)).filter((state) => state !== undefined);
  if (states.every((state) => stateDiagram(ground, state, request) === asRecorded)) return asRecorded;
  const variable = variableOf({ is: 'record', id: history }, RECORD_ID, words('as recorded', ...STATES));
  return STATES.reduce<Diagram>((rest, state, place) => {
    if (!reached.includes(state)) return rest;
    return ground.diagrams.ite(is(ground, variable, state), place, rest);
  }, asRecorded);
}

/** Of a deal taken in part, as much as is left is free. */
function stateDiagram(ground: Ground, state: State, request: Request): Diagram {
  if (state.is !== 'partly-exercised') return placeOf(told(state) ?? 'to be offered');
  const isWithinRest = restDiagram(ground, state, request);
  if (isWithinRest === FALSE) return placeOf('exercised');
  return ground.diagrams.ite(isWithinRest, placeOf('released'), placeOf('exercised'));
}

function placeOf(state: FirstRightState): Diagram {
  return STATES.indexOf(state);
}

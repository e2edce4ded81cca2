import { instrumentOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import { PENDING_RULES } from '../../pack/procedure.ts';
import type { Request } from '../../pack/request.ts';
import { everyBranch } from '../questions/every-branch.ts';
import { wordQuestion, type Ask } from '../questions/question.ts';
import { waysOf, type Explorer, type Way } from '../questions/ways-of.ts';
import { alternativesFor } from '../states/alternatives.ts';
import { isUnderWay, START, type State } from '../states/state.ts';
import { courseOf, onward, type Course, type Deal } from './course-of.ts';
import type { FirstRightClause } from './first-right-clause.ts';
import { recordOf, type OpportunityRecord } from './opportunity-record.ts';
import { outOfForceSince } from './out-of-force.ts';

type Ways<Mark> = readonly Way<readonly State[], Mark>[];

/** Gives every state in which the deal on record may stand under a clause that is in force. */
export function statesInForce<Mark>(
  clause: FirstRightClause,
  pack: Pack,
  request: Request,
  explorer: Explorer<Mark>,
): Ways<Mark> {
  const deal = dealUnder(clause, pack, request);
  if (deal === undefined) return [{ value: [UNTOUCHED], mark: explorer.always }];
  return courseOf(deal, () => ({ outOfForce: Infinity, standings: [START] }), explorer);
}

/**
 * Gives every state in which the deal on record may stand under a clause that is out of force, as far as it was under way
 * when the clause ended and goes on; `ended` where nothing was, or what was has gone with the clause.
 */
export function statesAfterEnd<Mark>(
  clause: FirstRightClause,
  pack: Pack,
  request: Request,
  explorer: Explorer<Mark>,
): Ways<Mark> {
  const deal = dealUnder(clause, pack, request);
  const isOver = deal !== undefined && endsOf(clause, pack, request).length > 0;
  if (!isOver) return [{ value: [ENDED], mark: explorer.always }];
  const begin = (ask: Ask): Course => {
    const outOfForce = outOfForceSince(clause, pack, request, ask);
    const isOwnEnd = outOfForce < amendedFrom(clause, pack);
    const start = isOwnEnd ? START : { state: ENDED, notices: [] };
    return { outOfForce, standings: [start] };
  };
  const ways = courseOf(deal, begin, explorer);
  return onward(
    ways,
    (states, ask) => {
      if (!states.some(goesOn)) return [ENDED];
      const { pending } = clause.procedure;
      return ask(wordQuestion(pending, PENDING_RULES)) === 'survives' ? states : [ENDED];
    },
    explorer,
  );
}

const UNTOUCHED: State = { is: 'must-offer', triggered: false };
const ENDED: State = { is: 'ended' };

/** True of a state in which a clause that has ended would still say something. */
function goesOn(state: State): boolean {
  const { is } = state;
  return isUnderWay(state) || is === 'signed-first' || is === 'exercised' || is === 'partly-exercised';
}

/** The day from which another version stands in a clause's place: what is amended goes on in its amended form alone. */
function amendedFrom({ id, lineage = id, endedBy }: FirstRightClause, pack: Pack): number {
  const versions = pack.clauses.filter(
    (other) => other.lineage === lineage && endedBy.includes(other.instrument),
  );
  return Math.min(...versions.map(({ instrument }) => instrumentOf(pack, instrument).possiblyFrom));
}

/** A clause and the deal on record; nothing where nothing is on record and nothing can have happened besides. */
function dealUnder(clause: FirstRightClause, pack: Pack, request: Request): Deal | undefined {
  const { opportunity, date } = request;
  if (opportunity === undefined) return undefined;
  const record: OpportunityRecord = recordOf(opportunity, date);
  if (record.events.length === 0 && record.completeTo >= record.to) return undefined;
  const ends = endsOf(clause, pack, request);
  return { clause, record, alternatives: alternativesFor(clause.procedure, record, ends) };
}

/** Every day from which the clause may have been out of force. */
function endsOf(clause: FirstRightClause, pack: Pack, request: Request): readonly number[] {
  const ways = waysOf((ask) => outOfForceSince(clause, pack, request, ask), everyBranch);
  return [...new Set(ways.map(({ value }) => value))].filter((day) => Number.isFinite(day));
}

import type { Clause } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { isFirstRight, type ClauseKind } from '../../vocabulary/clause-kind.ts';
import type { Position } from '../../vocabulary/position.ts';
import type { Circumstances } from './circumstances.ts';
import { withConsent } from './course.ts';
import { consentPositions } from '../../procedure/consent.ts';
import { recordFor } from '../../procedure/record/opportunity-record.ts';
import { untilKey } from '../../pack/scopes.ts';
import { endedRightPositions, firstRightPositions } from './first-right-positions.ts';
import { limitOf, openIdsOf } from '../../pack/settlement.ts';
import { holdingOf } from './holding.ts';
import type { StatedPositions } from './what-is-stated.ts';

/** Gives what a clause says where it is in force, its scope is met and nothing carves the case out. */
export function statedPositions(clause: Clause, circumstances: Circumstances): StatedPositions {
  return byHolding(clause, circumstances, STATEMENTS[clause.kind]);
}

/** Gives what a clause still says that is out of force: nothing, unless a first right has a deal under way. */
export function positionsSinceEnd(clause: Clause, circumstances: Circumstances): StatedPositions {
  return isFirstRight(clause.kind)
    ? byHolding(clause, circumstances, endedRightPositions)
    : certain('nothing');
}

/** Says it of the candidate as one that counts with the holder, as another, or, where that is open, as either. */
function byHolding(clause: Clause, circumstances: Circumstances, state: Statement): StatedPositions {
  const holding = holdingOf(clause, circumstances);
  if (holding.finding !== 'unknown') return state(clause, circumstances, holding.finding === 'met');
  const asHolder = state(clause, circumstances, true);
  const asAnother = state(clause, circumstances, false);
  return {
    positions: [...new Set([...asAnother.positions, ...asHolder.positions])],
    dependsOn: [...new Set([...holding.dependsOn, ...asAnother.dependsOn, ...asHolder.dependsOn])],
    states: asAnother.states,
  };
}

/** What each kind says of its holder, or of those who count with it, and of everybody else. */
type Statement = (clause: Clause, circumstances: Circumstances, asHolder: boolean) => StatedPositions;

const STATEMENTS: Readonly<Record<ClauseKind, Statement>> = {
  exclusivity: exclusivityPositions,
  'continued-use': (_clause, _circumstances, asHolder) => certain(asHolder ? 'permits' : 'nothing'),
  'first-refusal': firstRightPositions,
  'first-offer': firstRightPositions,
  'first-negotiation': firstRightPositions,
  permission: () => certain('permits'),
  prohibition: () => certain('forbids'),
  precondition: preconditionPositions,
  obligation: () => certain('nothing'),
};

/** An exclusive right keeps out the grantor too; a sole one does not. */
function exclusivityPositions(
  clause: Clause,
  { candidate, settlement }: Circumstances,
  asHolder: boolean,
): StatedPositions {
  const { sole, grantor } = clause;
  if (asHolder) return certain('reserves');
  if (sole === undefined || candidate !== grantor) return certain('reserved-for-another');
  const limit = limitOf(sole, settlement);
  if (limit !== undefined)
    return certain(limit.is === 'set' && limit.value ? 'nothing' : 'reserved-for-another');
  const dependsOn = openIdsOf(sole, settlement);
  return { positions: ['reserved-for-another', 'nothing'], dependsOn, states: [] };
}

function certain(position: Position): StatedPositions {
  return { positions: [position], dependsOn: [], states: [] };
}

function preconditionPositions(clause: Clause, circumstances: Circumstances): StatedPositions {
  const until = clause.precondition?.until;
  if (until === undefined) throw new Error(`precondition \`${clause.id}\` is not resolved`);
  if (until.is === 'consent') {
    const recorded = recordFor(circumstances.candidate, circumstances.request);
    const record = withConsent(recorded, until.by, circumstances.course);
    const said = consentPositions(until.by, record);
    return { ...weighed(said, clause.precondition?.reasonableIf, circumstances.request.facts), states: [] };
  }
  const shown = circumstances.scopeFinding(untilKey(clause));
  if (shown.trace.finding === 'unknown') {
    return { positions: ['not-before', 'nothing'], dependsOn: shown.dependsOn, states: [] };
  }
  return certain(shown.trace.finding === 'met' ? 'nothing' : 'not-before');
}

/** A refusal that has to be reasonable bars only if it has been found so; an unreasonable one leaves the step open. */
function weighed(
  said: Omit<StatedPositions, 'states'>,
  assessment: string | undefined,
  facts: Request['facts'],
): Omit<StatedPositions, 'states'> {
  if (assessment === undefined || !said.positions.includes('forbids')) return said;
  const found = Object.hasOwn(facts, assessment) ? facts[assessment] : undefined;
  if (found === true) return said;
  const softened = said.positions.map((position) => (position === 'forbids' ? 'not-before' : position));
  if (found === false) return { ...said, positions: [...new Set(softened)] };
  return {
    positions: [...new Set([...said.positions, ...softened])],
    dependsOn: [...said.dependsOn, assessment],
  };
}

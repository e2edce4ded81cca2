import type { Clause, Procedure } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { ClauseKind } from '../../vocabulary/clause-kind.ts';
import type { Position } from '../../vocabulary/position.ts';
import type { Circumstances } from './circumstances.ts';
import { firstRightStates } from '../../procedure/first-right-states.ts';
import type { State } from '../../procedure/first-right.ts';
import { consentPositions } from '../../procedure/consent.ts';
import { recordFor, recordOf } from '../../procedure/opportunity-record.ts';
import { untilKey } from '../../pack/scopes.ts';
import { limitOf, openIdsOf } from '../../pack/settlement.ts';
import { holdingOf } from './holding.ts';

/** The positions that a clause may take where it applies, the unknowns behind them, and the states of a first right. */
export interface StatedPositions {
  readonly positions: readonly Position[];
  readonly dependsOn: readonly string[];
  readonly states: readonly State[];
}

/** Gives what a clause says where it is in force, its scope is met and nothing carves the case out. */
export function statedPositions(clause: Clause, circumstances: Circumstances): StatedPositions {
  const state = STATEMENTS[clause.kind];
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

function firstRightPositions(
  clause: Clause,
  circumstances: Circumstances,
  asHolder: boolean,
): StatedPositions {
  const { request, candidate, settlement } = circumstances;
  const { holder, procedure } = rightOf(clause);
  const tell = asHolder ? positionOfHolder : positionOfOther;
  if (asHolder && request.opportunity === undefined) return certain('nothing');
  const record =
    asHolder && request.opportunity !== undefined
      ? recordOf(request.opportunity, request.date)
      : recordFor(candidate, request);
  const found = firstRightStates(holder, procedure, record, settlement, tell);
  return {
    positions: [...new Set(found.states.map(tell))],
    dependsOn: found.dependsOn,
    states: asHolder ? [] : found.states,
  };
}

function rightOf(clause: Clause): { readonly holder: string; readonly procedure: Procedure } {
  const { holder, procedure } = clause;
  if (holder === undefined || procedure === undefined)
    throw new Error(`first right \`${clause.id}\` is not resolved`);
  return { holder, procedure };
}

function positionOfHolder(state: State): Position {
  return state.is === 'exercised' ? 'reserves' : 'nothing';
}

function positionOfOther(state: State): Position {
  if (state.is === 'released') return 'nothing';
  return state.is === 'exercised' ? 'reserved-for-another' : 'offer-first';
}

function preconditionPositions(clause: Clause, circumstances: Circumstances): StatedPositions {
  const until = clause.precondition?.until;
  if (until === undefined) throw new Error(`precondition \`${clause.id}\` is not resolved`);
  if (until.is === 'consent') {
    const record = recordFor(circumstances.candidate, circumstances.request);
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

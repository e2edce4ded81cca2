import type { Clause, Procedure } from '../../pack/pack.ts';
import type { ClauseKind } from '../../vocabulary/clause-kind.ts';
import type { Position } from '../../vocabulary/position.ts';
import type { Circumstances } from './circumstances.ts';
import { firstRightStates } from '../procedure/first-right-states.ts';
import type { State } from '../procedure/first-right.ts';
import { consentPositions } from '../procedure/consent.ts';
import { recordFor, recordOf } from '../procedure/opportunity-record.ts';
import { untilKey } from '../criteria/scopes.ts';

/** The positions that a clause may take where it applies, the unknowns behind them, and the states of a first right. */
export interface StatedPositions {
  readonly positions: readonly Position[];
  readonly dependsOn: readonly string[];
  readonly states: readonly State[];
}

/** Gives what a clause says where it is in force, its scope is met and nothing carves the case out. */
export function statedPositions(clause: Clause, circumstances: Circumstances): StatedPositions {
  const isHolder = circumstances.candidate === clause.holder;
  return BY_KIND[clause.kind](clause, circumstances, isHolder);
}

type Statement = (clause: Clause, circumstances: Circumstances, isHolder: boolean) => StatedPositions;

const BY_KIND: Readonly<Record<ClauseKind, Statement>> = {
  exclusivity: (_clause, _circumstances, isHolder) => certain(isHolder ? 'reserves' : 'reserved-for-another'),
  'continued-use': (_clause, _circumstances, isHolder) => certain(isHolder ? 'permits' : 'nothing'),
  'first-refusal': firstRightPositions,
  'first-offer': firstRightPositions,
  'first-negotiation': firstRightPositions,
  permission: () => certain('permits'),
  prohibition: () => certain('forbids'),
  precondition: preconditionPositions,
  obligation: () => certain('nothing'),
};

function certain(position: Position): StatedPositions {
  return { positions: [position], dependsOn: [], states: [] };
}

function firstRightPositions(
  clause: Clause,
  circumstances: Circumstances,
  isHolder: boolean,
): StatedPositions {
  const { request, candidate, settlement } = circumstances;
  const { holder, procedure } = rightOf(clause);
  const tell = isHolder ? positionOfHolder : positionOfOther;
  if (isHolder && request.opportunity === undefined) return certain('nothing');
  const record =
    isHolder && request.opportunity !== undefined
      ? recordOf(request.opportunity, request.date)
      : recordFor(candidate, request);
  const found = firstRightStates(holder, procedure, record, settlement, tell);
  return {
    positions: [...new Set(found.states.map(tell))],
    dependsOn: found.dependsOn,
    states: isHolder ? [] : found.states,
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
    return {
      ...consentPositions(until.by, recordFor(circumstances.candidate, circumstances.request)),
      states: [],
    };
  }
  const shown = circumstances.scopeFinding(untilKey(clause));
  if (shown.trace.finding === 'unknown') {
    return { positions: ['not-before', 'nothing'], dependsOn: shown.dependsOn, states: [] };
  }
  return certain(shown.trace.finding === 'met' ? 'nothing' : 'not-before');
}

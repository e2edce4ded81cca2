import type { Clause } from '../../src/pack/pack.ts';
import type { ProviderSelection } from '../../src/pack/provider-selection.ts';
import type { Day } from '../../src/vocabulary/day.ts';
import type { Position } from '../../src/vocabulary/position.ts';
import { afterCeasing } from './naive-ceasing.ts';
import { consentOf } from './naive-consents.ts';
import { firstRightPositions } from './naive-first-right-positions.ts';
import { isInForce } from './naive-force.ts';
import { isAsHolder } from './naive-holder.ts';
import { isFirstRightClause, runningOn } from './naive-pending.ts';
import { applies, isMet } from './naive-scope.ts';
import { isWaived } from './naive-waivers.ts';
import { limitOf, valueOfFact, type World } from './naive-world.ts';

/** What each clause says in this completion, before precedence; clauses that say nothing may be left out. */
export function positionsOf(world: World, acts: readonly string[]): ReadonlyMap<Clause, Position> {
  const { actor } = world.request;
  const living = world.pack.clauses.flatMap((clause): Living[] => {
    if (!clause.binds.includes(actor) || !clause.acts.some((act) => acts.includes(act))) return [];
    if (isInForce(world, clause)) return isAtStake(world, clause) ? [{ clause, end: NEVER }] : [];
    const running = runningOn(world, clause);
    return running !== undefined && isAtStake(world, clause) ? [running] : [];
  });
  const running = living.flatMap(({ clause, end }) => (isFirstRightClause(clause) ? [{ clause, end }] : []));
  const byProcedure = firstRightPositions(world, running);
  const speaking = living.filter(({ clause }) => applies(world, clause));
  return new Map(
    speaking.map(({ clause }) => {
      const position = afterCeasing(world, clause, byProcedure.get(clause.id) ?? positionOf(world, clause));
      return [clause, position !== 'nothing' && isWaived(world, clause) ? 'nothing' : position];
    }),
  );
}

/** A clause that may speak, and the first day on which it is no longer in force. */
interface Living {
  readonly clause: Clause;
  readonly end: Day;
}

const NEVER = Number.POSITIVE_INFINITY;

/** One history is behind a deal and its smaller versions, so it is told of every first right that may speak in one of them. */
function isAtStake(world: World, clause: Clause): boolean {
  return (world.request.divisible !== undefined && isFirstRightClause(clause)) || applies(world, clause);
}

function positionOf(world: World, clause: Clause): Position {
  if (clause.kind === 'exclusivity') return exclusivityPosition(world, clause);
  if (clause.kind === 'continued-use') return isAsHolder(world, clause) ? 'permits' : 'nothing';
  return names(clause.providers, world.provider) ? positionToNamed(world, clause) : 'nothing';
}

function exclusivityPosition(world: World, clause: Clause): Position {
  if (isAsHolder(world, clause)) return 'reserves';
  return world.provider === clause.grantor && isSole(world, clause) ? 'nothing' : 'reserved-for-another';
}

/** A right that does not say that its grantor stays free keeps it out; one whose text is open may do either. */
function isSole(world: World, { sole }: Clause): boolean {
  if (sole === undefined) return false;
  const limit = limitOf(world, sole);
  if (limit !== undefined) return limit.is === 'set' && limit.value;
  return world.choose({ key: `parameter ${sole.id}`, reportedAs: sole.id }, [true, false]);
}

function positionToNamed(world: World, clause: Clause): Position {
  if (clause.kind === 'permission') return 'permits';
  if (clause.kind === 'prohibition') return 'forbids';
  return clause.kind === 'precondition' ? preconditionPosition(world, clause) : 'nothing';
}

function names(selection: ProviderSelection, provider: string): boolean {
  if (selection.is === 'any') return true;
  return selection.parties.includes(provider) === (selection.is === 'only');
}

function preconditionPosition(world: World, clause: Clause): Position {
  const until = clause.precondition?.until;
  if (until === undefined) throw new RangeError(`${clause.id} is a precondition without a step`);
  if (until.is === 'criterion') return isMet(world, until.criterion) ? 'nothing' : 'not-before';
  const { opportunity } = world.request;
  if (opportunity === undefined || opportunity.counterparty !== world.provider) return 'not-before';
  const answer = consentOf(world, opportunity, { party: until.by, clause });
  if (answer === undefined) return 'not-before';
  if (answer === 'consent') return 'nothing';
  return refusalCounts(world, clause) ? 'forbids' : 'not-before';
}

/** Where a refusal has to be reasonable, it counts only if somebody found it so. */
function refusalCounts(world: World, { precondition }: Clause): boolean {
  const finding = precondition?.reasonableIf;
  return finding === undefined || valueOfFact(world, finding) === true;
}

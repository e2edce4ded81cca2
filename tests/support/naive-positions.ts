import type { Position } from '../../src/vocabulary/position.ts';
import type { Clause, ProviderSelection } from '../../src/pack/pack.ts';
import type { Opportunity } from '../../src/pack/request.ts';
import { reachableStages, type FirstRightClause } from './naive-history.ts';
import type { Stage } from './naive-first-right.ts';
import { afterCeasing } from './naive-ceasing.ts';
import { isInForce } from './naive-force.ts';
import { isAsHolder } from './naive-holder.ts';
import { applies, isMet } from './naive-scope.ts';
import { limitOf, valueOfFact, type World } from './naive-world.ts';

/** What each clause says in this completion, before precedence; clauses that say nothing may be left out. */
export function positionsOf(world: World, acts: readonly string[]): ReadonlyMap<Clause, Position> {
  const living = world.pack.clauses.filter(
    (clause) =>
      clause.binds.includes(world.request.actor) &&
      clause.acts.some((act) => acts.includes(act)) &&
      isInForce(world, clause) &&
      (isOfAnySize(world, clause) || applies(world, clause)),
  );
  const speaking = living.filter((clause) => applies(world, clause));
  const firstRights = living.filter(isFirstRightClause);
  const byProcedure = firstRightPositions(world, firstRights);
  const positions = speaking.map((clause): readonly [Clause, Position] => {
    const said = byProcedure.get(clause.id) ?? positionOf(world, clause);
    const position = afterCeasing(world, clause, said);
    return [clause, position !== 'nothing' && isWaived(world, clause) ? 'nothing' : position];
  });
  return new Map(positions);
}

/** One history is behind a deal and its smaller versions, so it is told of every first right that may speak in one of them. */
function isOfAnySize({ request }: World, clause: Clause): boolean {
  return request.divisible !== undefined && isFirstRightClause(clause);
}

/** A waiver takes from this deal what is owed to one party; what is owed to several stands until all have waived it. */
function isWaived(world: World, clause: Clause): boolean {
  const { opportunity } = world.request;
  if (opportunity === undefined || opportunity.counterparty !== world.provider) return false;
  return clause.owedTo.length > 0 && clause.owedTo.every((party) => hasWaived(world, opportunity, party));
}

function hasWaived(world: World, opportunity: Opportunity, party: string): boolean {
  const { date } = world.request;
  const isRecorded = opportunity.events.some(
    (event) => event.is === 'waiver' && event.party === party && event.on <= date,
  );
  if (isRecorded || opportunity.completeTo >= date) return isRecorded;
  return world.choose({ key: `waiver of ${party}`, reportedAs: 'opportunity.complete-to' }, [true, false]);
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
  const answer = consentOf(world, opportunity, until.by);
  if (answer === undefined) return 'not-before';
  if (answer === 'consent') return 'nothing';
  return refusalCounts(world, clause) ? 'forbids' : 'not-before';
}

/** Where a refusal has to be reasonable, it counts only if somebody found it so. */
function refusalCounts(world: World, { precondition }: Clause): boolean {
  const finding = precondition?.reasonableIf;
  return finding === undefined || valueOfFact(world, finding) === true;
}

/** The last word of a party on the deal, `undefined` for none. After the record ends, it may have said anything. */
function consentOf(world: World, opportunity: Opportunity, party: string): 'consent' | 'refusal' | undefined {
  const { date } = world.request;
  const said = opportunity.events.flatMap((event) =>
    (event.is === 'consent' || event.is === 'refusal') && event.party === party && event.on <= date
      ? [{ is: event.is, on: event.on }]
      : [],
  );
  const recorded = [...said].sort((one, other) => one.on - other.on).at(-1)?.is;
  if (opportunity.completeTo >= date) return recorded;
  const variable = { key: `consent of ${party}`, reportedAs: 'opportunity.complete-to' };
  const answers = [...new Set([recorded, 'consent', 'refusal'] as const)];
  return world.choose(variable, answers);
}

function isFirstRightClause(clause: Clause): clause is FirstRightClause {
  const kinds: readonly string[] = ['first-refusal', 'first-offer', 'first-negotiation'];
  return kinds.includes(clause.kind) && clause.procedure !== undefined && clause.holder !== undefined;
}

/** All first rights at once, for they share one history of the deal. */
function firstRightPositions(
  world: World,
  clauses: readonly FirstRightClause[],
): ReadonlyMap<string, Position> {
  const { opportunity } = world.request;
  if (opportunity === undefined || clauses.length === 0) {
    return new Map(clauses.map((clause) => [clause.id, unofferedPosition(world, clause)]));
  }
  const { counterparty } = opportunity;
  const bearing = clauses.filter((clause) => isAsHolder(world, clause) || counterparty === world.provider);
  const found = reachableStages(world, opportunity, clauses).map((stages) => {
    const told = bearing.map((clause) => [clause.id, toldOf(stages[clauses.indexOf(clause)]?.is)] as const);
    return Object.fromEntries(told);
  });
  const different = [...new Map(found.map((told) => [JSON.stringify(told), told])).values()];
  const variable = { key: 'opportunity.complete-to', reportedAs: 'opportunity.complete-to' };
  const history = world.choose(variable, different);
  return new Map(clauses.map((clause) => [clause.id, toldPosition(world, clause, history[clause.id])]));
}

function unofferedPosition(world: World, clause: FirstRightClause): Position {
  return isAsHolder(world, clause) ? 'nothing' : 'offer-first';
}

type Told = 'exercised' | 'released' | 'to be offered';

/** A history is the same whoever counts with a holder: it is told by where rights stand, not by what that comes to. */
function toldOf(stage: Stage['is'] | undefined): Told {
  if (stage === 'exercised') return 'exercised';
  return stage === 'released' || stage === 'signed-in-time' ? 'released' : 'to be offered';
}

/** Nothing is told of a right on which this deal has no bearing. */
function toldPosition(world: World, clause: FirstRightClause, told: Told | undefined): Position {
  if (isAsHolder(world, clause)) return told === 'exercised' ? 'reserves' : 'nothing';
  if (told === 'exercised') return 'reserved-for-another';
  return told === 'released' ? 'nothing' : 'offer-first';
}

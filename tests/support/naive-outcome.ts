import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';
import type { Position } from '../../src/vocabulary/position.ts';
import type { Clause } from '../../src/pack/pack.ts';
import { instrumentNamed, type World } from './naive-world.ts';

interface Standing {
  readonly clause: Clause;
  readonly position: Position;
}

const WORST_FIRST: readonly SettledOutcome[] = [
  'prohibited',
  'conflicted',
  'first-refusal',
  'conditional',
  'permitted',
];

export function worstOf(outcomes: readonly SettledOutcome[]): SettledOutcome {
  return WORST_FIRST.find((outcome) => outcomes.includes(outcome)) ?? 'permitted';
}

/** What the clauses of one act come to, displaced ones dropped. */
export function outcomeFor(
  world: World,
  act: string,
  positions: ReadonlyMap<Clause, Position>,
): SettledOutcome {
  const here = [...positions].map(([clause, position]): Standing => ({ clause, position }));
  const speaking = here.filter(({ clause, position }) => clause.acts.includes(act) && position !== 'nothing');
  const standing = speaking.filter((one) => stands(one, speaking));
  const has = (position: Position): boolean => standing.some((one) => one.position === position);
  if (standing.some((one) => standing.some((other) => conflict(world, one, other)))) return 'conflicted';
  if (has('forbids') || has('reserved-for-another')) return 'prohibited';
  if (has('offer-first')) return 'first-refusal';
  return has('not-before') ? 'conditional' : 'permitted';
}

/** True unless a clause above it, which itself stands, opposes it, or one that comes first is as adverse as it is. */
function stands(one: Standing, among: readonly Standing[]): boolean {
  return !among.some((other) => {
    const moves =
      (isAbove(other, one) && oppose(other.position, one.position)) ||
      (one.clause.after?.includes(other.clause.id) === true && areBothAdverse(one, other));
    return moves && stands(other, among);
  });
}

function areBothAdverse(one: Standing, other: Standing): boolean {
  return [one, other].every(
    ({ position }) => position !== 'nothing' && position !== 'permits' && position !== 'reserves',
  );
}

function isAbove(high: Standing, low: Standing): boolean {
  return high.clause.notwithstanding.includes(low.clause.id) || low.clause.subjectTo.includes(high.clause.id);
}

function oppose(one: Position, other: Position): boolean {
  const lets = (position: Position): boolean => position === 'permits' || position === 'reserves';
  return one !== 'nothing' && other !== 'nothing' && lets(one) !== lets(other);
}

function conflict(world: World, one: Standing, other: Standing): boolean {
  if (other.position === 'reserved-for-another' && one.position === 'reserves') return true;
  if (other.position !== 'reserved-for-another' && other.position !== 'forbids') return false;
  return one.position === 'permits' && hasAssent(world, one.clause, other.clause);
}

/** A permission opposes a right only if those to whom the right is owed made or assented to its instrument. */
function hasAssent(world: World, permitting: Clause, barring: Clause): boolean {
  if (permitting.kind !== 'permission') return true;
  const instrument = instrumentNamed(world, permitting.instrument);
  return barring.owedTo.every((party) => [...instrument.parties, ...instrument.assentedBy].includes(party));
}

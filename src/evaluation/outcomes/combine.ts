import type { Pack } from '../../pack/pack.ts';
import { inOrder, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { isBarring, isFavourable, type Position } from '../../vocabulary/position.ts';
import type { Standing } from './displacement.ts';
import { instrumentOf } from '../../pack/lookup.ts';

/**
 * Gives every outcome that the clauses' standing positions can add up to, taking each clause's position as
 * independent of the others': exact where at most one is open, otherwise possibly wider than exact, never narrower.
 * Each outcome is reached by one clause while all others take their mildest position. A clause that either promises or
 * bars has no mildest one: then what bars at all is taken to be able to prohibit.
 */
export function possibleOutcomes(standings: readonly Standing[], pack: Pack): readonly SettledOutcome[] {
  const choices = standings.map((standing) => ({ standing, position: mildest(standing.positions) }));
  const outcomes = [outcomeOfChoices(choices, pack)];
  standings.forEach((standing, index) => {
    for (const position of standing.positions) {
      outcomes.push(outcomeOfChoices(choices.with(index, { standing, position }), pack));
    }
  });
  if (mayConflict(standings, pack)) outcomes.push('conflicted');
  if (standings.some(isTwoFaced)) outcomes.push('prohibited');
  return inOrder(outcomes);
}

/** True for a clause that must speak, and may do so for the candidate or bar it. */
function isTwoFaced({ positions }: Standing): boolean {
  return !positions.includes('nothing') && positions.some(isFavourable) && positions.some(isBarring);
}

/** A clause with one of its standing positions. */
export interface Choice {
  readonly standing: Standing;
  readonly position: Position;
}

const MILDEST_FIRST: readonly Position[] = [
  'nothing',
  'permits',
  'reserves',
  'not-before',
  'offer-first',
  'forbids',
  'reserved-for-another',
];

function mildest(positions: readonly Position[]): Position {
  return MILDEST_FIRST.find((position) => positions.includes(position)) ?? 'nothing';
}

/** The outcome of one position for each clause. */
function outcomeOfChoices(choices: readonly Choice[], pack: Pack): SettledOutcome {
  const positions = new Set(choices.map(({ position }) => position));
  const bars = choices.filter(({ position }) => isBarring(position));
  const promises = bars.length === 0 ? [] : choices.filter(({ position }) => isFavourable(position));
  if (promises.some((promise) => bars.some((bar) => breaks(promise, bar, pack)))) return 'conflicted';
  if (bars.length > 0) return 'prohibited';
  if (positions.has('offer-first')) return 'first-refusal';
  return positions.has('not-before') ? 'conditional' : 'permitted';
}

function mayConflict(standings: readonly Standing[], pack: Pack): boolean {
  return brokenPairs(standings, pack).length > 0;
}

/** Gives every pair of a promise and a bar that cannot both be kept. */
export function brokenPairs(
  standings: readonly Standing[],
  pack: Pack,
): readonly { readonly promise: Choice; readonly bar: Choice }[] {
  const choices = standings.flatMap((standing) =>
    standing.positions.map((position) => ({ standing, position })),
  );
  const promises = choices.filter(({ position }) => isFavourable(position));
  const bars = choices.filter(({ position }) => isBarring(position));
  return promises.flatMap((promise) =>
    bars
      .filter((bar) => mayStandTogether(promise.standing, bar.standing) && breaks(promise, bar, pack))
      .map((bar) => ({ promise, bar })),
  );
}

/** Of two clauses that oppose each other only one can stand where precedence ranks them. */
function mayStandTogether(one: Standing, other: Standing): boolean {
  return one !== other && !prevailsOver(one, other) && !prevailsOver(other, one);
}

function prevailsOver(one: Standing, other: Standing): boolean {
  const [upper, lower] = [one.finding.clause, other.finding.clause];
  return upper.notwithstanding.includes(lower.id) || lower.subjectTo.includes(upper.id);
}

/** True where keeping `promise` breaks `bar`: a permission opposes a right only if those it is owed to assented. */
function breaks(promise: Choice, bar: Choice, pack: Pack): boolean {
  if (promise.position === 'reserves') return bar.position === 'reserved-for-another';
  if (promise.position !== 'permits' || !isBarring(bar.position)) return false;
  const { clause } = promise.standing.finding;
  if (clause.kind !== 'permission') return true;
  const { parties, assentedBy } = instrumentOf(pack, clause.instrument);
  return bar.standing.finding.clause.owedTo.every(
    (party) => parties.includes(party) || assentedBy.includes(party),
  );
}

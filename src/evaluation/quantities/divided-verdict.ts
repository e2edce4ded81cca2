import type { Clause, Pack } from '../../pack/pack.ts';
import { inOrder, type SettledOutcome } from '../../vocabulary/outcome.ts';
import { scopesOf } from '../../pack/scopes.ts';
import { possibleOutcomes } from '../outcomes/combine.ts';
import type { Standing } from '../outcomes/displacement.ts';
import { verdictOn, type Verdict, type World } from '../outcomes/verdict.ts';
import type { Portion } from './portions.ts';
import { readsFact, type Quantity } from './quantities.ts';
import { roomIn, servesWell, type Room, type Serves } from './room.ts';

/** The verdict on a deal that may be made smaller. Its standings are those of the whole deal. */
export interface DividedVerdict extends Verdict {
  readonly whole: Verdict;
  readonly portions: readonly PortionVerdict[];
  /** Unknowns that can change the outcome of the whole or of a portion. */
  readonly turnsOnAtAnySize: readonly string[];
  /** How much there is room for; absent where no reduction helps or none is needed. */
  readonly room?: Room;
}

/** The verdict on one portion. */
export interface PortionVerdict extends PortionOutcomes {
  readonly verdict: Verdict;
}

/** What is possible of one portion. */
export interface PortionOutcomes {
  readonly quantity: Quantity;
  readonly possible: readonly SettledOutcome[];
  /** What is possible of the whole, and of the portion, where no clause stands in the way of both alike. */
  readonly unlessBarredAlike: {
    readonly whole: readonly SettledOutcome[];
    readonly portion: readonly SettledOutcome[];
  };
}

/** What is possible of a deal that may be made smaller, and how much there is room for. */
export type SummedUp = Pick<DividedVerdict, 'possible' | 'room'>;

/** Reaches the verdict on a candidate for the whole deal and for its portions, and sums them up. */
export function dividedVerdict(
  candidate: string,
  clauses: readonly Clause[],
  world: World,
  portions: readonly Portion[],
): DividedVerdict {
  const whole = verdictOn(candidate, clauses, world);
  const verdicts = portions.map(({ quantity, world: smaller }): PortionVerdict => {
    const verdict = verdictOn(candidate, clauses, smaller);
    const hanging = clausesHangingOn(quantity.fact, clauses, takenIn(quantity.fact, whole.standings));
    const mild = (standings: readonly Standing[]) => mildly(standings, hanging, world.pack);
    const unlessBarredAlike = { whole: mild(whole.standings), portion: mild(verdict.standings) };
    return { quantity, verdict, possible: verdict.possible, unlessBarredAlike };
  });
  const summed = summedUp(whole.possible, verdicts);
  const turnsOnAtAnySize = distinct([whole, ...verdicts.map(({ verdict }) => verdict)]);
  const turnsOn = summed.possible.length === 1 ? [] : turnsOnAtAnySize;
  return { ...whole, ...summed, turnsOn, turnsOnAtAnySize, whole, portions: verdicts };
}

/**
 * Sums up what is possible of a whole and of its portions. Where the whole cannot be served and a portion can, the deal is
 * conditional on the reduction; what is possible of the whole stays possible unless some portion always serves.
 */
export function summedUp(whole: readonly SettledOutcome[], portions: readonly PortionOutcomes[]): SummedUp {
  if (whole.every(servesWell)) return { possible: whole };
  const places = portions.map((portion) => ({ quantity: portion.quantity, serves: servesIn(portion) }));
  const room = roomIn(places, !whole.some(servesWell));
  if (room === undefined) return { possible: whole };
  const left = whole.filter((outcome) => servesWell(outcome) || room.serves !== 'always');
  return { possible: inOrder([...left, 'conditional']), room };
}

function servesIn({ possible, unlessBarredAlike: { whole, portion } }: PortionOutcomes): Serves {
  if (possible.every(servesWell)) return 'always';
  const mayServe = possible.some(servesWell) && portion.some(servesWell);
  return mayServe && !whole.every(servesWell) ? 'perhaps' : 'never';
}

function distinct(verdicts: readonly Verdict[]): readonly string[] {
  return [...new Set(verdicts.flatMap(({ turnsOn }) => turnsOn))];
}

/**
 * Ids of the clauses whose standing position can differ with the quantity: those that read it, first rights under which a
 * part of it may have been `taken`, and those below them.
 */
export function clausesHangingOn(
  fact: string,
  clauses: readonly Clause[],
  taken: readonly string[],
): ReadonlySet<string> {
  const hanging = new Set(
    clauses
      .filter(
        (clause) => taken.includes(clause.id) || scopesOf(clause).some((scope) => readsFact(scope, fact)),
      )
      .map(({ id }) => id),
  );
  for (let before = -1; before < hanging.size;) {
    before = hanging.size;
    for (const { id, notwithstanding, subjectTo, after = [] } of clauses) {
      if (hanging.has(id)) for (const below of notwithstanding) hanging.add(below);
      if ([...subjectTo, ...after].some((above) => hanging.has(above))) hanging.add(id);
    }
  }
  return hanging;
}

/** Ids of the first rights under which a part of a quantity may have been taken. */
export function takenIn(fact: string, standings: readonly Standing[]): readonly string[] {
  return standings
    .filter(({ finding }) =>
      finding.states.some((state) => state.is === 'partly-exercised' && state.fact === fact),
    )
    .map(({ finding }) => finding.clause.id);
}

/** A bar that does not hang on the quantity is in the way of every portion or of none: here it is taken not to be. */
function mildly(
  standings: readonly Standing[],
  hanging: ReadonlySet<string>,
  pack: Pack,
): readonly SettledOutcome[] {
  const mild = standings.map((standing) => {
    if (hanging.has(standing.finding.clause.id)) return standing;
    const positions = standing.positions.filter(
      (position) => !['forbids', 'reserved-for-another', 'offer-first'].includes(position),
    );
    return positions.length === 0 ? standing : { ...standing, positions };
  });
  return possibleOutcomes(mild, pack);
}

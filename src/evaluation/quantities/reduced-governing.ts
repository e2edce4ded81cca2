import type { Pack } from '../../pack/pack.ts';
import type { Governing } from '../decision.ts';
import { governingClauses } from '../outcomes/governing.ts';
import { servesWell } from './room.ts';
import { barsHangingOn } from './reduction.ts';
import type { DividedVerdict, SummedUp } from './divided-verdict.ts';

/**
 * Gives the governing clauses. Where a reduction makes the deal conditional, that is decided by the clauses that are in the
 * way of the whole and hang on the quantity, and by those that ask for a step even then.
 */
export function governingDivided(divided: DividedVerdict, pack: Pack): readonly Governing[] {
  const { whole, possible, room, portions } = divided;
  const ofWhole = governingClauses(
    whole.standings,
    possible.filter((outcome) => whole.possible.includes(outcome)),
    pack,
  );
  if (room === undefined) return ofWhole;
  const bars = new Set(barsHangingOn(room.fact, divided).map(({ finding }) => finding.clause.id));
  const inTheWay = governingClauses(whole.standings, whole.possible, pack)
    .filter(({ clause, outcome }) => !servesWell(outcome) && bars.has(clause))
    .map((each) => ({ ...each, outcome: 'conditional' as const }));
  const smaller = portions[room.from]?.verdict;
  const askedEvenThen = governingClauses(smaller?.standings ?? [], ['conditional'], pack);
  const conditional = [...ofWhole, ...askedEvenThen, ...inTheWay].filter(
    ({ outcome }) => outcome === 'conditional',
  );
  const byClause = new Map(conditional.map((each) => [each.clause, each]));
  const inPlace = whole.standings.flatMap(({ finding }) => byClause.get(finding.clause.id) ?? []);
  return possible.flatMap((outcome) =>
    outcome === 'conditional' ? inPlace : ofWhole.filter((each) => each.outcome === outcome),
  );
}

/** Gives the governing clauses of all acts of a deal, by what is possible of the deal as a whole. */
export function governingOverActs(
  acts: readonly DividedVerdict[],
  { possible, room }: SummedUp,
  pack: Pack,
): readonly Governing[] {
  const governing = acts.flatMap((act) => {
    const { standings, possible: ofWhole } = act.whole;
    if (room === undefined) return governingClauses(standings, ofWhole, pack);
    const withoutRoom = ofWhole.filter((outcome) => !act.possible.includes(outcome));
    return [...governingDivided(act, pack), ...governingClauses(standings, withoutRoom, pack)];
  });
  const known = governing.filter(({ outcome }) => possible.includes(outcome));
  return [...new Map(known.map((each) => [`${each.outcome} ${each.clause}`, each])).values()];
}

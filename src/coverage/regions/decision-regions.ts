import { dispensability } from '../../analysis/words/region-words.ts';
import type { Cases } from '../../analysis/open/cases.ts';
import type { OpenPack } from '../../analysis/open/open-pack.ts';
import { FALSE, TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { forSome } from '../../diagram/algebra/for-some.ts';
import { whereTerminal } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import { coverRegion } from '../../diagram/regions/cover-region.ts';
import { cubeDiagram, shareOf, type Cube } from '../../diagram/regions/cube.ts';
import { SETTLED_OUTCOMES, type SettledOutcome } from '../../vocabulary/outcome.ts';
import type { AskedCases } from './asked-cases.ts';
import type { CandidateGroup } from './candidate-groups.ts';

/** A product of choices that a request may make throughout which the same outcomes are possible. */
export interface DecisionRegion {
  readonly group: CandidateGroup;
  /** More than one where questions that are left open decide. */
  readonly outcomes: readonly SettledOutcome[];
  readonly cube: Cube;
  /** Requests that lie in it. */
  readonly within: Diagram;
  /** True where some of them are ordinary: no deal on record, nobody designated, direct service. */
  readonly isOrdinary: boolean;
  /** How large it is among all choices, each counting alike. */
  readonly share: number;
}

/** The regions of one act with a group of candidates, or that there are too many to be counted. */
export interface CountedRegions {
  readonly group: CandidateGroup;
  /** Absent where there are more than the most. */
  readonly regions?: readonly DecisionRegion[];
}

/** Parts the requests about an act into the fewest regions that a simple search finds. */
export function decisionRegions(
  open: OpenPack,
  cases: Cases,
  asked: AskedCases,
  group: CandidateGroup,
  most: number,
): CountedRegions {
  const { diagrams } = open;
  const regions: DecisionRegion[] = [];
  const canBe = diagrams.and(asked.canBe, canBeNamed(open, group));
  for (const [outcomes, region] of outcomeSets(open, { ...asked, canBe }, group)) {
    const allowed = diagrams.or(region, diagrams.not(canBe));
    const { cubes, isWhole } = coverRegion(diagrams, region, {
      allowed,
      most: most - regions.length,
      dispensable: (level) => dispensability(open.variables[level]),
    });
    if (!isWhole) return { group };
    for (const cube of cubes) {
      const within = diagrams.and(region, cubeDiagram(diagrams, cube));
      const isOrdinary = diagrams.and(within, cases.plain) !== FALSE;
      regions.push({ group, outcomes, cube, within, isOrdinary, share: shareOf(diagrams, within) });
    }
  }
  return { group, regions };
}

/** Nobody designates a party without a name. */
function canBeNamed({ diagrams, variables }: OpenPack, { asked }: CandidateGroup): Diagram {
  if (asked !== ANY_OTHER) return TRUE;
  return diagrams.all(
    variables.flatMap(({ about }, level) =>
      about.is === 'designee' ? [diagrams.test(level, (klass) => klass === 0)] : [],
    ),
  );
}

/** Where just these outcomes are possible, for each set of outcomes that occurs; the requests of all of them are all requests. */
function outcomeSets(
  { diagrams }: OpenPack,
  { among, unsettled, canBe }: AskedCases,
  { of }: CandidateGroup,
): readonly (readonly [readonly SettledOutcome[], Diagram])[] {
  return SETTLED_OUTCOMES.reduce<readonly (readonly [readonly SettledOutcome[], Diagram])[]>(
    (sets, outcome) => {
      const isSo = diagrams.and(among, whereTerminal(diagrams, of.outcome, terminalOf(outcome)));
      const isPossible = forSome(diagrams, isSo, unsettled);
      return sets.flatMap(([outcomes, region]) =>
        [
          [[...outcomes, outcome], diagrams.and(region, isPossible)] as const,
          [outcomes, diagrams.and(region, diagrams.not(isPossible))] as const,
        ].filter(([, each]) => each !== FALSE),
      );
    },
    [[[], canBe]],
  );
}

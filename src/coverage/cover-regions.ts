import { cubeWords } from '../analysis/words/region-words.ts';
import type { OpenPack } from '../analysis/open/open-pack.ts';
import { ANY_OTHER } from '../diagram/compile/any-other.ts';
import { actOf, partyOf } from '../pack/lookup.ts';
import type { Pack } from '../pack/pack.ts';
import type { MissedRegion, RegionCoverage, RegionSubject, UncountedRegions } from './coverage.ts';
import { withinBudget, type AskedScenario, type LookedAt, type Opened } from './looked-at.ts';
import { withReadingsOpen, type AskedCases } from './regions/asked-cases.ts';
import { candidateGroups, type CandidateGroup } from './regions/candidate-groups.ts';
import { decisionRegions, type DecisionRegion } from './regions/decision-regions.ts';
import { regionsHit } from './regions/regions-hit.ts';
import { regionScenario } from './witnesses/region-scenario.ts';

/** Finds in which regions some scenario lies. One that gives up what the pack assumes lies in none. */
export async function coverRegions(
  { pack, opened, most }: LookedAt,
  scenarios: readonly AskedScenario[],
): Promise<RegionCoverage> {
  const asked = opened && withinBudget(() => withReadingsOpen(opened.open, opened.cases));
  if (opened === undefined || asked === undefined) return { ...NONE, gaveUp: [tooManyNodes(most.nodes)] };
  const { open } = opened;
  const { regions, gaveUp } = allRegions(opened, asked, most);
  const hit = new Set(
    scenarios
      .filter(({ scenario }) => scenario.assumptions === 'as-stated')
      .flatMap((each) => regionsHit(open, regions, each.asked)),
  );
  const shareOf = (own: readonly DecisionRegion[]) => ({
    of: own.length,
    reached: own.filter((region) => hit.has(region)).length,
  });
  const missed = regions.filter((region) => !hit.has(region)).toSorted(largestFirst);
  const ordinary = shareOf(regions.filter(({ isOrdinary }) => isOrdinary));
  return { ...shareOf(regions), ordinary, ...(await tellMissed(opened, pack, missed, most.missed)), gaveUp };
}

/** Tells the first regions that are missed. One in which a scenario lies that was proposed before is not told too. */
async function tellMissed(
  { open, cases }: Opened,
  pack: Pack,
  missed: readonly DecisionRegion[],
  most: number,
): Promise<Pick<RegionCoverage, 'missed' | 'untold'>> {
  const told: MissedRegion[] = [];
  const reached = new Set<DecisionRegion>();
  for (const region of missed) {
    if (told.length >= most) break;
    if (reached.has(region)) continue;
    reached.add(region);
    const proposed = await regionScenario(open, pack, cases, region);
    told.push({ ...describe(open, region), ...(proposed !== undefined && { scenario: proposed.text }) });
    for (const each of proposed === undefined ? [] : regionsHit(open, missed, proposed.asked)) {
      reached.add(each);
    }
  }
  return { missed: told, untold: missed.length - reached.size };
}

const NONE = { of: 0, reached: 0, ordinary: { of: 0, reached: 0 }, missed: [], untold: 0 } as const;

function allRegions({ open, cases }: Opened, asked: AskedCases, most: LookedAt['most']) {
  const regions: DecisionRegion[] = [];
  const gaveUp: UncountedRegions[] = [];
  for (const group of candidateGroups(open)) {
    const counted = withinBudget(() => decisionRegions(open, cases, asked, group, most.regions));
    if (counted?.regions !== undefined) regions.push(...counted.regions);
    else {
      const why = counted === undefined ? tooManyNodes(most.nodes) : tooManyRegions(most.regions);
      gaveUp.push({ ...subjectOf(open, group), ...why });
    }
  }
  return { regions, gaveUp };
}

function tooManyNodes(most: number): UncountedRegions {
  return { because: `it needs more than ${String(most)} nodes` };
}

function tooManyRegions(most: number): UncountedRegions {
  return { because: `there are more than ${String(most)} regions` };
}

/** Ordinary ones first; the order in which they were found breaks ties, and is always the same. */
function largestFirst(one: DecisionRegion, other: DecisionRegion): number {
  return Number(other.isOrdinary) - Number(one.isOrdinary) || other.share - one.share;
}

function subjectOf({ pack }: OpenPack, { of, candidates, others }: CandidateGroup): RegionSubject {
  const isAnyBut = candidates.includes(ANY_OTHER);
  return {
    actor: partyOf(pack, of.actor),
    act: actOf(pack, of.act),
    providers: candidates.map((id) => partyOf(pack, id)),
    ...(isAnyBut && { notOf: others.map((id) => partyOf(pack, id)) }),
  };
}

function describe(open: OpenPack, { group, outcomes, cube }: DecisionRegion): MissedRegion {
  return { ...subjectOf(open, group), outcomes, where: cubeWords(open, cube) };
}

import type { Diagram, Diagrams } from '../../diagram/algebra/diagrams.ts';
import { coverRegion, type Covering } from '../../diagram/regions/cover-region.ts';
import { byShare, cubeDiagram, holdsThroughout, shareOf, type Cube } from '../../diagram/regions/cube.ts';
import { DISPENSABLE } from '../../diagram/regions/dispensable.ts';
import type { About } from '../../diagram/variables/variable.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { JointAct, JointDiagrams } from '../joint/joint-diagrams.ts';
import { viewOf } from '../joint/possible-diagram.ts';
import type { ChangedOutcome } from './changed-outcomes.ts';
import { withoutDeal } from './without-deal.ts';

/** One product of choices in which an outcome has become another, for all acts and candidates for which it has. */
export interface ChangedRegion {
  readonly actor: string;
  readonly acts: readonly string[];
  readonly candidates: readonly string[];
  readonly before: SettledOutcome;
  readonly after: SettledOutcome;
  readonly cube: Cube;
  /** True where it is so only in the ordinary case. */
  readonly ordinarily: boolean;
  /** The first of the acts and candidates, and where its outcome has changed so. */
  readonly first: JointAct;
  readonly where: Diagram;
}

/** The regions of all changes, or how many changes could not be put in few enough. */
export interface ChangedRegions {
  readonly regions: readonly ChangedRegion[];
  readonly unlisted: number;
}

/** Puts every change of outcome in few regions; the same region of several candidates, and then of several acts, is one. */
export function changedRegions(
  joint: JointDiagrams,
  changes: readonly ChangedOutcome[],
  most: number,
): ChangedRegions {
  const covers = coversOf(joint, most);
  const found: ChangedRegion[] = [];
  let unlisted = 0;
  for (const change of changes) {
    const { parts, isWhole } = covers(change);
    if (!isWhole) unlisted += 1;
    found.push(...parts.map((part) => regionOf(change, part)));
  }
  const regions = joinedBy(joinedBy(found, 'candidates'), 'acts');
  return { regions: largestFirst(joint, regions), unlisted };
}

/** Covers where a change is and can be; equal diagrams are covered once. */
function coversOf(joint: JointDiagrams, most: number): (change: ChangedOutcome) => Parts {
  const { diagrams, stated, variables } = joint;
  const known = new Map<string, Parts>();
  const dispensable = (level: number): number => {
    const variable = variables[level];
    return variable === undefined ? 0 : IN_ORDER.indexOf(viewOf(variable).about.is);
  };
  return ({ of, where }) => {
    const canBe = diagrams.and(stated, withoutDeal(joint, of));
    const key = `${String(where)} ${String(canBe)}`;
    const cover = known.get(key) ?? partsOf(joint, where, canBe, { most, dispensable });
    known.set(key, cover);
    return cover;
  };
}

/** A cube of a region; one that is so only ordinarily says nothing of other cases. */
interface Part {
  readonly cube: Cube;
  readonly ordinarily: boolean;
}

/** The parts of a region: all of it, or where there would be too many some that say much. */
interface Parts {
  readonly parts: readonly Part[];
  readonly isWhole: boolean;
}

/** Covers the ordinary case first, and then what is left of the others. */
function partsOf(
  { diagrams, ordinary }: JointDiagrams,
  where: Diagram,
  canBe: Diagram,
  covering: Pick<Covering, 'most' | 'dispensable'>,
): Parts {
  const region = diagrams.and(where, canBe);
  const always = diagrams.or(where, diagrams.not(canBe));
  const first = coverRegion(diagrams, diagrams.and(region, ordinary), {
    ...covering,
    allowed: diagrams.or(always, diagrams.not(ordinary)),
  });
  const partOf = (cube: Cube): Part => ({ cube, ordinarily: !holdsThroughout(diagrams, always, cube) });
  if (!first.isWhole) return { parts: largest(diagrams, first.cubes, region).map(partOf), isWhole: false };
  const parts = first.cubes.map(partOf);
  const told = parts.filter(({ ordinarily }) => !ordinarily).map(({ cube }) => cubeDiagram(diagrams, cube));
  const rest = diagrams.all([region, diagrams.not(ordinary), diagrams.not(diagrams.any(told))]);
  const others = coverRegion(diagrams, rest, { ...covering, allowed: always });
  const cubes = others.isWhole ? others.cubes : largest(diagrams, others.cubes, rest);
  return {
    parts: [...parts, ...cubes.map((cube) => ({ cube, ordinarily: false }))],
    isWhole: others.isWhole,
  };
}

/** Of more than can be told, these few are. */
const MOST_OF_TOO_MANY = 3;

function largest(diagrams: Diagrams, cubes: readonly Cube[], region: Diagram): readonly Cube[] {
  return byShare(diagrams, cubes, region).slice(0, MOST_OF_TOO_MANY);
}

const IN_ORDER: readonly About['is'][] = [...DISPENSABLE, 'fact', 'date'];

function regionOf({ of, before, after, where }: ChangedOutcome, part: Part): ChangedRegion {
  const { actor, act, candidate } = of;
  return { actor, acts: [act], candidates: [candidate], before, after, ...part, first: of, where };
}

/** Joins regions that differ in nothing else. */
function joinedBy(regions: readonly ChangedRegion[], by: 'candidates' | 'acts'): readonly ChangedRegion[] {
  const joined = new Map<string, ChangedRegion>();
  for (const region of regions) {
    const { actor, before, after, cube, ordinarily } = region;
    const rest = by === 'acts' ? region.candidates : region.acts;
    const key = JSON.stringify([
      actor,
      rest,
      before,
      after,
      ordinarily,
      [...cube].toSorted(([one], [other]) => one - other),
    ]);
    const known = joined.get(key);
    joined.set(key, known === undefined ? region : { ...known, [by]: [...known[by], ...region[by]] });
  }
  return [...joined.values()];
}

/** The ordinary case first; in it, and in the rest, what says most: regions by their share of all that can be. */
function largestFirst(
  { diagrams, stated, ordinary }: JointDiagrams,
  regions: readonly ChangedRegion[],
): readonly ChangedRegion[] {
  const sized = regions.map((region) => {
    const { cube, where, ordinarily, candidates, acts } = region;
    const here = diagrams.all([
      where,
      stated,
      cubeDiagram(diagrams, cube),
      ...(ordinarily ? [ordinary] : []),
    ]);
    return { region, size: shareOf(diagrams, here) * candidates.length * acts.length };
  });
  return sized
    .toSorted(
      (one, other) =>
        Number(other.region.ordinarily) - Number(one.region.ordinarily) ||
        other.size - one.size ||
        one.region.cube.size - other.region.cube.size,
    )
    .map(({ region }) => region);
}

import type { Diagram } from '../diagram/algebra/diagrams.ts';
import { ANY_OTHER } from '../diagram/compile/any-other.ts';
import { cubeDiagram } from '../diagram/regions/cube.ts';
import type { Named } from '../evaluation/decision.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import { changeId } from './change-id.ts';
import type { Change, Circumstance, GoverningChange } from './comparison.ts';
import type { JointDiagrams } from './joint/joint-diagrams.ts';
import { viewOf } from './joint/possible-diagram.ts';
import { directionOf } from './rank.ts';
import type { Causes } from './regions/causes.ts';
import type { ChangedRegion } from './regions/changed-regions.ts';
import { governingIn, type Deciding } from './regions/governing-clauses.ts';
import type { GoverningMove } from './regions/governing-changes.ts';
import { bothSides } from './sides.ts';
import { changeWitness } from './witnesses/change-witness.ts';
import { conditionWords, nameOf } from './words/condition-words.ts';

/** What a statement is made with. */
export interface Telling {
  readonly joint: JointDiagrams;
  readonly deciding: Deciding;
  readonly causes: Causes;
}

/** Puts a region in words, with the clauses behind it and a request that shows it. */
export async function describeChange(
  { joint, deciding, causes }: Telling,
  region: ChangedRegion,
): Promise<Change> {
  const { first, before, after, ordinarily } = region;
  const said = {
    actor: actorOf(region.actor, joint),
    acts: region.acts.map((act) => actOf(act, joint)),
    ...providersOf(region.candidates, joint),
    before,
    after,
    direction: directionOf(before, after),
    ordinarily,
    where: circumstancesOf(region, joint),
  };
  const here = regionDiagram(region, joint);
  const governing = bothSides((side) =>
    governingIn(joint, deciding, { of: first, side, outcome: region[side] }, here),
  );
  const witness = await changeWitness(joint, region);
  return {
    id: idOf(said, joint),
    ...said,
    governing,
    causes: causes(first, here),
    ...(witness !== undefined && { witness }),
  };
}

/** The same words about the same days have the same id, whatever pack they are said of. */
function idOf(
  said: Pick<Change, 'actor' | 'acts' | 'providers' | 'before' | 'after' | 'ordinarily' | 'where'>,
  joint: JointDiagrams,
): string {
  const { actor, acts, providers, before, after, ordinarily, where } = said;
  const ids = (named: readonly Named[]): readonly string[] => named.map(({ id }) => id);
  const days = joint.words.days;
  const content = {
    actor: actor.id,
    acts: ids(acts),
    providers: ids(providers),
    before,
    after,
    ordinarily,
    where: where.map(({ words }) => words),
    ...(days !== undefined && { days: bothSides((side) => isoFromDay(days[side])) }),
  };
  return changeId(content);
}

function regionDiagram(
  { cube, where, ordinarily }: ChangedRegion,
  { diagrams, stated, ordinary }: JointDiagrams,
): Diagram {
  return diagrams.all([where, stated, cubeDiagram(diagrams, cube), ...(ordinarily ? [ordinary] : [])]);
}

function circumstancesOf(
  { cube }: ChangedRegion,
  { variables, words }: JointDiagrams,
): readonly Circumstance[] {
  const circumstances = [...cube].flatMap(([level, left]) => {
    const variable = variables[level];
    if (variable === undefined) return [];
    const classes = left.flatMap((isLeft, klass) => (isLeft ? [klass] : []));
    const { about, reportedAs } = viewOf(variable);
    return [{ about: reportedAs, kind: about.is, words: conditionWords(variable, classes, words) }];
  });
  return circumstances.toSorted((one, other) => KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind));
}

/** What a reader wants to know first. */
const KINDS = [
  'fact',
  'date',
  'reading',
  'start',
  'parameter',
  'election',
  'counterparty',
  'state',
  'consent',
  'waiver',
  'designee',
  'through',
];

/** Puts clauses that govern an equal outcome, or no longer do, in words. */
export function describeMove(
  { actor, acts, candidates, outcome, nowGoverns, noLongerGoverns }: GoverningMove,
  joint: JointDiagrams,
): GoverningChange {
  return {
    actor: actorOf(actor, joint),
    acts: acts.map((act) => actOf(act, joint)),
    ...providersOf(candidates, joint),
    outcome,
    nowGoverns,
    noLongerGoverns,
  };
}

function actorOf(id: string, { words }: JointDiagrams): Named {
  return { id, name: nameOf(id, words) };
}

function actOf(id: string, { words: { packs } }: JointDiagrams): Named {
  const act = [...packs.after.acts, ...packs.before.acts].find((each) => each.id === id);
  return { id, name: act?.title ?? id };
}

function providersOf(
  candidates: readonly string[],
  joint: JointDiagrams,
): Pick<Change, 'providers' | 'otherProviders'> {
  const named = (id: string): Named =>
    id === ANY_OTHER ? { id, name: 'any other provider' } : actorOf(id, joint);
  const others = joint.candidates.filter((id) => !candidates.includes(id));
  return { providers: candidates.map(named), otherProviders: others.map(named) };
}

import { FALSE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { coverRegion } from '../../diagram/regions/cover-region.ts';
import { shareOf, cubeDiagram, type Cube } from '../../diagram/regions/cube.ts';
import type { About } from '../../diagram/variables/variable.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenPack } from '../open/open-pack.ts';
import { conditionWords } from './condition-words.ts';

/** Beyond so many products of choices the rest of a region is not told. */
const MOST = 6;

/** Puts the largest part of a region in words: what has to hold, all of it. An ordinary part is told first. */
export function regionWords(open: OpenPack, region: Diagram, among: Diagram, cases: Cases): readonly string[] {
  const { diagrams } = open;
  const plain = diagrams.and(among, cases.plain);
  const isPlain = diagrams.and(region, plain) !== FALSE;
  const canBe = isPlain ? plain : among;
  const own = diagrams.and(region, canBe);
  const { cubes } = coverRegion(diagrams, own, {
    allowed: diagrams.or(region, diagrams.not(canBe)),
    most: MOST,
    dispensable: (level) => DISPENSABLE.indexOf(open.variables[level]?.about.is ?? 'date'),
  });
  const [first, ...others] = cubes
    .map((cube) => ({ cube, share: shareOf(diagrams, diagrams.and(own, cubeDiagram(diagrams, cube))) }))
    .toSorted((one, other) => other.share - one.share);
  if (first === undefined) return [];
  const more = others.length === 0 ? [] : ['(among other cases)'];
  return [...cubeWords(open, first.cube), ...more];
}

function cubeWords({ variables, pack }: OpenPack, cube: Cube): readonly string[] {
  return [...cube]
    .flatMap(([level, left]) => {
      const variable = variables[level];
      if (variable === undefined) return [];
      const classes = left.flatMap((isLeft, klass) => (isLeft ? [klass] : []));
      return [{ is: variable.about.is, words: conditionWords(variable, classes, pack) }];
    })
    .toSorted((one, other) => DISPENSABLE.indexOf(other.is) - DISPENSABLE.indexOf(one.is))
    .map(({ words }) => words);
}

/** What a reader would rather not be told comes first. */
const DISPENSABLE: readonly About['is'][] = [
  'consent',
  'waiver',
  'state',
  'designee',
  'through',
  'counterparty',
  'parameter',
  'start',
  'election',
  'reading',
  'date',
  'fact',
];

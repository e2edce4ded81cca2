import { BudgetSpent } from '../diagram/algebra/diagrams.ts';
import { unheard, type Progress } from '../diagnostics/progress.ts';
import { isoFromDay } from '../vocabulary/day.ts';
import type {
  Change,
  ComparedPack,
  PackComparison,
  GoverningChange,
  OtherChange,
  Verdict,
} from './comparison.ts';
import { describeChange, describeMove } from './describe-change.ts';
import { jointDiagrams, type JointDiagrams } from './joint/joint-diagrams.ts';
import { jointWords } from './joint/joint-words.ts';
import { clauseChanges } from './parts/clause-changes.ts';
import { otherChanges } from './parts/other-changes.ts';
import { wordChanges } from './parts/word-changes.ts';
import { directionOf, type Direction } from './rank.ts';
import { causesAmong } from './regions/causes.ts';
import { changedIfOpened, changedOutcomes, type ChangedOutcome } from './regions/changed-outcomes.ts';
import { changedRegions } from './regions/changed-regions.ts';
import { governingMoves } from './regions/governing-changes.ts';
import { decidingClauses } from './regions/governing-clauses.ts';
import { changesIfOpened, withoutOtherUnknowns } from './regions/other-unknowns.ts';
import { type Compared, type Side } from './sides.ts';

/** What a comparison may take. */
export interface Effort {
  /** Nodes of diagrams, over both packs together. */
  readonly nodes: number;
  /** Statements for one change of outcome of one act with one candidate. */
  readonly statements: number;
  /** Is told what is being looked for. */
  readonly progress?: Progress;
}

type Found = Pick<
  PackComparison,
  'verdict' | 'gaveUp' | 'changes' | 'unlisted' | 'otherChanges' | 'governing'
>;

/** Compares two packs, or two days of one. */
export async function comparePacks(compared: Compared, effort: Effort): Promise<PackComparison> {
  const clauses = clauseChanges(compared.packs);
  const vocabulary = wordChanges(compared.packs);
  const found = await findChanges(compared, effort, { clauses, vocabulary });
  return {
    format: 'compute-rights/comparison/1',
    before: describePack(compared, 'before'),
    after: describePack(compared, 'after'),
    ...found,
    clauses,
    vocabulary,
  };
}

function describePack({ packs, days }: Compared, side: Side): ComparedPack {
  const { id, title, digest } = packs[side];
  return { id, title, digest, ...(days !== undefined && { day: isoFromDay(days[side]) }) };
}

/** Beyond its budget it says so, and claims nothing. */
async function findChanges(
  compared: Compared,
  effort: Effort,
  parts: Pick<PackComparison, 'clauses' | 'vocabulary'>,
): Promise<Found> {
  const others = otherChanges(compared.packs);
  effort.progress?.('compiling both packs');
  try {
    return await changesOf(jointDiagrams(jointWords(compared), effort.nodes), effort, parts, others);
  } catch (error) {
    if (!(error instanceof BudgetSpent)) throw error;
    const gaveUp = `the decision diagrams of both packs together need ${error.message}`;
    return { verdict: 'unfinished', gaveUp, changes: [], unlisted: 0, otherChanges: others, governing: [] };
  }
}

async function changesOf(
  joint: JointDiagrams,
  effort: Effort,
  { clauses, vocabulary }: Pick<PackComparison, 'clauses' | 'vocabulary'>,
  others: readonly OtherChange[],
): Promise<Found> {
  const { progress = unheard } = effort;
  progress('looking for changed answers');
  const { changes: outcomes, onlyUnknowns } = withoutOtherUnknowns(joint, changedOutcomes(joint));
  const { regions, unlisted } = changedRegions(joint, outcomes, effort.statements);
  const deciding = decidingClauses(joint);
  const causes = causesAmong(joint, clauses, vocabulary);
  const changes: Change[] = [];
  for (const region of regions) {
    progress('finding a request for each change', changes.length, regions.length);
    changes.push(await describeChange({ joint, deciding, causes }, region));
  }
  const opened = outcomes.length === 0 ? changesIfOpened(joint, changedIfOpened(joint)) : [];
  const rests = distinct([...others, ...onlyUnknowns, ...opened]);
  const governing: readonly GoverningChange[] = governingMoves(joint, deciding).map((move) =>
    describeMove(move, joint),
  );
  const verdict = verdictOf(outcomes, rests);
  return { verdict, changes, unlisted, otherChanges: rests, governing };
}

function verdictOf(outcomes: readonly ChangedOutcome[], others: readonly OtherChange[]): Verdict {
  if (outcomes.length === 0) return others.length === 0 ? 'equal' : 'undirected';
  const directions = new Set<Direction>(outcomes.map(({ before, after }) => directionOf(before, after)));
  const [only, second] = directions;
  return second !== undefined || only === undefined || only === 'neither' || others.length > 0
    ? 'mixed'
    : only;
}

/** What is told of a name once is not told of it again. */
function distinct(others: readonly OtherChange[]): readonly OtherChange[] {
  return others.filter((each, place) => others.findIndex(({ name }) => name === each.name) === place);
}

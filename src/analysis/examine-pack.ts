import { BudgetSpent } from '../diagram/algebra/diagrams.ts';
import { unheard, type Progress } from '../diagnostics/progress.ts';
import type { Pack } from '../pack/pack.ts';
import type { WrittenParts } from '../pack/written-parts.ts';
import { findingsIn, type Finding, type MakeFinding } from './finding.ts';
import { carveOuts } from './findings/carve-outs.ts';
import { conflicts } from './findings/conflicts.ts';
import { gaps } from './findings/gaps.ts';
import { idleClauses } from './findings/idle-clauses.ts';
import { idleReadings } from './findings/idle-readings.ts';
import { overlappingBands } from './findings/overlapping-bands.ts';
import { missingSources, weakSources } from './findings/sources.ts';
import { unreadFacts } from './findings/unread-facts.ts';
import { unusedWords } from './findings/unused-words.ts';
import { inFindingOrder } from './finding-order.ts';
import { casesOf } from './open/cases.ts';
import { openPack } from './open/open-pack.ts';
import { breachesOf, provePromise } from './promises/prove-promises.ts';
import { settled, type Settled } from './suppressions.ts';

/** What an examination may take, and what it asks for besides. */
export interface ExamineOptions {
  /** Nodes of decision diagrams beyond which an analysis gives up, and says so. */
  readonly nodes?: number;
  /** A grade of the pack: sources below it are findings. */
  readonly gradeFloor?: string;
  /** Is told what is being looked for. */
  readonly progress?: Progress;
}

/** What an examination found. */
export interface Examination extends Settled {
  /** Promises that hold in every request there can be, by their ids. */
  readonly proved: readonly string[];
  /** The others but those that may stand unproved: a request breaks them, or whether one does was not found out. */
  readonly unproved: readonly string[];
}

/** Nodes that take some seconds and some tens of megabytes. */
const MOST_NODES = 2_000_000;

/**
 * Finds what is doubtful in a pack that loads, and proves what it promises. What is not found is not there: the analyses
 * look at every request there can be, and one that gave up is a finding itself.
 */
export async function examinePack(
  pack: Pack,
  written: WrittenParts,
  { nodes = MOST_NODES, gradeFloor, progress = unheard }: ExamineOptions = {},
): Promise<Examination> {
  const make = findingsIn(written);
  const plain = [
    ...unreadFacts(pack, make),
    ...unusedWords(pack, written.groupsNamed, make),
    ...missingSources(pack, make),
    ...(gradeFloor === undefined ? [] : weakSources(pack, gradeFloor, make)),
    ...overlappingBands(pack, make),
  ];
  const { findings, gaveUp, proved } = await examineRequests({ pack, nodes, make, progress });
  const all = settled(pack, [...plain, ...findings], gaveUp, { make, hasFloor: gradeFloor !== undefined });
  const mayStand = all.suppressed.filter(({ code }) => code === 'lint/unproved-promise').map(({ of }) => of);
  const settledBefore = new Set([...proved, ...mayStand]);
  const unproved = pack.promises.map(({ id }) => id).filter((id) => !settledBefore.has(id));
  return { ...all, findings: inFindingOrder(all.findings), proved, unproved };
}

/** What was looked for over all requests: what was found, which analyses gave up, and what was proved. */
interface Examined {
  readonly findings: readonly Finding[];
  readonly gaveUp: readonly Finding[];
  readonly proved: readonly string[];
}

interface Examining {
  readonly pack: Pack;
  readonly nodes: number;
  readonly make: MakeFinding;
  readonly progress: Progress;
}

/** What is looked for, by the words in which it is said that an analysis gave up. */
const LOOKED_FOR = {
  promises: 'whether promises are kept',
  conflicts: 'conflicts',
  clauses: 'clauses that never decide',
  carveOuts: 'carve-outs that take nothing or all',
  readings: 'readings on which nothing turns',
  gaps: 'gaps after the end of a clause',
} as const;

async function examineRequests({ pack, nodes, make, progress }: Examining): Promise<Examined> {
  const gaveUp: Finding[] = [];
  const attempt = async <T>(what: string, find: () => T | Promise<T>): Promise<T | undefined> => {
    progress(`examining ${what}`);
    try {
      return await find();
    } catch (error) {
      if (!(error instanceof BudgetSpent)) throw error;
      gaveUp.push(make('lint/gave-up', `gave up on ${what}: it needs ${error.message}`, { of: pack.id }));
      return undefined;
    }
  };
  const everything = Object.values(LOOKED_FOR).join(', ');
  const laid = await attempt(everything, () => {
    progress('compiling the pack');
    const open = openPack(pack, nodes);
    const breaches = pack.promises.map((promise) => ({ promise, breaches: breachesOf(open, promise) }));
    return { open, breaches, cases: casesOf(open) };
  });
  if (laid === undefined) return { findings: [], gaveUp, proved: [] };
  const { open, cases, breaches } = laid;
  const proved: string[] = [];
  const promised: Finding[] = [];
  for (const { promise, breaches: own } of breaches) {
    const found = await attempt(`the promise \`${promise.id}\``, () =>
      provePromise({ open, pack, cases, make }, promise, own),
    );
    if (found?.length === 0) proved.push(promise.id);
    promised.push(...(found ?? []));
  }
  const found = [
    await attempt(LOOKED_FOR.conflicts, () => conflicts(open, pack, cases, make)),
    await attempt(LOOKED_FOR.clauses, () => idleClauses(open, cases, make)),
    await attempt(LOOKED_FOR.carveOuts, () => carveOuts(open, cases, make)),
    await attempt(LOOKED_FOR.readings, () => idleReadings(open, cases, make)),
    await attempt(LOOKED_FOR.gaps, () => gaps(open, cases, make)),
  ];
  return { findings: [...promised, ...found.flatMap((each) => each ?? [])], gaveUp, proved };
}

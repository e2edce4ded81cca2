import { comparePacks } from '../../comparison/compare-packs.ts';
import type { PackComparison } from '../../comparison/comparison.ts';
import { withDocumentEdits, type PackDocuments } from '../../pack/pack-documents.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Scenario } from '../../pack/scenario.ts';
import type { Mutation } from '../mutation.ts';
import { mutationsOf } from '../mutations.ts';
import { countsOf, type MutantResult, type MutatedPack } from '../report.ts';
import { proposeKiller } from '../survivors/propose-killer.ts';
import { killerSearch, type KillerSearch } from './find-killer.ts';
import { trialOf, type Trial } from './trial.ts';
import { isIdle, whatChanged } from './what-changed.ts';

/** What mutants may take, and who is told how far it has come. */
export interface TryingOptions {
  /** Mutations beyond which the rest is not tried, and said to be so. */
  readonly most?: number;
  readonly tell?: (tried: number, of: number) => void;
}

const MOST_MUTATIONS = 5_000;

/** Tries which mutants of a pack some scenario kills. Every scenario has to hold of the pack itself. */
export async function tryMutants(
  documents: PackDocuments,
  scenarios: readonly Scenario[],
  { most = MOST_MUTATIONS, tell }: TryingOptions = {},
): Promise<MutatedPack> {
  const { id, title, digest } = documents.pack;
  const trials = scenarios.map((scenario) => trialOf(scenario, documents.pack));
  const all = mutationsOf(documents);
  const chosen = all.slice(0, most);
  const run: Run = { documents, search: killerSearch(trials), all };
  const mutants: MutantResult[] = [];
  let notLegal = 0;
  for (const [place, mutation] of chosen.entries()) {
    tell?.(place, chosen.length);
    const mutant = loadMutant(documents, mutation);
    if (mutant === undefined) notLegal += 1;
    else mutants.push(await resultOf(mutation, mutant, run));
  }
  const untried = all.length - chosen.length;
  return {
    pack: { id, title, digest },
    scenarios: trials.length,
    ...countsOf(mutants),
    notLegal,
    untried,
    mutants,
  };
}

interface Run {
  readonly documents: PackDocuments;
  readonly search: KillerSearch;
  readonly all: readonly Mutation[];
}

/** Promises and suppressions decide nothing, and may name what a mutation takes out. */
function loadMutant(documents: PackDocuments, { edits }: Mutation): Pack | undefined {
  const { words } = documents;
  const checks = ['promises', 'suppress'].map((key) => ({ written: words, path: [key], value: undefined }));
  const checked = withDocumentEdits(documents, [...edits, ...checks]);
  return checked.ok ? checked.value : undefined;
}

async function resultOf(mutation: Mutation, mutant: Pack, run: Run): Promise<MutantResult> {
  const { id, kind, of, would, edits } = mutation;
  const [first] = edits;
  const where = first?.written.placeOf(first.path, 'value');
  const place =
    where !== undefined && 'place' in where ? { file: where.place.file, line: where.place.line } : {};
  return { id, kind, of, would, ...place, ...(await verdictOn(mutation, mutant, run)) };
}

type Verdict = Pick<MutantResult, 'status' | 'killedBy' | 'scenario' | 'because'>;

/** Scenarios that most likely fail run first, then the comparison may prove that none can, and only then the rest. */
async function verdictOn(mutation: Mutation, mutant: Pack, run: Run): Promise<Verdict> {
  const { documents, search } = run;
  const changed = whatChanged(documents.pack, mutant);
  const trials = search.order(mutation, changed, mutant);
  if (trials.length === 0 && isIdle(changed)) return { status: 'equal' };
  const killer = await search.among(trials.slice(0, FIRST), mutation, mutant);
  if (killer !== undefined) return { status: 'killed', killedBy: killer.scenario.id };
  const comparison = await compared(documents.pack, mutant);
  if (comparison.verdict === 'equal' && comparison.governing.length === 0) return { status: 'equal' };
  const late = await search.among(trials.slice(FIRST), mutation, mutant);
  if (late !== undefined) return { status: 'killed', killedBy: late.scenario.id };
  return unkilled(mutation, mutant, { ...run, comparison, trials });
}

/** As many scenarios take about as long as a comparison. */
const FIRST = 32;

interface RunOfOne extends Run {
  readonly comparison: PackComparison;
  readonly trials: readonly Trial[];
}

async function unkilled(mutation: Mutation, mutant: Pack, run: RunOfOne): Promise<Verdict> {
  const { documents, comparison, trials } = run;
  const deciding = (): Promise<readonly Readonly<Record<string, unknown>>[]> =>
    decidingRequests(mutation.of, run);
  const scenario = await proposeKiller({
    mutation,
    original: documents.pack,
    mutant,
    comparison,
    tried: trials,
    deciding,
  });
  if (scenario !== undefined) return { status: 'survived', scenario };
  if (comparison.verdict === 'equal') return { status: 'equal', because: GOVERNED };
  if (comparison.verdict === 'unfinished') return { status: 'open', because: comparison.gaveUp ?? '' };
  if (comparison.changes.length > 0) return { status: 'survived', because: NOT_WRITTEN };
  const named = comparison.otherChanges.map(({ name }) => name).join(', ');
  return { status: 'open', because: `it differs in ${named}, and no request was found in which that shows` };
}

const GOVERNED = 'every answer is the same, but other clauses govern some';
const NOT_WRITTEN = 'answers differ, but only with a record of events that could not be written down';

/** Requests in which a clause decides: those that are answered otherwise without it. */
async function decidingRequests(
  clause: string,
  { documents, all }: Run,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  const dropped = all.find(({ kind, of }) => kind === 'drop-clause' && of === clause);
  const without = dropped && loadMutant(documents, dropped);
  if (without === undefined) return [];
  const { changes } = await compared(documents.pack, without);
  return changes.flatMap(({ before, witness }) =>
    before === 'first-refusal' && witness?.before.request !== undefined ? [witness.before.request] : [],
  );
}

/** A few statements are enough to find a request. */
function compared(before: Pack, after: Pack): Promise<PackComparison> {
  return comparePacks({ packs: { before, after } }, { nodes: 2_000_000, statements: 3 });
}

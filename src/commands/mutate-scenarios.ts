import { join, relative, sep } from 'node:path';
import type { MutatedPack, MutationReport } from '../mutation/report.ts';
import type { PackDocuments } from '../pack/pack-documents.ts';
import type { Pack } from '../pack/pack.ts';
import type { Scenario } from '../pack/scenario.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { asJson } from './format-option.ts';
import type { MutationAsked } from './mutation-options.ts';
import type { Prepared } from './prepare-tests.ts';
import { showingProgress } from './progress/showing-progress.ts';
import { packFolders } from './scenario-packs.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

/** Runs scenarios, and where all hold tries which mistakes in the rules they notice; `undefined` where none was run. */
export async function mutateScenarios(
  { files, cases }: Prepared,
  asked: MutationAsked & { readonly rules?: string },
  surroundings: Surroundings,
): Promise<ExitCode | undefined> {
  const { runCases } = await import('../regression/run-cases.ts');
  const { hasPassed, hasRun } = await import('../regression/report.ts');
  const tests = await runCases(cases);
  if (!hasRun(tests)) return undefined;
  if (!hasPassed(tests)) {
    const { renderTestReport } = await import('./render-test-report.ts');
    surroundings.stderr.write(await renderTestReport(tests, 'text', surroundings));
    surroundings.stderr.write('error: scenarios fail of the rules as they are; mend them first\n');
    return EXIT.couldNotDo;
  }
  const documents = await documentsIn({ files, cases }, asked.rules, surroundings);
  const packs: MutatedPack[] = [];
  for (const [pack, scenarios] of scenariosByPack(cases.cases)) {
    packs.push(await mutate(pack, scenarios, documents, surroundings));
  }
  const { mutationReport } = await import('../mutation/report.ts');
  const report = mutationReport(packs, asked.floor);
  surroundings.stdout.write(asked.format === 'json' ? asJson(report) : await inText(report, surroundings));
  return report.below.length === 0 ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

/** The documents of every pack that scenarios may be about, by digest. */
async function documentsIn(
  { files }: Prepared,
  rules: string | undefined,
  surroundings: Surroundings,
): Promise<ReadonlyMap<string, PackDocuments>> {
  const { readDocuments } = await import('../pack/pack-documents.ts');
  const folders = (await packFolders(files, rules, surroundings)).flatMap((each) => each.folders);
  const found = new Map<string, PackDocuments>();
  for (const folder of new Set(folders)) {
    const read = await readDocuments(diskPath(folder, surroundings.cwd));
    if (read.ok) found.set(read.value.pack.digest, read.value);
  }
  return found;
}

/** What is pending is not run. */
function scenariosByPack(cases: Prepared['cases']['cases']): ReadonlyMap<Pack, readonly Scenario[]> {
  const byPack = new Map<Pack, Scenario[]>();
  for (const { pack, scenario } of cases) {
    const own = byPack.get(pack) ?? [];
    byPack.set(pack, own);
    if (scenario.pending === undefined) own.push(scenario);
  }
  return new Map([...byPack].filter(([, own]) => own.length > 0));
}

async function mutate(
  pack: Pack,
  scenarios: readonly Scenario[],
  documents: ReadonlyMap<string, PackDocuments>,
  surroundings: Surroundings,
): Promise<MutatedPack> {
  const own = documents.get(pack.digest);
  if (own === undefined)
    throw new UsageError(`the rules of ${pack.id} have been changed meanwhile; run again`);
  const { tryMutants } = await import('../mutation/run/try-mutants.ts');
  const mutated = await showingProgress(surroundings, 'trying mistakes', (progress) =>
    tryMutants(own, scenarios, {
      tell: (tried, of) => {
        progress(`trying mistakes in ${pack.id}`, tried, of);
      },
    }),
  );
  return shownFrom(surroundings.cwd, mutated);
}

/** Files are named as seen from where the command runs. */
function shownFrom(cwd: string, mutated: MutatedPack): MutatedPack {
  const mutants = mutated.mutants.map((mutant) => {
    const { file } = mutant;
    return file?.startsWith(join(cwd, sep)) === true ? { ...mutant, file: relative(cwd, file) } : mutant;
  });
  return { ...mutated, mutants };
}

async function inText(report: MutationReport, surroundings: Surroundings): Promise<string> {
  const { renderMutation } = await import('../mutation/render/render-mutation.ts');
  const { wrapText } = await import('../explanation/wrap-text.ts');
  const { width } = textLayout(surroundings);
  return renderMutation(report, (line, indent, hanging) => wrapText(line, width, indent, hanging));
}

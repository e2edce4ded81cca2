import { listed } from '../diagnostics/plain-text.ts';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Pack } from '../pack/pack.ts';
import type { Cases, ScenarioText } from '../regression/read-cases.ts';
import { diskPath } from './disk-path.ts';
import { findPacks } from './find-packs.ts';
import { findScenarioFiles } from './find-scenario-files.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Which scenarios, and by which rules. */
export interface TestsAsked {
  readonly paths: readonly string[];
  readonly rules?: string;
  readonly only?: readonly string[];
}

/** Scenarios that are ready to be run. */
export interface Prepared {
  readonly files: readonly ScenarioText[];
  readonly packs: readonly Pack[];
  /** Those that were asked for. */
  readonly cases: Cases;
}

/** Loads packs and reads scenarios. What cannot be loaded or opened is a diagnostic; a file that is wrong is not. */
export async function prepareTests(
  asked: TestsAsked,
  surroundings: Surroundings,
): Promise<Checked<Prepared>> {
  const { paths, rules, only = [] } = asked;
  if (only.includes('')) throw new UsageError('--only needs a part of an id, or what a scenario is about');
  const folders = findPacks(rules, surroundings);
  const files = await findScenarioFiles(paths, surroundings);
  if (!files.ok) return files;
  const packs = await loadPacks(folders, surroundings.cwd);
  if (!packs.ok) return packs;
  const { readCases } = await import('../regression/read-cases.ts');
  const { selectCases } = await import('../regression/select-cases.ts');
  const { cases, unusable } = readCases(files.value, packs.value);
  const chosen = { cases: selectCases(cases, only), unusable };
  return { ok: true, value: { files: files.value, packs: packs.value, cases: chosen }, warnings: [] };
}

async function loadPacks(folders: readonly string[], cwd: string): Promise<Checked<readonly Pack[]>> {
  const { loadPack } = await import('../pack/load-pack.ts');
  const packs = new Map<string, Pack>();
  const diagnostics: Diagnostic[] = [];
  for (const folder of folders) {
    const loaded = await loadPack(diskPath(folder, cwd));
    if (!loaded.ok) {
      diagnostics.push(...loaded.diagnostics);
      continue;
    }
    const { id } = loaded.value;
    if (packs.has(id)) throw new UsageError(`two of the packs have the same id: ${listed([id])}`);
    packs.set(id, loaded.value);
  }
  if (diagnostics.length > 0) return { ok: false, diagnostics };
  return { ok: true, value: [...packs.values()], warnings: [] };
}

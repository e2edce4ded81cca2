import { readdirSync } from 'node:fs';
import path from 'node:path';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { scenarioCases, type ScenarioCase } from './scenario-cases.ts';

const CLAUSES = path.resolve(import.meta.dirname, '../../fixtures/clauses');

/** One clause of a real agreement, written as a pack of its own. */
export interface ClausePack {
  /** `D` and two digits, with which the folder's name begins; also the id of the pack. */
  readonly id: string;
  readonly folder: string;
  readonly pack: Pack;
  readonly cases: readonly ScenarioCase[];
}

/** Loads every pack in `fixtures/clauses` with its scenarios; what does not load is an error. */
export async function clausePacks(): Promise<readonly ClausePack[]> {
  const packs: ClausePack[] = [];
  for (const name of readdirSync(CLAUSES).toSorted()) packs.push(await clausePack(name));
  return packs;
}

async function clausePack(name: string): Promise<ClausePack> {
  const folder = path.join(CLAUSES, name);
  const loaded = await loadPack(folder);
  if (!loaded.ok) throw new Error(`${name} does not load`);
  const files = readdirSync(path.join(folder, 'scenarios')).toSorted();
  const cases = await Promise.all(
    files.map((file) => scenarioCases(path.join(folder, 'scenarios', file), () => folder)),
  );
  return { id: name.slice(0, 3), folder, pack: loaded.value, cases: cases.flat() };
}

import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { compile } from '../../src/diagram/compile/compile.ts';
import type { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import type { checkRequest } from '../../src/pack/check-request.ts';
import type { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Engines } from './engines.ts';
import type { PlantedFault } from './planted-faults.ts';

/** A copy of the product in which one fault at a time can be switched on. */
export interface FaultyCopy {
  readonly engines: Engines;
  readonly withFault: <T>(fault: PlantedFault | undefined, run: () => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

const ROOT = path.resolve(import.meta.dirname, '../..');

/** Copies `src` aside, with every fault beside what it replaces; which of the two counts is asked at each evaluation. */
export async function plantFaults(faults: readonly PlantedFault[]): Promise<FaultyCopy> {
  const copy = mkdtempSync(path.join(tmpdir(), 'planted-'));
  cpSync(path.join(ROOT, 'src'), path.join(copy, 'src'), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(copy, 'node_modules'));
  for (const fault of faults) plant(path.join(copy, 'src', fault.file), fault);
  const switches = globalThis as { plantedFault?: string | undefined };
  return {
    engines: await enginesIn(path.join(copy, 'src')),
    withFault: async (fault, run) => {
      switches.plantedFault = fault?.is;
      try {
        return await run();
      } finally {
        switches.plantedFault = undefined;
      }
    },
    remove: () => {
      rmSync(copy, { recursive: true });
    },
  };
}

function plant(file: string, { is, sound, faulty }: PlantedFault): void {
  const text = readFileSync(file, 'utf8');
  const parts = text.split(sound);
  if (parts.length !== 2)
    throw new Error(`\`${sound}\` stands ${String(parts.length - 1)} times where ${is}`);
  const either = `(globalThis.plantedFault === ${JSON.stringify(is)} ? (${faulty}) : (${sound}))`;
  writeFileSync(file, parts.join(either));
}

async function enginesIn(folder: string): Promise<Engines> {
  const from = async (file: string): Promise<unknown> =>
    import(/* @vite-ignore */ pathToFileURL(path.join(folder, file)).href);
  const [compiling, evaluating, checking, loading] = await Promise.all([
    from('diagram/compile/compile.ts'),
    from('evaluation/evaluate-request.ts'),
    from('pack/check-request.ts'),
    from('pack/load-pack.ts'),
  ]);
  return {
    compile: (compiling as { compile: typeof compile }).compile,
    evaluateRequest: (evaluating as { evaluateRequest: typeof evaluateRequest }).evaluateRequest,
    checkRequest: (checking as { checkRequest: typeof checkRequest }).checkRequest,
    loadPackFiles: (loading as { loadPackFiles: typeof loadPackFiles }).loadPackFiles,
  };
}

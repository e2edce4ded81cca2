import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Decided, Invalid, Question } from '../../../src/diagram/compile/question.ts';

/** What a written module exports. */
export interface ImportedModule {
  readonly decide: (question: Question) => Decided | Invalid;
  readonly pack: {
    readonly id: string;
    readonly title: string;
    readonly digest: string;
    readonly disclaimer: string;
  };
}

/** Writes a module to a folder of its own and imports it. */
export async function importedModule(text: string): Promise<ImportedModule> {
  const folder = mkdtempSync(path.join(tmpdir(), 'module-'));
  try {
    const file = path.join(folder, 'module.mjs');
    writeFileSync(file, text);
    const imported: unknown = await import(/* @vite-ignore */ pathToFileURL(file).href);
    return imported as ImportedModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

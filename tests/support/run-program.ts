import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { vi } from 'vitest';

const DOCS = path.resolve(import.meta.dirname, '../docs');

/** What a program printed, and what its comments say that it prints. */
export interface ProgramRun {
  readonly printed: readonly string[];
  readonly promised: readonly string[];
}

/** Runs a program of the documentation against `src`; it says what it prints in comments, `// prints: …`. */
export async function runProgram(source: string): Promise<ProgramRun> {
  const folder = await mkdtemp(path.join(DOCS, 'run-'));
  const printed: string[] = [];
  const log = vi.spyOn(console, 'log').mockImplementation((line: unknown) => printed.push(String(line)));
  try {
    const file = path.join(folder, 'program.ts');
    await writeFile(file, againstSource(source));
    await import(file);
  } finally {
    log.mockRestore();
    await rm(folder, { recursive: true });
  }
  return { printed, promised: promisesIn(source) };
}

/** Gives a program that stands in a folder of `tests/docs` the library of `src` in place of the package. */
export function againstSource(program: string): string {
  return program.replaceAll("'compute-rights'", "'../../../src/index.ts'");
}

function promisesIn(program: string): readonly string[] {
  return [...program.matchAll(/\/\/ prints: (.*)$/gmu)].map(([, promise = '']) => promise);
}

import { ok } from 'node:assert/strict';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { writeModule } from '../../../src/export/module/write-module.ts';
import { loadPack, type Decided, type Question } from '../../../src/index.ts';
import { WORK_PACK, type WorkOutcome } from '../common-work/work-request.ts';
import { answeringAtOnce, type Subject } from '../harness/subject.ts';
import { questionOf } from './work-questions.ts';

/** The module written from the pack, asked one question at a time. */
export async function prepare(): Promise<Subject> {
  const { decide } = await writtenModule();
  return answeringAtOnce({
    read: questionOf,
    decide: (question) => (decide(question).outcome ?? 'invalid') as WorkOutcome,
  });
}

interface WrittenModule {
  readonly decide: (question: Question) => Partial<Decided>;
}

async function writtenModule(): Promise<WrittenModule> {
  const loaded = await loadPack(WORK_PACK);
  ok(loaded.ok, loaded.ok ? '' : loaded.diagnostics[0]?.message);
  const folder = mkdtempSync(path.join(tmpdir(), 'exported-'));
  try {
    const file = path.join(folder, 'module.mjs');
    writeFileSync(file, writeModule(loaded.value));
    return (await import(pathToFileURL(file).href)) as WrittenModule;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

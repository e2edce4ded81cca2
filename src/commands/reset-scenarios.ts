import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnosticOf } from '../diagnostics/diagnostic.ts';
import type { Case } from '../regression/read-cases.ts';
import type { ResetFile } from '../regression/reset-file.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import type { Prepared } from './prepare-tests.ts';
import { refuse } from './refuse.ts';
import { replaceFile } from './replace-file.ts';
import type { Surroundings } from './surroundings.ts';
import { textLayout } from './text-layout.ts';
import { UsageError } from './usage-error.ts';

/** Writes into the files of scenarios what the engine says now of those that fail, and shows what it wrote. */
export async function resetScenarios(
  { files, packs, cases }: Prepared,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (files.some(({ file }) => file === '<stdin>'))
    throw new UsageError('--reset cannot write standard input');
  if (cases.unusable.length > 0) {
    return refuse(
      cases.unusable.flatMap(({ diagnostics }) => diagnostics),
      surroundings,
    );
  }
  const { readCases } = await import('../regression/read-cases.ts');
  const { resetFile } = await import('../regression/reset-file.ts');
  const all = readCases(files, packs).cases;
  const chosen = chosenOf(all, cases.cases);
  const reset: ResetFile[] = [];
  for (const each of files) {
    const own = all.filter(({ file }) => file === each.file);
    const done = await resetFile(each, own, chosen);
    if (done.text !== each.text && !(await write(each, done.text, surroundings))) {
      return refuse([notWritten(each.file)], surroundings);
    }
    reset.push(done);
  }
  surroundings.stdout.write(await render(reset, surroundings));
  return reset.some(({ left }) => left.length > 0) ? EXIT.somethingToReport : EXIT.nothingAgainst;
}

/** The same scenarios, read again with all others of their files. */
function chosenOf(all: readonly Case[], asked: readonly Case[]): ReadonlySet<Case> {
  const keys = new Set(asked.map(({ file, scenario }) => `${file}\0${scenario.id}`));
  return new Set(all.filter(({ file, scenario }) => keys.has(`${file}\0${scenario.id}`)));
}

/** Writes where a link leads, whole or not at all, and not over what somebody has changed meanwhile. */
async function write(
  before: { readonly file: string; readonly text: string },
  text: string,
  { cwd }: Surroundings,
): Promise<boolean> {
  try {
    const path = await realpath(resolve(cwd, before.file));
    if (decoded(await readFile(path)) !== before.text) return false;
    return await replaceFile(path, text);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

function decoded(bytes: Uint8Array): string {
  return new TextDecoder('utf-8').decode(bytes);
}

function notWritten(file: string) {
  return diagnosticOf('file/unwritable', 'the file cannot be replaced, or was changed meanwhile', {
    path: file,
  });
}

async function render(reset: readonly ResetFile[], surroundings: Surroundings): Promise<string> {
  const { placeOf } = await import('../regression/reporters/text-report.ts');
  const { describeChange } = await import('../regression/report-words.ts');
  const { wrapText } = await import('../explanation/wrap-text.ts');
  const { width } = textLayout(surroundings);
  const blocks = reset.flatMap(({ rewritten, left }) => [
    ...rewritten.map((each) => [
      ...wrapText(`rewritten: ${each.id} (${placeOf(each)})`, width, '', '  '),
      ...each.mismatches.flatMap((mismatch) => wrapText(describeChange(mismatch), width, '  ', '    ')),
    ]),
    ...left.map((each) => [
      ...wrapText(`left: ${each.id} (${placeOf(each)})`, width, '', '  '),
      ...wrapText(each.because, width, '  '),
    ]),
  ]);
  const count = (which: 'rewritten' | 'left'): string =>
    String(reset.reduce((sum, each) => sum + each[which].length, 0));
  return `${[...blocks, [`${count('rewritten')} rewritten, ${count('left')} left`]].map((lines) => lines.join('\n')).join('\n\n')}\n`;
}

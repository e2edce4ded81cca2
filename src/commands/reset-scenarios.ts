import { readFile, realpath } from 'node:fs/promises';
import { resolve } from 'node:path';
import { diagnosticOf } from '../diagnostics/diagnostic.ts';
import type { Case, ScenarioText } from '../regression/read-cases.ts';
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
  { files, cases }: Prepared,
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
  const all = readCases(files).cases;
  const chosen = chosenOf(all, cases.cases);
  const reset: ResetFile[] = [];
  for (const each of files) {
    const own = all.filter(({ file }) => file === each.file);
    reset.push(await resetFile(each, own, chosen));
  }
  const written = await writeAll(files, reset, surroundings);
  const told = await render(written, surroundings);
  if (written.length < reset.length) {
    // What was written before is told where the mistake is: there is no result.
    if (written.some(({ rewritten }) => rewritten.length > 0)) surroundings.stderr.write(`${told}\n`);
    return refuse([notWritten(reset[written.length]?.file ?? '')], surroundings);
  }
  surroundings.stdout.write(told);
  return reset.some(({ left }) => left.length > 0) ? EXIT.somethingToReport : EXIT.nothingAgainst;
}

/** Writes one file after the other, once all new texts are there; gives those before the first that cannot be written. */
async function writeAll(
  files: readonly ScenarioText[],
  reset: readonly ResetFile[],
  surroundings: Surroundings,
): Promise<readonly ResetFile[]> {
  for (const [index, before] of files.entries()) {
    const text = reset[index]?.text ?? before.text;
    if (text !== before.text && !(await write(before, text, surroundings))) return reset.slice(0, index);
  }
  return reset;
}

/** The same scenarios, read again with all others of their files. */
function chosenOf(all: readonly Case[], asked: readonly Case[]): ReadonlySet<Case> {
  const keys = new Set(asked.map(({ file, scenario }) => `${file}\0${scenario.id}`));
  return new Set(all.filter(({ file, scenario }) => keys.has(`${file}\0${scenario.id}`)));
}

/** Writes where a link leads, whole or not at all, and not over what somebody has changed meanwhile. */
async function write(before: ScenarioText, text: string, { cwd }: Surroundings): Promise<boolean> {
  try {
    const path = await realpath(resolve(cwd, before.file));
    const now = await readFile(path, 'utf8');
    const mark = now.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK : '';
    if (now !== mark + before.text) return false;
    return await replaceFile(path, mark + text);
  } catch (error) {
    if (error instanceof Error && 'code' in error) return false;
    throw error;
  }
}

/** Reading takes it off; writing puts it back. */
const BYTE_ORDER_MARK = '\uFEFF';

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

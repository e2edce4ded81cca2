import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { asJson, type Format } from './format-option.ts';
import { dayOption } from './recorded-basis.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';

export interface ShowOptions {
  readonly opportunity?: string;
  readonly knownOn?: string;
  readonly format: Format;
}

/** Lists the entries of a ledger that nothing is wrong with. */
export async function showLedger(
  file: string,
  { opportunity, knownOn, format }: ShowOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const day = dayOption('--known-on', knownOn);
  const ledger = await read(file, surroundings);
  if (!ledger.ok) return refuse(ledger.diagnostics, surroundings);
  if (opportunity !== undefined) {
    const { recordedOpportunity } = await import('../ledger/recorded-opportunity.ts');
    const recorded = recordedOpportunity(ledger.value, opportunity, day);
    if (!recorded.ok) return refuse(recorded.diagnostics, surroundings);
  }
  const { describeLedger } = await import('../ledger/describe-ledger.ts');
  const report = describeLedger(ledger.value, opportunity, day);
  const { renderLedger } = await import('./render-ledger.ts');
  surroundings.stdout.write(format === 'json' ? asJson(report) : renderLedger(report));
  return EXIT.nothingAgainst;
}

export interface VerifyOptions {
  readonly head?: string;
  readonly documents?: string;
  readonly format: Format;
}

/** Says what is wrong with a ledger: that is its result, so it goes to stdout. */
export async function verifyLedger(
  file: string,
  options: VerifyOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  const ledger = await read(file, surroundings);
  if (!ledger.ok && ledger.diagnostics.some(({ code }) => code.startsWith('file/'))) {
    return refuse(ledger.diagnostics, surroundings);
  }
  const diagnostics = ledger.ok ? await differences(ledger.value, options, surroundings) : ledger.diagnostics;
  const result = {
    format: 'compute-rights/ledger-verify/1',
    file,
    ...(ledger.ok && {
      pack: ledger.value.pack,
      entries: ledger.value.entries.length,
      head: ledger.value.hashes.at(-1) ?? '',
    }),
    diagnostics,
  };
  surroundings.stdout.write(options.format === 'json' ? asJson(result) : inWords(file, ledger, diagnostics));
  return diagnostics.length === 0 ? EXIT.nothingAgainst : EXIT.somethingToReport;
}

async function read(file: string, { cwd }: Surroundings): Promise<Checked<Ledger>> {
  const { readLedgerFile } = await import('../ledger/read-ledger-file.ts');
  return readLedgerFile(diskPath(file, cwd));
}

async function differences(
  ledger: Ledger,
  { head, documents }: VerifyOptions,
  { cwd }: Surroundings,
): Promise<readonly Diagnostic[]> {
  const { checkHead } = await import('../ledger/check-head.ts');
  const found = head === undefined ? [] : checkHead(ledger, head);
  if (documents === undefined) return found;
  const { compareDocuments } = await import('../ledger/attached-documents.ts');
  return [...found, ...(await compareDocuments(ledger, diskPath(documents, cwd)))];
}

function inWords(file: string, ledger: Checked<Ledger>, diagnostics: readonly Diagnostic[]): string {
  const counted = ledger.ok ? summary(ledger.value) : '';
  const verdict = `${inBackticks(file)}: ${diagnostics.length === 0 ? 'nothing is wrong' : 'not as it should be'}`;
  return `${[...diagnostics.map(renderDiagnostic), `${verdict}${counted}`].join('\n\n')}\n`;
}

function summary({ entries, hashes }: Ledger): string {
  const count = `${String(entries.length)} ${entries.length === 1 ? 'entry' : 'entries'}`;
  return `, ${count}, last hash ${hashes.at(-1) ?? ''}`;
}

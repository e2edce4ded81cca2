import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../../diagnostics/render-diagnostic.ts';
import { describeMismatch } from '../report-words.ts';
import type { Report, ScenarioResult, UnusableFile } from '../report.ts';

/** Breaks a line where it is too long; what runs on is indented by `hanging`. */
export type Wrap = (line: string, indent: string, hanging: string) => readonly string[];

/** Writes a report for people: what failed and why, what is pending and why, then the counts. */
export function textReport(report: Report, wrap: Wrap): string {
  const { scenarios, unusable } = report;
  const blocks = [
    ...unusable.map(describeFile),
    ...scenarios.filter(({ status }) => status === 'failed').map((result) => describeFailure(result, wrap)),
    ...scenarios.filter(({ status }) => status === 'pending').map((result) => describePending(result, wrap)),
    countsOf(report),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** The last line of a report. */
export function countsOf({ passed, failed, pending }: Report): string {
  return `${String(passed)} passed, ${String(failed)} failed, ${String(pending)} pending`;
}

function describeFile({ file, diagnostics }: UnusableFile): string {
  return [`failed: ${escapeUnprintable(file)}`, ...diagnostics.map(quote)].join('\n');
}

function describeFailure(result: ScenarioResult, wrap: Wrap): string {
  return [
    ...wrap(`failed: ${result.id} (${placeOf(result)})`, '', '  '),
    ...result.mismatches.flatMap((mismatch) => wrap(describeMismatch(mismatch), '  ', '    ')),
    ...result.diagnostics.map(quote),
  ].join('\n');
}

function describePending(result: ScenarioResult, wrap: Wrap): string {
  const head = wrap(`pending: ${result.id} (${placeOf(result)})`, '', '  ');
  return [...head, ...wrap(result.reason ?? '', '  ', '  ')].join('\n');
}

/** Where a scenario stands, for people and for terminals that open it. */
export function placeOf({ file, line }: Pick<ScenarioResult, 'file' | 'line'>): string {
  return `${escapeUnprintable(file)}${line === undefined ? '' : `:${String(line)}`}`;
}

/** A diagnostic quotes lines of the file, which are not broken. */
function quote(diagnostic: UnusableFile['diagnostics'][number]): string {
  return renderDiagnostic(diagnostic).replaceAll(/^/gmu, '  ');
}

import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import type { Mismatch } from './compare-answer.ts';
import type { Report, ScenarioResult, UnusableFile } from './report.ts';

/** Writes a report for people: what failed and why, what is pending and why, then the counts. */
export function renderReport(report: Report): string {
  const { passed, failed, pending, scenarios, unusable } = report;
  const blocks = [
    ...unusable.map(describeFile),
    ...scenarios.filter(({ status }) => status === 'failed').map(describeFailure),
    ...scenarios.filter(({ status }) => status === 'pending').map(describePending),
    `${String(passed)} passed, ${String(failed)} failed, ${String(pending)} pending`,
  ];
  return `${blocks.join('\n\n')}\n`;
}

function describeFile({ file, diagnostics }: UnusableFile): string {
  return [
    `failed: ${escapeUnprintable(file)}`,
    ...diagnostics.map((each) => indent(renderDiagnostic(each))),
  ].join('\n');
}

function describeFailure(result: ScenarioResult): string {
  return [
    `failed: ${result.id} (${placeOf(result)})`,
    ...result.mismatches.map((mismatch) => indent(describeMismatch(mismatch))),
    ...result.diagnostics.map((diagnostic) => indent(renderDiagnostic(diagnostic))),
  ].join('\n');
}

function describePending(result: ScenarioResult): string {
  return `pending: ${result.id} (${placeOf(result)})\n${indent(escapeUnprintable(result.reason ?? ''))}`;
}

function describeMismatch({ provider, act, what, expected, found }: Mismatch): string {
  const where = [provider, act, what].filter((part) => part !== undefined).join(', ');
  return `${where}: expected ${inWords(expected)}, found ${inWords(found)}`;
}

function inWords(members: readonly string[]): string {
  return members.length === 0 ? 'none' : members.join(', ');
}

function placeOf({ file, line }: ScenarioResult): string {
  return `${escapeUnprintable(file)}${line === undefined ? '' : `:${String(line)}`}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, '  ');
}

import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../../diagnostics/render-diagnostic.ts';
import { complaintsIn } from '../report-words.ts';
import type { Report, ScenarioResult, UnusableFile } from '../report.ts';
import { countsOf } from './text-report.ts';

/** Writes a report as commands that GitHub Actions shows beside the lines of the files; the counts come last. */
export function githubReport(report: Report): string {
  const lines = [
    ...report.unusable.flatMap(fileErrors),
    ...report.scenarios.flatMap(annotation),
    countsOf(report),
  ];
  return `${lines.join('\n')}\n`;
}

function fileErrors({ file, diagnostics }: UnusableFile): readonly string[] {
  return diagnostics.map((each) => {
    const { place, code } = each;
    const where = place === undefined ? { file } : { file: place.file, line: place.line, col: place.column };
    return command('error', { ...where, title: code }, renderDiagnostic(each));
  });
}

function annotation(result: ScenarioResult): readonly string[] {
  const { id, file, line, status, reason = '' } = result;
  if (status === 'passed') return [];
  if (status === 'pending')
    return [command('notice', { file, line, title: `pending: ${id}` }, plain(reason))];
  return [command('error', { file, line, title: `failed: ${id}` }, complaintsIn(result).join('\n'))];
}

function command(
  name: 'error' | 'notice',
  properties: Readonly<Record<string, string | number | undefined>>,
  message: string,
): string {
  const given = Object.entries(properties).filter(([, value]) => value !== undefined);
  const written = given.map(([key, value]) => `${key}=${escapeProperty(plain(String(value)))}`);
  return `::${name} ${written.join(',')}::${escapeData(message)}`;
}

function plain(text: string): string {
  return escapeUnprintable(text);
}

/** As GitHub's own toolkit does it. */
function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

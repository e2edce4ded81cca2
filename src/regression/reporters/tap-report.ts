import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../../diagnostics/render-diagnostic.ts';
import { complaintsIn } from '../report-words.ts';
import type { Report, ScenarioResult, UnusableFile } from '../report.ts';

/** Writes a report in the Test Anything Protocol, version 14. A file that cannot be used is a test point that fails. */
export function tapReport({ scenarios, unusable }: Report): string {
  const points = [...unusable.map(filePoint), ...scenarios.map(scenarioPoint)];
  const numbered = points.map(({ ok, title, below }, index) =>
    [`${ok ? 'ok' : 'not ok'} ${String(index + 1)} - ${title}`, ...below].join('\n'),
  );
  return `${['TAP version 14', `1..${String(points.length)}`, ...numbered].join('\n')}\n`;
}

interface Point {
  readonly ok: boolean;
  readonly title: string;
  readonly below: readonly string[];
}

function filePoint({ file, diagnostics }: UnusableFile): Point {
  const lines = diagnostics.flatMap((each) => renderDiagnostic(each).split('\n'));
  return { ok: false, title: inTitle(file), below: details({ file }, lines) };
}

function scenarioPoint(result: ScenarioResult): Point {
  const { id, file, line, status, reason = '' } = result;
  if (status === 'passed') return { ok: true, title: inTitle(id), below: [] };
  if (status === 'pending') {
    return { ok: true, title: `${inTitle(id)} # SKIP ${inTitle(reason)}`, below: [] };
  }
  return { ok: false, title: inTitle(id), below: details({ file, line }, complaintsIn(result)) };
}

/** A block of YAML; text as JSON writes it, which is YAML as well. */
function details(
  where: Readonly<Record<string, string | number | undefined>>,
  lines: readonly string[],
): readonly string[] {
  const given = Object.entries(where).filter(([, value]) => value !== undefined);
  const block = [
    '---',
    ...given.map(([key, value]) => `${key}: ${JSON.stringify(value)}`),
    'complaints:',
    ...lines.map((line) => `  - ${JSON.stringify(line)}`),
    '...',
  ];
  return block.map((line) => `  ${line}`);
}

/** A `#` would begin a directive. */
function inTitle(text: string): string {
  return escapeUnprintable(text).replaceAll(/[\\#]/gu, String.raw`\$&`);
}

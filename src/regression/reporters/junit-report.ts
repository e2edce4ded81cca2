import { escapeUnprintable } from '../../diagnostics/plain-text.ts';
import { renderDiagnostic } from '../../diagnostics/render-diagnostic.ts';
import { complaintsIn } from '../report-words.ts';
import type { Report, ScenarioResult, UnusableFile } from '../report.ts';

/**
 * Writes a report as JUnit XML: a suite for each file, a case for each scenario, `skipped` where it is pending, and an
 * `error` for a file that cannot be used. There are no times in it, so that equal rules give equal text.
 */
export function junitReport({ scenarios, unusable }: Report): string {
  const files = new Set([...scenarios, ...unusable].map(({ file }) => file));
  const suites = [...files].map((file) => ({
    file,
    results: scenarios.filter((each) => each.file === file),
    errors: unusable.filter((each) => each.file === file),
  }));
  const all = attributes({ name: 'compute-rights', ...countsOf(scenarios, unusable) });
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites${all}>\n${suites.map(suite).join('')}</testsuites>\n`;
}

interface Suite {
  readonly file: string;
  readonly results: readonly ScenarioResult[];
  readonly errors: readonly UnusableFile[];
}

function suite({ file, results, errors }: Suite): string {
  const cases = [...errors.map(errorCase), ...results.map(testCase)];
  return `  <testsuite${attributes({ name: file, ...countsOf(results, errors) })}>\n${cases.join('')}  </testsuite>\n`;
}

function countsOf(results: readonly ScenarioResult[], errors: readonly UnusableFile[]) {
  const count = (status: ScenarioResult['status']): number =>
    results.filter((each) => each.status === status).length;
  return {
    tests: results.length + errors.length,
    failures: count('failed'),
    errors: errors.length,
    skipped: count('pending'),
  };
}

function testCase(result: ScenarioResult): string {
  const { id, pack, file, line, status, reason = '' } = result;
  const head = `    <testcase${attributes({ name: id, classname: pack, file, line })}`;
  if (status === 'passed') return `${head}/>\n`;
  const inner =
    status === 'pending'
      ? `<skipped${attributes({ message: reason })}/>`
      : problem('failure', 'scenario', complaintsIn(result));
  return `${head}>\n      ${inner}\n    </testcase>\n`;
}

function errorCase({ file, diagnostics }: UnusableFile): string {
  const lines = diagnostics.flatMap((each) => renderDiagnostic(each).split('\n'));
  const inner = problem('error', 'file', lines, diagnostics[0]?.message);
  return `    <testcase${attributes({ name: file, classname: 'file', file })}>\n      ${inner}\n    </testcase>\n`;
}

function problem(
  element: 'failure' | 'error',
  type: string,
  lines: readonly string[],
  message = lines[0] ?? '',
): string {
  return `<${element}${attributes({ type, message })}>${lines.map(escapeXml).join('\n')}</${element}>`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  const given = Object.entries(values).filter(([, value]) => value !== undefined);
  return given.map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`).join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** Every `>` too, so that no `]]>` is left; what XML 1.0 has no way to write is written out. */
function escapeXml(text: string): string {
  return escapeUnprintable(text)
    .replaceAll(/[\uFFFE\uFFFF]/gu, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
    .replaceAll(/[&<>"']/gu, (character) => ENTITIES[character] ?? character);
}

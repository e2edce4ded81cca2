import { describe, expect, test } from 'vitest';
import type { Diagnostic, Place } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.ts';

const place: Place = {
  file: 'rules/a.yaml',
  line: 12,
  column: 13,
  length: 7,
  lineText: '    when: { capcity: new }',
};
const diagnostic: Diagnostic = {
  code: 'clause/undeclared-fact',
  severity: 'error',
  message: 'criterion names `capcity`, which the pack does not declare',
  place,
  hint: 'did you mean `capacity`?',
};

describe('a rendered diagnostic', () => {
  test('shows place, message, line, carets and hint', () => {
    expect(renderDiagnostic(diagnostic)).toBe(
      [
        'rules/a.yaml:12:13',
        'error clause/undeclared-fact: criterion names `capcity`, which the pack does not declare',
        '12 |     when: { capcity: new }',
        '   |             ^^^^^^^',
        'hint: did you mean `capacity`?',
      ].join('\n'),
    );
  });

  test('shows the path of what was never text', () => {
    const { place: _place, hint: _hint, ...plain } = diagnostic;

    expect(renderDiagnostic({ ...plain, path: 'facts.capcity' }).split('\n')).toEqual([
      'facts.capcity',
      'error clause/undeclared-fact: criterion names `capcity`, which the pack does not declare',
    ]);
  });

  test('cuts a long line around the column, on both sides', () => {
    const lineText = `${'a'.repeat(200)}HERE${'b'.repeat(200)}`;

    const [, , line = '', carets = ''] = lines({ ...place, column: 201, length: 4, lineText });

    expect(line.length).toBeLessThan(140);
    expect(line).toMatch(/^12 \| …a+HEREb+…$/);
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test('points at the column of a line that is given in part', () => {
    const [, , line = '', carets = ''] = lines({
      ...place,
      column: 1004,
      length: 4,
      lineText: 'abcHEREdef',
      lineTextFrom: 1001,
    });

    expect(line).toBe('12 | …abcHEREdef');
    expect(line.slice(carets.indexOf('^'), carets.lastIndexOf('^') + 1)).toBe('HERE');
  });

  test('leaves the line out where the column is beyond it or before it', () => {
    expect(lines({ ...place, column: 500 })).toHaveLength(3);
    expect(lines({ ...place, column: 1, lineTextFrom: 20 })).toHaveLength(3);
  });

  test('escapes what would steer a terminal or turn the text round', () => {
    const lineText = '\u001B[31m\u202Ered\tend';

    const text = renderDiagnostic({
      ...diagnostic,
      message: 'a\nb\u0007',
      place: { ...place, column: 1, lineText, file: 'a\rb' },
    });

    expect(text.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    expect(text).toContain('a\\u{a}b\\u{7}');
  });

  test('puts carets under characters that stand for two units', () => {
    const [, , line = '', carets = ''] = lines({ ...place, column: 4, length: 1, lineText: '😀 X' });

    expect(Array.from(line)[carets.indexOf('^')]).toBe('X');
  });

  test('lists related places', () => {
    const related = [{ message: 'the first one', place }];

    expect(renderDiagnostic({ ...diagnostic, related })).toContain('\nsee rules/a.yaml:12:13: the first one');
  });
});

function lines(at: Place): readonly string[] {
  return renderDiagnostic({ ...diagnostic, place: at }).split('\n');
}

import { describe, expect, test } from 'vitest';
import { inPlaceOrder, type Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../../src/diagnostics/plain-text.ts';

describe('diagnostics in place order', () => {
  test('are sorted by file, line and column, each once', () => {
    const places = [
      ['b.yaml', 1, 1],
      ['a.yaml', 10, 1],
      ['a.yaml', 9, 20],
      ['a.yaml', 9, 3],
      ['a.yaml', 9, 3],
    ] as const;

    const sorted = inPlaceOrder(places.map(([file, line, column]) => diagnosticAt(file, line, column)));

    expect(
      sorted.map(({ place }) => `${place?.file ?? ''}:${String(place?.line)}:${String(place?.column)}`),
    ).toEqual(['a.yaml:9:3', 'a.yaml:9:20', 'a.yaml:10:1', 'b.yaml:1:1']);
  });

  test('keep two mistakes at one place', () => {
    const one = diagnosticAt('a.yaml', 1, 1);

    expect(inPlaceOrder([one, { ...one, message: 'another' }])).toHaveLength(2);
  });
});

describe('a quoted text', () => {
  test('stays on one line and is cut', () => {
    expect(inBackticks('two\nlines')).toBe('`two\\u{a}lines`');
    expect(inBackticks('x'.repeat(100_000)).length).toBeLessThan(100);
  });

  test('is joined with others', () => {
    expect(listed(['a'])).toBe('`a`');
    expect(listed(['a', 'b', 'c'], 'and')).toBe('`a`, `b` and `c`');
    expect(listed(Array.from({ length: 12 }, (_, index) => String(index)))).toMatch(/`9` and 2 more$/);
  });
});

function diagnosticAt(file: string, line: number, column: number): Diagnostic {
  const place = { file, line, column, length: 1, lineText: '' };
  return { code: 'yaml/syntax', severity: 'error', message: 'wrong', place };
}

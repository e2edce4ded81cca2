import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { FINDINGS } from '../../src/diagnostics/finding-codes.ts';

describe('docs/checking.md', () => {
  test('shows every finding with its weight, its meaning and what to do', () => {
    const rows = readFileSync('docs/checking.md', 'utf8')
      .split('\n')
      .filter((line) => line.startsWith('| `lint/'));

    expect(rows).toEqual(
      Object.entries(FINDINGS).map(
        ([code, [severity, means, mend]]) => `| \`${code}\` | ${severity} | ${means} | ${mend} |`,
      ),
    );
  });
});

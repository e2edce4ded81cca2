import { describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import { idsIn, reportOn } from '../../src/comparison/report.ts';
import { renderMarkdown } from '../../src/comparison/render/render-markdown.ts';
import { renderText } from '../../src/comparison/render/render-text.ts';
import { loadPack } from '../../src/pack/load-pack.ts';

const loaded = await loadPack('rules/openai');
if (!loaded.ok) throw new Error('the shipped pack does not load');
const pack = loaded.value;

/** The last day of each regime, and the first of the next. */
const REGIMES = [
  { name: 'r1-r2', fromDay: '2023-01-22', toDay: '2023-01-23', statements: 40, verdict: 'equal' },
  { name: 'r2-r3', fromDay: '2025-01-20', toDay: '2025-01-21', statements: 40, verdict: 'more-permissive' },
  { name: 'r3-r4', fromDay: '2025-10-27', toDay: '2025-10-28', statements: 40, verdict: 'mixed' },
  { name: 'r4-r5', fromDay: '2026-04-26', toDay: '2026-04-27', statements: 24, verdict: 'mixed' },
] as const;

describe('the regimes of the shipped pack', () => {
  test.each(REGIMES)(
    '$name changes what it is told to change',
    async ({ name, fromDay, toDay, statements, verdict }) => {
      const comparison = await compare(pack, pack, { fromDay, toDay, statements });

      expect(comparison.verdict).toBe(verdict);
      expect(idsIn(comparison).size).toBe(comparison.changes.length + comparison.otherChanges.length);
      const text = renderText(reportOn(comparison, new Map(), {}), { width: 80, all: false });
      await expect(text).toMatchFileSnapshot(`../golden/comparison/${name}.txt`);
    },
    120_000,
  );

  test('is told as Markdown too', async () => {
    const comparison = await compare(pack, pack, {
      fromDay: '2025-01-20',
      toDay: '2025-01-21',
      statements: 24,
    });

    await expect(renderMarkdown(reportOn(comparison, new Map(), {}))).toMatchFileSnapshot(
      '../golden/comparison/r2-r3.md',
    );
  }, 120_000);

  test('does not change with a memorandum that binds nobody', async () => {
    const { verdict, unlisted } = await compare(pack, pack, {
      fromDay: '2025-09-10',
      toDay: '2025-09-11',
      statements: 0,
    });

    expect({ verdict, unlisted }).toEqual({ verdict: 'equal', unlisted: 0 });
  }, 60_000);

  test('changes with the partnership of one day by that alone, not by the statement of the same day', async () => {
    const { verdict, changes } = await compare(pack, pack, {
      fromDay: '2026-02-26',
      toDay: '2026-02-27',
      statements: 24,
    });

    expect(verdict).not.toBe('equal');
    expect([...new Set(changes.flatMap(({ causes }) => causes))]).toEqual(['frontier-through-aws']);
  }, 60_000);

  test('refuses a day that is none, and a day without the other', async () => {
    await expect(compare(pack, pack, { fromDay: '2025-02-30', toDay: '2025-03-01' })).rejects.toThrow(
      RangeError,
    );
    await expect(compare(pack, pack, { fromDay: '2025-02-28' })).rejects.toThrow(RangeError);
  });
});

import { describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import type { PackComparison } from '../../src/comparison/comparison.ts';
import { idsIn, reportOn } from '../../src/comparison/report.ts';
import { renderMarkdown } from '../../src/comparison/render/render-markdown.ts';
import { renderText } from '../../src/comparison/render/render-text.ts';
import { loadPack } from '../../src/pack/load-pack.ts';

const loaded = await loadPack('rules/openai');
if (!loaded.ok) throw new Error('the shipped pack does not load');
const pack = loaded.value;

/**
 * The last day of each regime, and the first of the next, with what the comparison may tell of the ordinary case. Each line
 * was held by hand against what is published of the clause whose number stands behind it: the clause that governs then.
 */
const REGIMES = [
  // The wording of 2023 names the workloads that the one of 2019 leaves unsaid.
  { name: 'r1-r2', fromDay: '2023-01-22', toDay: '2023-01-23', statements: 40, verdict: 'equal', told: [] },
  {
    name: 'r2-r3',
    fromDay: '2025-01-20',
    toDay: '2025-01-21',
    statements: 40,
    verdict: 'more-permissive',
    told: [
      // Exclusive are new capacity, by the first refusal, and the API; all else has become free.
      'distribute: prohibited → permitted',
      'procure-capacity: prohibited → first-refusal CL25A-1',
      'procure-capacity: prohibited → permitted',
      // What OpenAI builds is approved, primarily for research and training.
      'procure-capacity: prohibited → permitted CL25A-2',
    ],
  },
  {
    name: 'r3-r4',
    fromDay: '2025-10-27',
    toDay: '2025-10-28',
    statements: 40,
    verdict: 'mixed',
    told: [
      // Open weights may be released once they meet the criteria, wherever they ran before on either reading of the API.
      'distribute: permitted → conditional CL25B-7',
      // Sold by OpenAI itself, the API was free on one reading of 2025 (resale only); since then Azure hosts it.
      'distribute: permitted → prohibited CL25B-3 CL25B-4',
      'distribute: permitted → prohibited CL25B-4',
      'distribute: prohibited → conditional CL25B-7',
      // US national security, any cloud; and what is no cloud at all, on the reading that only clouds are kept out.
      'distribute: prohibited → permitted CL25B-5 CL25B-6',
      'distribute: prohibited → permitted CL25B-6',
      'distribute: prohibited → permitted CL25B-7',
      'procure-capacity: first-refusal → permitted CL25B-1',
    ],
  },
  {
    name: 'r4-r5',
    fromDay: '2026-04-26',
    toDay: '2026-04-27',
    statements: 24,
    verdict: 'mixed',
    told: [
      // It is assumed that the criteria for open weights have lapsed with the rest.
      'distribute: conditional → permitted CL25B-7 CL26A-3',
      // The API has left the conflict with the exclusivity over Frontier, which goes on.
      'distribute: conflicted → conditional CL26A-2',
      'distribute: conflicted → permitted CL26A-3 CLAWS-1',
      'distribute: conflicted → prohibited CLAWS-1',
      // All products on any cloud, but first on Azure.
      'distribute: permitted → conditional CL26A-2',
      'distribute: prohibited → conditional CL26A-2',
      'distribute: prohibited → permitted CL26A-3',
    ],
  },
] as const;

const NUMBERS = new Map(pack.clauses.map(({ id, number }) => [id, number ?? id]));

/** What is told of the ordinary case: for an act which outcome became which, and the numbers of the clauses that govern then. */
function toldOrdinarily({ changes }: PackComparison): readonly string[] {
  const told = changes
    .filter(({ ordinarily }) => ordinarily)
    .flatMap(({ acts, before, after, governing }) => {
      const numbers = governing.after.map(({ clause }) => NUMBERS.get(clause) ?? clause).sort();
      return acts.map(({ id }) => [`${id}: ${before} → ${after}`, ...numbers].join(' '));
    });
  return [...new Set(told)].sort();
}

describe('the regimes of the shipped pack', () => {
  test.each(REGIMES)(
    '$name changes what it is told to change',
    async ({ name, fromDay, toDay, statements, verdict, told }) => {
      const comparison = await compare(pack, pack, { fromDay, toDay, statements });

      expect(comparison.verdict).toBe(verdict);
      expect(toldOrdinarily(comparison)).toEqual(told);
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

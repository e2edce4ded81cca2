import { describe, expect, test } from 'vitest';

import { cover, coverEvents } from '../fuzz/covered.ts';
import { pairsIn } from '../support/examine-pair.ts';
import { examineeOf } from '../support/examined-case.ts';
import { batchesFrom } from '../support/generate-batches.ts';
import { checkedRequest } from '../support/load-documents.ts';
import { TooManyCompletions } from '../support/naive-completion.ts';
import { evaluateNaively } from '../support/naive-evaluator.ts';
import { supportOf } from '../support/naive-support.ts';

const PACKS = 60;
/** Always the same questions: what they come to is counted. */
const FIRST = 7;
/** Finding what an answer turns on compares all completions. */
const COMPARABLE = 300;
const AFFORDABLE = { completions: 2_000, work: 20_000 };

/** Parts of a procedure on which some answers have to turn. */
const TURNED_ON = [/\.(notice|response)\./, /\.(exercise|negotiation|release|terms|trigger|pending)/];

describe('questions about first rights that are generated', () => {
  test('hold every kind of event, can be judged, and turn on what is left open', { timeout: 120_000 }, () => {
    const covered = new Map<string, number>();
    const turnedOn = new Set<string>();
    let pairs = 0;
    let skipped = 0;
    for (const batch of batchesFrom(FIRST, { about: 'procedures', requests: 10 })) {
      if (pairs === PACKS * 10) break;
      cover(covered, batch.pack);
      const { judged } = examineeOf(batch.pack);
      for (const { request, assumptions } of pairsIn(batch)) {
        coverEvents(covered, request);
        pairs += 1;
        const asked = checkedRequest(judged, request);
        const support = unlessTooMany(() =>
          evaluateNaively(judged, asked, { assumptions, budget: AFFORDABLE }).flatMap(({ completions }) =>
            completions.length > COMPARABLE ? [] : [...supportOf(completions)],
          ),
        );
        if (support === undefined) skipped += 1;
        support?.forEach((id) => turnedOn.add(id));
      }
    }

    expect(pairs).toBe(PACKS * 10);
    expect(skipped).toBeLessThan(pairs / 20);
    expect([...covered.keys()].filter((what) => what.startsWith('event '))).toHaveLength(15);
    for (const part of TURNED_ON) expect([...turnedOn].filter((id) => part.test(id))).not.toEqual([]);
  });
});

function unlessTooMany<T>(run: () => T): T | undefined {
  try {
    return run();
  } catch (error) {
    if (error instanceof TooManyCompletions) return undefined;
    throw error;
  }
}

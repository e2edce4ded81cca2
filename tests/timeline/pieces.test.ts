import fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { requestAt, type Varied } from '../../src/diagram/turns/request-at.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import type { Axis } from '../../src/timeline/axis.ts';
import { checkAxis } from '../../src/timeline/check-axis.ts';
import { followRequest } from '../../src/timeline/follow-request.ts';
import type { Piece, Timeline } from '../../src/timeline/timeline.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import type { Emphasis } from '../support/generate-clauses.ts';
import { loaded, pairsAbout, type LoadedPair } from '../support/generate-pairs.ts';
import { isoDay } from '../support/generated-words.ts';
import { runs, SEED } from '../support/seed.ts';

const EMPHASES: readonly Emphasis[] = [
  'procedures',
  'procedures',
  'scopes',
  'measures',
  'quantities',
  'anything',
];
const pairs = fc.constantFrom(...EMPHASES).chain(pairsAbout);

/** Where along an axis answers are looked up: the ends of each piece are looked up in any case. */
const values = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });

/** What is varied in random requests, and between which values. */
const AXES: readonly object[] = [
  { from: isoDay(-6), to: isoDay(34) },
  { vary: 'size', from: -1, to: 8 },
  { vary: 'share', from: 0, to: 6.5 },
  { vary: 'due', from: isoDay(-4), to: isoDay(20) },
  { vary: 'expiry', from: isoDay(-4), to: isoDay(24) },
  { vary: 'failure', from: isoDay(-4), to: isoDay(20) },
];

describe('the pieces of a timeline', () => {
  test.each(AXES)(
    'cover %o without gap or overlap, and hold for every value',
    { timeout: 120_000 },
    async (asked) => {
      let pieces = 0;

      await fc.assert(
        fc.asyncProperty(pairs, values, async (pair, drawn) => {
          const own = loaded(pair);
          const { axis, timeline } = await followed(own, asked);

          pieces += timeline.providers.flatMap((each) => each.pieces).length;
          expectPartition(timeline);
          await expectAnswers(own, axis, timeline, drawn);
        }),
        { seed: SEED, numRuns: runs('vary' in asked ? 4 : 8) },
      );

      expect(pieces).toBeGreaterThan(3);
    },
  );
});

async function followed(
  { pack, request, assumptions }: LoadedPair,
  asked: object,
): Promise<{ axis: Axis; timeline: Timeline }> {
  const axis = checkAxis(pack, asked, '');
  if (!axis.ok) throw new Error(JSON.stringify(axis.diagnostics));
  const timeline = await followRequest(pack, request, axis.value, { assumptions });
  if (!timeline.ok) throw new Error(JSON.stringify(timeline.diagnostics));
  return { axis: axis.value, timeline: timeline.value };
}

/** From the first value to the last, each beginning where the one before ends, and with another answer. */
function expectPartition({ varied, providers }: Timeline): void {
  for (const { pieces } of providers) {
    expect([pieces[0]?.from, pieces.at(-1)?.to]).toEqual([varied.from, varied.to]);
    pieces.slice(1).forEach((piece, place) => {
      const before = pieces[place];
      if (before === undefined) return;
      expect([before.possible, before.bounded]).not.toEqual([piece.possible, piece.bounded]);
      if (typeof piece.from === 'string') expect(dayOf(piece.from)).toBe(dayOf(before.to) + 1);
      else expect([piece.from, piece.fromExcluded !== true]).toEqual([before.to, before.toExcluded === true]);
    });
  }
}

/** Evaluates the request for values drawn along the axis. */
async function expectAnswers(
  { pack, request, assumptions }: LoadedPair,
  { fact, isDay, reach }: Axis,
  { providers }: Timeline,
  drawn: readonly number[],
): Promise<void> {
  const varied: Varied = fact === undefined ? { is: 'date' } : { is: 'fact', fact: fact.id };
  const step = isDay ? 1 : 0.25;
  const steps = Math.floor((reach.to - reach.from) / step);
  for (const value of drawn.map((each) => reach.from + Math.round(each * steps) * step)) {
    const { answers } = await evaluateRequest(pack, requestAt(request, varied, value), { assumptions });
    const found = providers.map(({ pieces }) => pieces.filter((piece) => holds(piece, value)));

    expect(
      found.map((own) => own.map(({ possible, bounded }) => [possible, bounded])),
      `at ${String(value)}`,
    ).toEqual(answers.map(({ possible, bounded }) => [[possible, bounded]]));
  }
}

function holds({ from, to, fromExcluded, toExcluded }: Piece, value: number): boolean {
  const [low, high] = [dayOf(from), dayOf(to)];
  return (
    (low < value || (low === value && fromExcluded !== true)) &&
    (value < high || (value === high && toExcluded !== true))
  );
}

function dayOf(value: string | number): number {
  return typeof value === 'number' ? value : (dayFromIso(value) ?? Number.NaN);
}

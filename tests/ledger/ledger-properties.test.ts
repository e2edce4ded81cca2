import fc from 'fast-check';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { appendEntry, type EntryDraft } from '../../src/ledger/append-entry.ts';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { goodPack, valueOf } from '../pack/good-pack.ts';
import { runs, SEED } from '../support/seed.ts';

const pack = goodPack();
let folder: string;
let files = 0;
beforeAll(async () => {
  process.stdout.write(`ledgers: FC_SEED=${String(SEED)}\n`);
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

const opening: EntryDraft = {
  recorded: '2025-01-01',
  by: 'clerk',
  opportunity: 'deal',
  open: { counterparty: 'rival' },
};

/** Entries that may follow the opening in any order and number. */
const follower: fc.Arbitrary<EntryDraft> = fc
  .record({
    by: fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => /\S/u.test(text)),
    day: fc.integer({ min: 1, max: 28 }),
    kind: fc.constantFrom('offer', 'signature', 'consent', 'notice', 'complete-to'),
    contains: fc.uniqueArray(
      fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => /\S/u.test(text)),
    ),
  })
  .map(({ by, day, kind, contains }) => {
    const on = `2025-01-${String(day).padStart(2, '0')}`;
    const head = { recorded: '2025-02-01', by, opportunity: 'deal' };
    if (kind === 'complete-to') return { ...head, 'complete-to': on };
    if (kind === 'notice') return { ...head, event: { notice: on, to: 'seller', contains } };
    return { ...head, event: { [kind]: on, ...(kind === 'consent' && { by: 'buyer' }) } };
  });
const drafts = fc.array(follower, { minLength: 1, maxLength: 6 }).map((all) => [opening, ...all]);

async function ledgerOf(all: readonly EntryDraft[]): Promise<Uint8Array> {
  const file = path.join(folder, `${String((files += 1))}.jsonl`);
  for (const draft of all) valueOf(await appendEntry(file, pack, draft));
  return readFile(file);
}

describe('a random ledger', { timeout: 120_000 }, () => {
  test('gives back what was added to it', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (all) => {
        const { entries } = valueOf(readLedger(await ledgerOf(all), 'deals.jsonl'));

        const given = entries.map(({ spot }) => {
          const { entry, previous, seal, ...rest } = spot.value as Record<string, unknown>;
          return [entry, typeof previous, typeof seal, JSON.parse(JSON.stringify(rest))];
        });
        expect(given).toEqual(all.map((draft, index) => [index + 1, 'string', 'string', draft]));
      }),
      { seed: SEED, numRuns: runs(30) },
    );
  });

  test('locates a change of any single byte', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, fc.infiniteStream(fc.nat(254)), async (all, stream) => {
        const bytes = await ledgerOf(all);
        for (let at = 0; at < bytes.length; at += 1 + Math.floor(bytes.length / 400)) {
          const changed = Uint8Array.from(bytes);
          changed[at] = ((bytes[at] ?? 0) + 1 + Number(stream.next().value)) % 256;
          const line = bytes.subarray(0, at).filter((byte) => byte === 0x0a).length + 1;

          expect({ at, ...verdict(changed) }).toEqual({
            at,
            lines: changed[at] === 0x0a ? [line, line + 1] : [line],
          });
        }
      }),
      { seed: SEED, numRuns: runs(10) },
    );
  });

  test('cut off at any byte has a torn line, or is what was there before', async () => {
    await fc.assert(
      fc.asyncProperty(drafts, async (all) => {
        const bytes = await ledgerOf(all);
        const whole = valueOf(readLedger(bytes, 'deals.jsonl'));
        for (let size = 1; size < bytes.length; size++) {
          const read = readLedger(bytes.subarray(0, size), 'deals.jsonl');
          if (bytes[size - 1] !== 0x0a)
            expect(verdict(bytes.subarray(0, size)).codes).toEqual(['ledger/torn-line']);
          else expect(valueOf(read).hashes).toEqual(whole.hashes.slice(0, valueOf(read).hashes.length));
        }
      }),
      { seed: SEED, numRuns: runs(5) },
    );
  });
});

/** Where a damaged ledger is said to be wrong; codes only where they are asked for. */
function verdict(bytes: Uint8Array) {
  const read = readLedger(bytes, 'deals.jsonl');
  const diagnostics = read.ok ? [] : read.diagnostics;
  const result = { lines: [...new Set(diagnostics.map(({ place }) => place?.line))] };
  return Object.defineProperty(result, 'codes', {
    value: diagnostics.map(({ code }) => code),
  }) as typeof result & {
    readonly codes: readonly string[];
  };
}

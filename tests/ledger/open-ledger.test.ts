import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendEntry, evaluate, openLedger, type EntryDraft } from '../../src/index.ts';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { HOSTILE_VALUES } from '../hostile/hostile-values.ts';
import { judge, shownRefusal } from '../hostile/judge.ts';
import { codesOf, goodPack, valueOf } from '../pack/good-pack.ts';
import { forgedLedger, SOUND } from '../support/forged-ledger.ts';

const pack = goodPack();
const whole = forgedLedger(SOUND);

let folder: string;
let cases = 0;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
beforeEach(async () => {
  file = path.join(folder, `${String((cases += 1))}.jsonl`);
  await writeFile(file, whole);
});
afterAll(() => rm(folder, { recursive: true }));

describe('a ledger that a program opens', () => {
  test('gives each opportunity as a request states one, and the answer is that of the record', async () => {
    const { opportunities } = valueOf(await openLedger(file));
    const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] };

    const asked = await evaluate(pack, { ...request, opportunity: opportunities[0] });

    expect(opportunities).toEqual([
      {
        id: 'deal',
        counterparty: 'rival',
        'complete-to': '2025-03-31',
        events: [
          { notice: '2025-03-01', to: 'seller', contains: ['price'] },
          { decline: '2025-03-10', by: 'seller' },
        ],
      },
    ]);
    expect(asked.ok && asked.decision.request.opportunity).toMatchObject({
      id: 'deal',
      completeTo: '2025-03-31',
    });
  });

  test('is as it was known on a day', async () => {
    const then = valueOf(await openLedger(file, { knownOn: '2025-03-11' }));

    expect(then.entries.map(({ entry }) => entry)).toEqual([1, 2]);
    expect(then.opportunities[0]).toMatchObject({ 'complete-to': '2025-03-01' });
    expect(valueOf(await openLedger(file, { knownOn: '2024-12-31' })).opportunities).toEqual([]);
  });

  test('has the opportunities in the order in which they were opened, and what stands of them only', async () => {
    const [open = {}, noted = {}] = SOUND;
    const other = { opportunity: 'another', recorded: '2025-03-01' };
    const moved = {
      ...noted,
      recorded: '2025-03-02',
      supersedes: 2,
      event: { notice: '2025-03-02', to: 'rival' },
    };
    await writeFile(
      file,
      forgedLedger([
        open,
        noted,
        { ...other, open: { counterparty: 'seller' } },
        { ...other, event: { offer: '2025-03-01' } },
        moved,
      ]),
    );

    const { opportunities } = valueOf(await openLedger(file));

    expect(opportunities.map(({ id, events }) => [id, events])).toEqual([
      ['deal', [{ notice: '2025-03-02', to: 'rival' }]],
      ['another', [{ offer: '2025-03-01' }]],
    ]);
  });

  test('names the hash of each line, so that one noted before can be found again', async () => {
    const added = valueOf(
      await appendEntry(file, pack, {
        recorded: '2025-04-01',
        by: 'x',
        opportunity: 'deal',
        'complete-to': '2025-04-01',
      }),
    );

    const { entries, head } = valueOf(await openLedger(file));

    expect([added.entry, entries[4]?.hash, head]).toEqual([5, added.hash, added.hash]);
    expect(new Set(entries.map(({ hash }) => hash)).size).toBe(5);
  });

  test.each(['', 'tomorrow', '2025-02-30', 1, null, {}, []])(
    'is opened as known on no day that is none: %j',
    async (day) => {
      const opened = await openLedger(file, { knownOn: day as string });

      expect(codesOf(opened)).toEqual([expect.stringMatching(/^shape\//)]);
    },
  );

  test('is not believed where it is spoilt', async () => {
    await writeFile(file, whole.replace('clerk', 'clark'));

    expect(codesOf(await openLedger(file))).toEqual(['ledger/changed-line']);
  });
});

describe('an entry that a program gives', () => {
  const draft = { recorded: '2025-04-01', by: 'clerk', opportunity: 'deal', event: { offer: '2025-04-01' } };
  const kinds = Object.keys(HOSTILE_VALUES) as (keyof typeof HOSTILE_VALUES)[];

  test.each(kinds)('is refused or recorded, whatever it is: %s', async (kind) => {
    const places = [
      'recorded',
      'by',
      'opportunity',
      'event',
      'happening',
      'documents',
      'supersedes',
      '__proto__',
      'entry',
      'seal',
    ];
    let before = await readFile(file);
    for (const [at, place] of ['', ...places, 'offer'].entries()) {
      const value: unknown = HOSTILE_VALUES[kind]((below) => at % below);
      const given =
        place === ''
          ? value
          : place === 'offer'
            ? { ...draft, event: { offer: value } }
            : { ...draft, [place]: value };
      await judge(async () => {
        const added = await appendEntry(file, pack, given as EntryDraft);
        if (added.ok) before = await readFile(file);
        return added.ok ? [] : shownRefusal(added.diagnostics);
      });
      expect(await readFile(file)).toEqual(before);
      expect(codesOf(readLedger(before, file))).toEqual([]);
    }
  });

  test('has the number, hash and seal that belong to it, whatever it says', async () => {
    const forged = { ...draft, entry: 1, previous: 'x', seal: 'x' } as EntryDraft;

    expect(valueOf(await appendEntry(file, pack, forged)).entry).toBe(5);
    expect(codesOf(await openLedger(file))).toEqual([]);
  });

  test.each([Infinity, Number.NaN, -Infinity])('is refused with the number %d in it', async (number) => {
    const odd = { ...draft, event: { offer: '2025-04-01', contains: [number] } };

    expect(codesOf(await appendEntry(file, pack, odd))).toEqual(['value/not-plain']);
    expect(await readFile(file, 'utf8')).toBe(whole);
  });
});

import { spawnSync } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { appendEntry, type EntryDraft } from '../../src/ledger/append-entry.ts';
import { attachedDocument, compareDocuments } from '../../src/ledger/attached-documents.ts';
import { readLedgerFile } from '../../src/ledger/read-ledger-file.ts';
import { codesOf, goodPack, valueOf } from '../pack/good-pack.ts';
import { forgedLedger, SOUND } from '../support/forged-ledger.ts';

const pack = goodPack();
const open: EntryDraft = {
  recorded: '2025-01-01',
  by: 'clerk',
  opportunity: 'deal',
  open: { counterparty: 'rival' },
};
const offer: EntryDraft = {
  recorded: '2025-04-01',
  by: 'clerk',
  opportunity: 'deal',
  event: { offer: '2025-03-01' },
};
const NOBODY = 2 ** 22 + 1;

let folder: string;
let cases = 0;
let file: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
beforeEach(() => {
  file = path.join(folder, `${String((cases += 1))}.jsonl`);
});
afterAll(() => rm(folder, { recursive: true }));

/** What reading and adding come to: codes, or nothing where both are done. */
async function tried(at = file): Promise<Readonly<Record<'read' | 'add', readonly string[]>>> {
  return { read: codesOf(await readLedgerFile(at)), add: codesOf(await appendEntry(at, pack, open)) };
}

describe('where a ledger should be', () => {
  test('there may be nothing, and the first entry begins it', async () => {
    expect(await tried()).toEqual({ read: ['file/unreadable'], add: [] });
    expect(valueOf(await readLedgerFile(file)).entries).toHaveLength(1);
  });

  test('there may be an empty file, as a first entry that failed leaves it', async () => {
    await writeFile(file, '');

    expect(await tried()).toEqual({ read: ['ledger/not-a-ledger'], add: [] });
  });

  test.each<readonly [string, () => unknown, string]>([
    ['a folder', () => mkdir(file), 'file/not-a-file'],
    ['a pipe that nobody writes into', () => spawnSync('mkfifo', [file]), 'file/not-a-file'],
    ['a link to a device without an end', () => symlink('/dev/zero', file), 'file/not-a-file'],
    ['a link to itself', () => symlink(file, file), 'file/unreadable'],
    ['more than is read', () => writeFile(file, Buffer.alloc(64_000_001)), 'file/too-large'],
    ['a letter', () => writeFile(file, 'Dear Sir'), 'ledger/not-a-ledger'],
  ])('%s is named', async (_, make, code) => {
    await make();

    expect(await tried()).toEqual({ read: [code], add: [code] });
  });

  test('a path through a file is named', async () => {
    await writeFile(file, forgedLedger(SOUND));

    const below = path.join(file, 'deals.jsonl');

    expect(await tried(below)).toEqual({ read: ['file/unreadable'], add: ['file/unwritable'] });
  });

  test('a folder that is not there is named', async () => {
    const below = path.join(folder, 'nowhere', 'deals.jsonl');

    expect(await tried(below)).toEqual({ read: ['file/unreadable'], add: ['file/unwritable'] });
  });

  test.skipIf(process.getuid?.() === 0)('a file that may not be read is named', async () => {
    await writeFile(file, forgedLedger(SOUND));
    await chmod(file, 0);

    expect(await tried()).toEqual({ read: ['file/unreadable'], add: ['file/unreadable'] });
  });

  test('a link to a ledger is that ledger, and is locked with it', async () => {
    const alias = `${file}.alias`;
    await writeFile(file, forgedLedger(SOUND));
    await symlink(path.basename(file), alias);
    await writeFile(`${file}.lock`, `${String(process.pid)}\n`);

    expect(codesOf(await appendEntry(alias, pack, offer))).toEqual(['file/locked']);
    await rm(`${file}.lock`);
    expect(valueOf(await appendEntry(alias, pack, offer)).entry).toBe(5);
    expect(valueOf(await readLedgerFile(file)).entries).toHaveLength(5);
  });
});

describe('a lock', () => {
  beforeEach(() => writeFile(file, forgedLedger(SOUND)));

  test.each<readonly [string, () => unknown, RegExp]>([
    [
      'of a writer at work',
      () => writeFile(`${file}.lock`, `${String(process.pid)}\n`),
      /^process \d+ has the lock$/,
    ],
    [
      'of a writer that was killed',
      () => writeFile(`${file}.lock`, `${String(NOBODY)}\n`),
      /^process \d+ has the lock, and does not run here any more$/,
    ],
    ['that says nothing', () => writeFile(`${file}.lock`, ''), /^another writer has the lock$/],
    [
      'that says something else',
      () => writeFile(`${file}.lock`, '-1 \0 x'.repeat(99_999)),
      /^another writer has the lock$/,
    ],
    ['that is a folder', () => mkdir(`${file}.lock`), /^another writer has the lock$/],
    ['that is a pipe', () => spawnSync('mkfifo', [`${file}.lock`]), /^another writer has the lock$/],
    ['that leads nowhere', () => symlink('nowhere', `${file}.lock`), /^another writer has the lock$/],
  ])('%s is named and left, and without it the ledger takes entries again', async (_, make, message) => {
    const before = await readFile(file);
    await make();

    const refused = await appendEntry(file, pack, offer);

    expect(codesOf(refused)).toEqual(['file/locked']);
    expect(refused.ok ? [] : refused.diagnostics[0]).toMatchObject({
      message: expect.stringMatching(message) as unknown,
      hint: `try again; where nobody writes, delete \`${file}.lock\``,
    });
    expect(await readFile(file)).toEqual(before);
    await rm(`${file}.lock`, { recursive: true });
    expect(valueOf(await appendEntry(file, pack, offer)).entry).toBe(5);
  });

  test('bars nobody who reads', async () => {
    await writeFile(`${file}.lock`, `${String(process.pid)}\n`);

    expect(valueOf(await readLedgerFile(file)).entries).toHaveLength(4);
  });

  test('is gone after an entry, and after one that was refused', async () => {
    const refused = codesOf(await appendEntry(file, pack, { ...open, recorded: '2025-04-01' }));
    const added = codesOf(await appendEntry(file, pack, offer));

    expect([refused, added]).toEqual([['ledger/opened-twice'], []]);
    await expect(readFile(`${file}.lock`)).rejects.toThrow('ENOENT');
  });
});

describe('an attached document', () => {
  test.each<readonly [string, () => unknown]>([
    ['nothing', () => undefined],
    ['a folder', () => mkdir(file)],
    ['a pipe that nobody writes into', () => spawnSync('mkfifo', [file])],
    ['a link to a device without an end', () => symlink('/dev/zero', file)],
  ])('is none where there is %s', async (_, make) => {
    await make();

    expect(codesOf(await attachedDocument(file))).toEqual(['file/unreadable']);
  });

  test.each(['../../../etc/passwd', '/etc/passwd', '..', '.', '', 'a\0b', 'a/../../b'])(
    'is looked for in no other folder: %j',
    async (name) => {
      const [opening = {}] = SOUND;
      const documents = [{ name: name || 'x', sha256: '0'.repeat(64) }];
      await writeFile(file, forgedLedger([{ ...opening, documents }]));

      const found = await compareDocuments(valueOf(await readLedgerFile(file)), folder);

      expect(found.map(({ code }) => code)).toEqual(['ledger/missing-document']);
    },
  );
});

import type * as disks from 'node:fs/promises';
import { appendFileSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { appendEntry, type EntryDraft } from '../../src/ledger/append-entry.ts';
import { readLedgerFile } from '../../src/ledger/read-ledger-file.ts';
import { codesOf, goodPack, valueOf } from '../pack/good-pack.ts';
import { forgedLedger, SOUND } from '../support/forged-ledger.ts';

/** What the disk does to files that are opened from now on. */
type Fault = (handle: FileHandle, file: string) => void;

const disk: { fault: Fault } = vi.hoisted(() => ({ fault: () => undefined }));

vi.mock('node:fs/promises', async (original) => {
  const actual = await original<typeof disks>();
  const open: typeof actual.open = async (file, ...rest) => {
    const handle = await actual.open(file, ...rest);
    disk.fault(handle, String(file));
    return handle;
  };
  return { ...actual, open };
});

const pack = goodPack();
const offer: EntryDraft = {
  recorded: '2025-04-01',
  by: 'clerk',
  opportunity: 'deal',
  event: { offer: '2025-03-01' },
};
const opening: EntryDraft = {
  recorded: '2025-01-01',
  by: 'clerk',
  opportunity: 'deal',
  open: { counterparty: 'rival' },
};
const whole = forgedLedger(SOUND);

let folder: string;
let cases = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterEach(() => {
  disk.fault = () => undefined;
});
afterAll(() => rm(folder, { recursive: true }));

function fails(code: string): () => Promise<never> {
  return () => Promise.reject(Object.assign(new Error(`${code}: the disk fails`), { code }));
}

const isLock = (file: string): boolean => file.endsWith('.lock');

/** Only the ledger itself is hit; the folder in which it lies and its lock are spared. */
function onLedger(fault: (handle: FileHandle) => void): Fault {
  return (handle, file) => {
    if (file.endsWith('.jsonl')) fault(handle);
  };
}

/** Writes a part of what it is given, and says so, as a full disk does. */
function half(handle: FileHandle): void {
  const write = handle.write.bind(handle) as (bytes: Uint8Array) => ReturnType<FileHandle['write']>;
  handle.write = ((bytes: Uint8Array) => write(bytes.subarray(0, bytes.length / 2))) as FileHandle['write'];
}

const FAULTS: readonly (readonly [string, Fault])[] = [
  ['takes nothing', onLedger((handle) => (handle.write = fails('ENOSPC')))],
  ['takes half a line', onLedger(half)],
  ['does not say that it is written', onLedger((handle) => (handle.sync = fails('EIO')))],
  ['does not let what is there be seen', onLedger((handle) => (handle.stat = fails('EIO')))],
  ['does not take a lock', (handle, file) => isLock(file) && (handle.writeFile = fails('ENOSPC'))],
];

describe('a disk that', () => {
  test.each(FAULTS)('%s leaves the ledger as it was, and free', async (_, fault) => {
    const file = path.join(folder, `${String((cases += 1))}.jsonl`);
    await writeFile(file, whole);

    disk.fault = fault;
    const refused = await appendEntry(file, pack, offer);
    disk.fault = () => undefined;

    expect(codesOf(refused)).toEqual([expect.stringMatching(/^file\/un(writable|readable)$/)]);
    expect(await readFile(file, 'utf8')).toBe(whole);
    expect(valueOf(await appendEntry(file, pack, offer)).entry).toBe(5);
  });

  test.each(FAULTS)('%s begins no ledger, and the next writer does', async (_, fault) => {
    const file = path.join(folder, `${String((cases += 1))}.jsonl`);

    disk.fault = fault;
    const refused = await appendEntry(file, pack, opening);
    disk.fault = () => undefined;

    expect(codesOf(refused)).toEqual(['file/unwritable']);
    expect(await readFile(file, 'utf8').catch(() => '')).toBe('');
    expect(valueOf(await appendEntry(file, pack, opening)).entry).toBe(1);
    expect(valueOf(await readLedgerFile(file)).entries).toHaveLength(1);
  });

  test('takes half a line where a torn one was to be dropped drops it, and believes neither', async () => {
    const file = path.join(folder, `${String((cases += 1))}.jsonl`);
    await writeFile(file, `${whole}{"by":"cl`);

    disk.fault = onLedger(half);
    const refused = await appendEntry(file, pack, offer, { dropTornLine: true });
    disk.fault = () => undefined;

    expect(codesOf(refused)).toEqual(['file/unwritable']);
    expect(await readFile(file, 'utf8')).toBe(whole);
  });

  test('takes half a line and gives nothing back is told of, and what it left is not believed', async () => {
    const file = path.join(folder, `${String((cases += 1))}.jsonl`);
    await writeFile(file, whole);

    disk.fault = onLedger((handle) => {
      half(handle);
      const truncate = handle.truncate.bind(handle);
      let cuts = 0;
      handle.truncate = (length) => (cuts++ === 0 ? truncate(length) : fails('EIO')());
    });
    const refused = await appendEntry(file, pack, offer);
    disk.fault = () => undefined;

    expect(refused.ok ? [] : refused.diagnostics.map(({ code, message }) => `${code}: ${message}`)).toEqual([
      'file/unwritable: writing failed, and undoing it too: look whether the line is there before adding it again',
    ]);
    expect(codesOf(await readLedgerFile(file))).toEqual(['ledger/torn-line']);
    expect(valueOf(await appendEntry(file, pack, offer, { dropTornLine: true })).entry).toBe(5);
  });

  test('has been written to since it was read, past the lock, is left as it is now', async () => {
    const file = path.join(folder, `${String((cases += 1))}.jsonl`);
    await writeFile(file, whole);
    const others = forgedLedger([...SOUND, { recorded: '2025-04-01', event: { offer: '2025-02-01' } }]);
    let opened = 0;

    disk.fault = onLedger(() => {
      if (++opened === 2) appendFileSync(file, others.slice(whole.length));
    });
    const refused = await appendEntry(file, pack, offer);
    disk.fault = () => undefined;

    expect(codesOf(refused)).toEqual(['file/locked']);
    expect(await readFile(file, 'utf8')).toBe(others);
    expect(valueOf(await appendEntry(file, pack, offer)).entry).toBe(6);
  });
});

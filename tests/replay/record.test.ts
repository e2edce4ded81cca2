import { appendFile, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluate, type Evaluated } from '../../src/index.ts';
import { sealedLine, unsealed } from '../../src/ledger/sealed-line.ts';
import { readRecord, readRecordFile } from '../../src/replay/record/read-record.ts';
import { replay } from '../../src/replay/replay-record.ts';
import { codesOf, complaints, goodPack, goodTexts, valueOf } from '../pack/good-pack.ts';

const ASKED = { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] };

let folder: string;
let line: string;
let files = 0;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  const file = path.join(folder, 'first.jsonl');
  await evaluate(goodPack(), ASKED, { record: file });
  line = await readFile(file, 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

async function fileWith(text: string | Uint8Array): Promise<string> {
  const file = path.join(folder, `${String((files += 1))}.jsonl`);
  await writeFile(file, text);
  return file;
}

/** A decision as plain data, without its trace. */
function decisionOf(evaluated: Evaluated): unknown {
  if (!evaluated.ok) throw new Error('the request is refused');
  return JSON.parse(
    JSON.stringify(evaluated.decision, (key, value: unknown) => (key === 'trace' ? undefined : value)),
  );
}

describe('a record of decisions', () => {
  test('has what was asked, how it was decided and what came of it, on a line each', async () => {
    const file = await fileWith('');
    const lookUps = { megawatts: () => 20 };

    const first = await evaluate(goodPack(), ASKED, { record: file, lookUps });
    const second = await evaluate(goodPack(), ASKED, { record: file, assumptions: 'open' });

    const read = valueOf(await readRecordFile(file));
    expect(read.map(({ assumptions, place }) => [assumptions, place.line])).toEqual([
      ['as-stated', 1],
      ['open', 2],
    ]);
    expect(read[0]?.document).toEqual({ ...ASKED, facts: { megawatts: 20 } });
    expect(read[1]?.document).toEqual({ ...ASKED, facts: {} });
    expect(read.map(({ decision }) => decision)).toEqual([first, second].map(decisionOf));
    expect(valueOf(await replay(file, goodTexts))).toMatchObject({ unchanged: 2, flipped: 0 });
  });

  test('may be joined with another, and lines taken out', () => {
    const read = readRecord(new TextEncoder().encode(line.repeat(3)), 'joined.jsonl');

    expect(valueOf(read)).toHaveLength(3);
  });

  test('is one file however it is linked to', async () => {
    const file = await fileWith(line);
    await symlink(file, `${file}.link`);
    await writeFile(`${file}.lock`, '1\n');

    const evaluated = await evaluate(goodPack(), ASKED, { record: `${file}.link` });

    expect(evaluated).toMatchObject({ ok: false, diagnostics: [{ code: 'file/locked' }] });
    expect(await readFile(file, 'utf8')).toBe(line);
  });
});

describe('a target that takes no decision', () => {
  test.each([
    ['another file', 'actor: buyer\n', 'record/not-a-record'],
    ['another file without its last line break', '{}', 'record/not-a-record'],
    ['a record whose only line was torn', (whole: string) => whole.slice(0, 90), 'record/torn-line'],
    ['a ledger', '{"format":"compute-rights/ledger/1","pack":"good","seal":"0"}\n', 'record/not-a-record'],
    [
      'a record whose last line was torn',
      (whole: string) => `${whole}${whole.slice(0, 90)}`,
      'record/torn-line',
    ],
    [
      'a record whose first line was changed',
      (whole: string) => whole.replace('rival', 'river'),
      'record/not-a-record',
    ],
    ['bytes that are no text', new Uint8Array([0xff, 0x0a]), 'record/not-a-record'],
  ])('is %s', async (_, content, code) => {
    const text = typeof content === 'function' ? content(line) : content;
    const file = await fileWith(text);

    const evaluated = await evaluate(goodPack(), ASKED, { record: file });

    expect(evaluated).toMatchObject({ ok: false, diagnostics: [{ code }] });
    expect(new Uint8Array(await readFile(file))).toEqual(new Uint8Array(Buffer.from(text)));
  });

  test.each([
    ['a folder', '', 'file/not-a-file'],
    ['in a folder that is not there', 'nowhere/decided.jsonl', 'file/unwritable'],
  ])('is %s', async (_, name, code) => {
    const evaluated = await evaluate(goodPack(), ASKED, { record: path.join(folder, name) });

    expect(evaluated).toMatchObject({ ok: false, diagnostics: [{ code }] });
  });
});

describe('reading a record', () => {
  const complaintsAbout = (text: string | Uint8Array): readonly string[] =>
    complaints(readRecord(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'r.jsonl'));

  test('names each line that is not as it was written, and a torn one', () => {
    const wrong = complaintsAbout(`${line}${line.replace('rival', 'river')}${line}${line.slice(0, -1)}`);

    expect(wrong).toEqual(['record/changed-line r.jsonl:2:1', 'record/torn-line r.jsonl:4:1']);
  });

  test.each([
    ['nothing', '', ['record/not-a-record r.jsonl:1:1']],
    ['empty lines', '\n\n', ['record/not-a-record r.jsonl:1:1']],
    ['another file, once', 'a: b\n'.repeat(50), ['record/not-a-record r.jsonl:1:1']],
    ['a line that is not text', new Uint8Array([0xff, 0x0a]), ['record/changed-line r.jsonl:1:1']],
  ])('refuses %s', (_, text, expected) => {
    expect(complaintsAbout(text)).toEqual(expected);
  });

  test('refuses a file of too many lines', () => {
    expect(complaintsAbout('\n'.repeat(250_001))).toEqual(['file/too-large r.jsonl']);
  });

  /** A line that is sealed anew, as somebody would who means to deceive. */
  const forged = (change: (data: Record<string, unknown>) => void): string => {
    const data = structuredClone({ ...unsealed(line.trimEnd()) });
    change(data);
    return `${sealedLine(data)}\n`;
  };

  test.each<[string, (data: Record<string, unknown>) => void, string]>([
    ['another version', (data) => (data['format'] = 'compute-rights/record/2'), 'record/not-a-record'],
    ['a key too many', (data) => (data['more'] = 1), 'shape/unknown-key'],
    ['no document', (data) => delete data['document'], 'shape/missing-key'],
    ['a decision that is none', (data) => (data['decision'] = { answers: [] }), 'shape/wrong-value'],
    [
      'answers that are none',
      (data) => (data['decision'] = { ...(data['decision'] as object), answers: [{}] }),
      'shape/wrong-value',
    ],
    ['settings that are none', (data) => (data['assumptions'] = 'some'), 'shape/wrong-value'],
  ])('refuses a forged line with %s, and names it', (_, change, code) => {
    const wrong = readRecord(new TextEncoder().encode(`${line}${forged(change)}`), 'r.jsonl');

    expect(codesOf(wrong)).toEqual([code]);
    expect(complaints(wrong)[0]).toContain('r.jsonl:2:');
  });

  test('says of a forged request what is wrong with it, and of each provider that it is refused', async () => {
    const file = await fileWith(forged((data) => (data['document'] = ['no', 'request'])));

    const { decisions } = valueOf(await replay(file, goodTexts));

    expect(decisions[0]?.refusals).toHaveLength(1);
    expect(decisions[0]?.answers.map(({ provider, after }) => [provider, after])).toEqual([
      ['rival', 'refused'],
    ]);
  });

  test('names decisions of another pack', async () => {
    const file = await fileWith(line);
    const texts = {
      ...goodTexts,
      'pack.yaml': (goodTexts['pack.yaml'] ?? '').replace('pack: good', 'pack: another'),
    };

    expect(complaints(await replay(file, texts))).toEqual([`record/other-pack ${file}:1:1`]);
  });

  test('names a file that is not there, and packs that do not load', async () => {
    const file = await fileWith(line);
    await appendFile(file, 'torn');

    const wrong = await replay(path.join(folder, 'none.jsonl'), path.join(folder, 'none'), { before: {} });

    expect(codesOf(wrong)).toEqual(['file/unreadable', 'file/unreadable', 'file/no-pack']);
    expect(codesOf(await replay(file, goodTexts))).toEqual(['record/torn-line']);
    await expect(replay(file, goodTexts, { day: '2025-02-30' })).rejects.toThrow(RangeError);
  });
});

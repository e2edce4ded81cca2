import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { forgedLedger, linesIn, SOUND } from '../support/forged-ledger.ts';
import { runs, SEED } from '../support/seed.ts';
import { judge, shownRefusal } from './judge.ts';

const whole = forgedLedger(SOUND);
const lines = linesIn(whole);
const [header = '', opening = '', notice = '', decline = '', complete = ''] = lines;

beforeAll(() => {
  process.stdout.write(`hostile ledgers: FC_SEED=${String(SEED)}\n`);
});

/** Codes with lines, such as `ledger/changed-line 3`. */
function complaintsOf(ledger: string | Uint8Array): readonly string[] {
  const read = readLedger(typeof ledger === 'string' ? Buffer.from(ledger) : ledger, 'deals.jsonl');
  return read.ok ? [] : read.diagnostics.map(complaint);
}

function complaint({ code, place, path = '' }: Diagnostic): string {
  return `${code} ${place === undefined ? path : String(place.line)}`;
}

const joined = (...all: readonly string[]): string => `${all.join('\n')}\n`;

describe('a ledger that nobody spoilt', () => {
  test('is read, so that what is refused below is refused for its fault', () => {
    expect(complaintsOf(whole)).toEqual([]);
    expect(lines).toHaveLength(5);
  });
});

describe('a ledger whose bytes were spoilt', { timeout: 60_000 }, () => {
  const other = linesIn(forgedLedger(SOUND, { format: 'compute-rights/ledger/1', pack: 'elsewhere' }))[0];

  test.each<readonly [string, string | Uint8Array, readonly string[]]>([
    ['nothing', '', ['ledger/not-a-ledger 1']],
    ['blanks', ' \n \n', ['ledger/not-a-ledger 1']],
    ['garbage', Uint8Array.from({ length: 999 }, (_, at) => (at * 167) % 256), ['ledger/not-a-ledger 1']],
    ['another JSON', '{"a":1}\n', ['ledger/not-a-ledger 1']],
    ['a later format', `${header.replace('ledger/1', 'ledger/2')}\n`, ['ledger/changed-line 1']],
    ['a byte-order mark', `\uFEFF${whole}`, ['ledger/not-a-ledger 1']],
    ['two bytes a character', Buffer.from(whole, 'utf16le'), ['ledger/not-a-ledger 1']],
    ['no last line break', whole.slice(0, -1), ['ledger/torn-line 5']],
    ['half a last line', whole.slice(0, -90), ['ledger/torn-line 5']],
    ['half a header', whole.slice(0, 40), ['ledger/torn-line 1']],
    ['line breaks of two characters', whole.replaceAll('\n', '\r\n'), changed(1, 2, 3, 4, 5)],
    ['line breaks of the other kind', whole.replaceAll('\n', '\r'), ['ledger/torn-line 1']],
    ['an empty line', joined(header, opening, '', notice, decline, complete), changed(3)],
    ['an empty last line', `${whole}\n`, changed(6)],
    ['a space at an end', joined(header, `${opening} `, notice, decline, complete), changed(2)],
    ['NUL', joined(header, opening.replace('clerk', 'cl\0erk'), notice, decline, complete), changed(2)],
    ['NUL at the end, as a crash may leave it', `${whole}${'\0'.repeat(99)}`, ['ledger/torn-line 6']],
    ['bytes that are no UTF-8', withByte(whole, whole.indexOf('clerk'), 0xff), changed(2)],
    ['an overlong character', withByte(whole, whole.indexOf('clerk'), 0xc0), changed(2)],
    ['a key twice', whole.replace('{"by":"clerk",', '{"by":"clerk","by":"clerk",'), changed(2)],
    ['keys in another order', whole.replace('"by":"clerk","entry":1', '"entry":1,"by":"clerk"'), changed(2)],
    ['the same text escaped', whole.replace('"clerk"', String.raw`"\u0063lerk"`), changed(2)],
    ['the same number otherwise', whole.replace('"entry":1', '"entry":1.0'), changed(2)],
    ['a number beyond all', whole.replace('"entry":1,', '"entry":1e400,'), changed(2)],
    ['half a surrogate pair', whole.replace('"clerk"', String.raw`"\ud800"`), changed(2)],
    ['lists 100,000 deep', joined(header, '['.repeat(100_000) + ']'.repeat(100_000)), changed(2)],
    ['maps 100,000 deep', joined(header, '{"a":'.repeat(100_000)), changed(2)],
    ['a line of ten million characters', joined(header, `{"by":"${'a'.repeat(10_000_000)}"}`), changed(2)],
    ['a list of a million parts', joined(header, `[${'1,'.repeat(1_000_000)}1]`), changed(2)],
    ['a line that is a list', joined(header, '[]'), changed(2)],
    ['a line that is `null`', joined(header, 'null'), changed(2)],
    ['a million line breaks', `${header}${'\n'.repeat(1_000_000)}`, ['file/too-large deals.jsonl']],
    ['another day', whole.replace('2025-03-10', '2025-03-11'), changed(4)],
    ['another hash of the line before', spoiltHash('previous', 3), changed(3)],
    ['another seal', spoiltHash('seal', 3), changed(3)],
    ['another seal of the header', spoiltHash('seal', 1), changed(1)],
    ['two lines swapped', joined(header, opening, decline, notice, complete), broken(3, 4, 5)],
    ['a line taken out', joined(header, opening, decline, complete), broken(3)],
    ['the first entry taken out', joined(header, notice, decline, complete), broken(2)],
    ['the header taken out', joined(opening, notice, decline, complete), ['ledger/not-a-ledger 1']],
    ['the header twice', joined(header, ...lines), broken(2)],
    ['a line twice', joined(header, opening, opening, notice, decline, complete), broken(3)],
    ['one ledger behind another', `${whole}${whole}`, broken(6)],
    ['the header of another pack', joined(other ?? '', opening, notice, decline, complete), broken(2)],
  ])('%s', async (_, ledger, expected) => {
    await judge(() => {
      const read = readLedger(Buffer.from(ledger), 'deals.jsonl');
      return read.ok ? [] : shownRefusal(read.diagnostics);
    });

    expect(complaintsOf(ledger)).toEqual(expected);
  });

  function changed(...at: readonly number[]): readonly string[] {
    return at.map((line) => `ledger/changed-line ${String(line)}`);
  }

  function broken(...at: readonly number[]): readonly string[] {
    return at.map((line) => `ledger/broken-chain ${String(line)}`);
  }

  function spoiltHash(key: string, line: number): string {
    const spoilt = (text: string): string =>
      text.replace(new RegExp(`"${key}":"(.)`), (all, digit: string) =>
        all.replace(/.$/, digit === '0' ? '1' : '0'),
      );
    return joined(...lines.map((text, index) => (index === line - 1 ? spoilt(text) : text)));
  }
});

function withByte(text: string, at: number, byte: number): Uint8Array {
  const bytes = Buffer.from(text);
  bytes[at] = byte;
  return bytes;
}

describe('a ledger whose bytes were spoilt at random', { timeout: 120_000 }, () => {
  test('is never believed', async () => {
    const bytes = Buffer.from(whole);
    const splices = fc.array(fc.tuple(fc.nat(bytes.length), fc.nat(40), fc.uint8Array({ maxLength: 40 })), {
      minLength: 1,
      maxLength: 3,
    });

    await fc.assert(
      fc.asyncProperty(splices, async (all) => {
        const spoilt = all.reduce<Buffer>(
          (before, [at, out, into]) =>
            Buffer.concat([before.subarray(0, at), into, before.subarray(at + out)]),
          bytes,
        );
        await judge(() => {
          const read = readLedger(spoilt, 'deals.jsonl');
          if (!read.ok) return shownRefusal(read.diagnostics);
          const isWhatWasWritten = bytes.subarray(0, spoilt.length).equals(spoilt);
          if (!isWhatWasWritten) throw new Error(`believed ${JSON.stringify(spoilt.toString())}`);
          return [];
        });
      }),
      { seed: SEED, numRuns: runs(400) },
    );
  });
});

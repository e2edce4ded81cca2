import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommand } from '../../src/commands/program.ts';
import { run, WORKPLACE } from './workplace.ts';

const START = 'actor: buyer\ndate: 2025-03-31\nacts: [procure-capacity]\n';
const LAUGHS = Array.from({ length: 9 }, (_, level) => {
  const below = Array.from({ length: 10 }, () => (level === 0 ? 'ha' : `*l${String(level)}`));
  return `l${String(level + 1)}: &l${String(level + 1)} [${below.join(', ')}]`;
}).join('\n');

describe('a bad request gives one diagnostic, exit code 2 and no result', () => {
  test.each([
    ['an unknown fact', 'request/undeclared-fact', `${START}facts: { capcity: new }`],
    ['a fact of the wrong type', 'request/unfit-value', `${START}facts: { megawatts: many }`],
    ['an unknown value', 'request/undeclared-value', `${START}facts: { capacity: old }`],
    ['an impossible date', 'shape/impossible-date', START.replace('03-31', '02-30')],
    ['an unknown provider', 'request/undeclared-party', `${START}providers: [nobody]`],
    ['an unknown act', 'request/undeclared-act', START.replace('procure-capacity', 'procure')],
    ['no date', 'shape/missing-key', START.replace(/date: .*\n/, '')],
    ['an unknown key', 'shape/unknown-key', `${START}provider: rival`],
    ['nothing', 'yaml/empty', ''],
    ['only a comment', 'yaml/empty', '# later\n'],
    ['broken YAML', 'yaml/syntax', `${START}facts: { capacity: new`],
    ['two documents', 'yaml/several-documents', `${START}---\n${START}`],
    ['an alias bomb', 'yaml/aliases', `${START}facts:\n${LAUGHS.replaceAll(/^/gm, '  ')}`],
    ['a fact called __proto__', 'request/undeclared-fact', `${START}facts: { __proto__: new }`],
    ['a fact called constructor', 'request/undeclared-fact', `${START}facts: { constructor: new }`],
    ['a NUL character', 'file/not-text', `${START}# \0`],
    ['no end', 'file/too-large', 'a'.repeat(2_000_001)],
  ])('%s: %s', async (_, code, text) => {
    const result = await run('evaluate -', text);

    expectRefusal(result, code);
  });

  test.each([
    ['a missing file', 'file/unreadable', 'evaluate missing.yaml'],
    ['a folder', 'file/not-a-file', 'evaluate rules'],
    ['a path through a file', 'file/unreadable', 'evaluate request.yaml/request.yaml'],
    [
      'an unknown fact among the options',
      'request/undeclared-fact',
      'evaluate request.yaml --set capcity=new',
    ],
    [
      'an impossible date among the options',
      'shape/impossible-date',
      'evaluate request.yaml --date 2025-02-30',
    ],
    [
      'an unknown provider among the options',
      'request/undeclared-party',
      'evaluate request.yaml --provider nobody',
    ],
    [
      'an unknown reading among the options',
      'request/undeclared-reading',
      'evaluate request.yaml --reading R-9=new',
    ],
    ['a setting without a value', 'request/bad-override', 'evaluate request.yaml --set capacity'],
    ['__proto__ among the options', 'request/undeclared-fact', 'evaluate request.yaml --set __proto__=new'],
    ['a pack with a cycle', 'clause/precedence-cycle', 'evaluate request.yaml --rules cycle'],
    ['rules that are not there', 'file/unreadable', 'evaluate request.yaml --rules nowhere'],
    ['rules that are a file', 'file/unreadable', 'evaluate request.yaml --rules request.yaml'],
  ])('%s: %s', async (_, code, commandLine) => {
    const result = await run(commandLine);

    expectRefusal(result, code);
  });
});

describe('standard input without an end', () => {
  test('is read no further than a document can be long', async () => {
    let chunks = 0;
    async function* endless(): AsyncGenerator<string> {
      while (chunks < 1000) {
        chunks += 1;
        yield await Promise.resolve('#'.repeat(100_000));
      }
    }
    const printed: string[] = [];
    const stderr = { write: (text: string) => printed.push(text) };

    const code = await runCommand(['evaluate', '-'], {
      stdin: endless(),
      stdout: stderr,
      stderr,
      cwd: WORKPLACE,
      env: {},
      isTerminal: false,
      today: () => '2025-06-30',
    });

    expect({ code, chunks }).toEqual({ code: 2, chunks: 21 });
    expect(printed.join('')).toContain('error file/too-large: ');
  });
});

describe('a file that is not text', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  test.each([
    ['file/not-text', 'binary', Buffer.from([0x7f, 0x45, 0x4c, 0x46, 0xff, 0xfe, 0x00, 0x80])],
    ['file/not-text', 'half a character', Buffer.from([0x61, 0xe2, 0x82])],
    ['file/too-large', 'large', Buffer.alloc(2_000_001, 'a')],
  ])('is refused with %s: %s', async (code, name, bytes) => {
    const file = path.join(folder, name.replaceAll(' ', '-'));
    await writeFile(file, bytes);

    const result = await run(`evaluate ${file}`);

    expectRefusal(result, code);
  });
});

function expectRefusal(result: Awaited<ReturnType<typeof run>>, code: string): void {
  const codes = [...result.stderr.matchAll(/^error (\S+): /gm)].map((match) => match[1]);
  expect({ ...result, stderr: codes }).toEqual({ code: 2, stdout: '', stderr: [code] });
  expect(result.stderr).not.toMatch(/^ {4}at /m);
}

import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { blocksOf } from '../support/markdown-blocks.ts';
import { quoted } from '../support/in-terminal.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { KEYS, talk, type Move } from '../support/talk.ts';
import { WORKPLACE } from './workplace.ts';

const PAGE = await readFile(path.resolve(import.meta.dirname, '../../docs/asking.md'), 'utf8');
const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await writeFile(path.join(folder, 'known.yaml'), KNOWN);
});
afterAll(() => rm(folder, { recursive: true }));

/** Whose size, site and reading are open. */
const KNOWN = `# From the desk of the buyer.
actor: buyer
date: 2025-03-31
acts: [procure-capacity]
providers: [rival]
facts: { capacity: new } # nothing more is known
`;

const asking = (moves: readonly Move[], ...argv: readonly string[]) =>
  talk(quoted([process.execPath, CLI, 'ask', ...argv]), moves, { cwd: WORKPLACE });
const at = (name: string): string => path.join(folder, name);
const answerOf = (file: string) =>
  runInProcess(['evaluate', file, '--explain', 'brief'], WORKPLACE).then(({ stdout, code }) => ({
    verdict: stdout.split('\n')[0],
    code,
  }));

const SITE = 'Does the buyer own the site?';
const SIZE = 'How large is the order?';

describe('ask', { timeout: 60_000 }, () => {
  test('without a terminal refuses at once, and says what to do instead', async () => {
    const { code, stdout, stderr } = await runInProcess(['ask'], WORKPLACE);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('ask needs a terminal');
    expect(stderr).toContain('evaluate');
  });

  test('asks from the beginning where nothing is known, and writes a request that evaluate answers alike', async () => {
    const { code, screen } = await asking(
      [
        ['Who acts?', KEYS.enter],
        ['What is to be done?', KEYS.enter],
        ['On which day', `${KEYS.clear}2025-03-31${KEYS.enter}`],
        ['With which provider?', KEYS.down + KEYS.down + KEYS.enter],
        [SIZE, `3${KEYS.enter}`],
      ],
      '--output',
      at('whole.yaml'),
    );

    expect(code).toBe(0);
    expect(screen).toContain('turns on 4');
    expect(await readFile(at('whole.yaml'), 'utf8')).toContain('megawatts: 3');
    expect(await answerOf(at('whole.yaml'))).toEqual({ verdict: 'Rival Cloud: permitted', code: 0 });
  });

  test('refuses a reply that no request can hold, takes one with a unit, and keeps comments', async () => {
    const { code, screen } = await asking(
      [
        [SIZE, `a lot${KEYS.enter}`],
        ['`a lot`', ''],
        [SIZE, `0.2 MW${KEYS.enter}`],
      ],
      at('known.yaml'),
      '--output',
      at('taken.yaml'),
    );

    const [shown] = blocksOf(PAGE).map(({ text }) => text.split('\n').slice(1, -1));
    expect(shown?.filter((line) => !screen.includes(line))).toEqual([]);
    expect({ code, screen }).toMatchObject({ code: 0 });
    expect(await readFile(at('taken.yaml'), 'utf8')).toContain('# From the desk of the buyer.');
  });

  test('takes a reply back, and leaves a question open', async () => {
    const { code } = await asking(
      [
        [SIZE, `200${KEYS.enter}`],
        [SITE, KEYS.down.repeat(4) + KEYS.enter],
        [SIZE, `?${KEYS.enter}`],
        [SITE, KEYS.down + KEYS.enter],
      ],
      at('known.yaml'),
      '--output',
      at('open.yaml'),
    );

    expect(await answerOf(at('open.yaml'))).toEqual({
      verdict: 'Rival Cloud: undetermined (subject to a first right or permitted)',
      code: 3,
    });
    expect(code).toBe(3);
    expect(await readFile(at('open.yaml'), 'utf8')).not.toContain('megawatts');
  });

  test('replaces a file only where that is wanted, and loses nothing otherwise', async () => {
    await writeFile(at('there.yaml'), 'mine');

    const { screen } = await asking(
      [
        [SIZE, `.${KEYS.enter}`],
        ['Replace', KEYS.enter],
      ],
      at('known.yaml'),
      '-o',
      at('there.yaml'),
    );

    expect(await readFile(at('there.yaml'), 'utf8')).toBe('mine');
    expect(screen).toContain('# From the desk of the buyer.');
  });

  test.each([
    ['Esc', KEYS.escape],
    ['Ctrl-C', KEYS.interrupt],
  ])('ends on %s with nothing written', async (_, key) => {
    const { code } = await asking([[SIZE, key]], at('known.yaml'), '-o', at('ended.yaml'));

    expect(code).toBe(130);
    await expect(readFile(at('ended.yaml'))).rejects.toThrow('ENOENT');
  });

  test('tells the mistakes of a file by their places in it', async () => {
    await writeFile(at('wrong.yaml'), KNOWN.replace('capacity:', 'capcity:'));

    const { code, screen } = await asking([], at('wrong.yaml'));

    expect(code).toBe(2);
    expect(screen).toContain('wrong.yaml:6:10');
    expect(screen).toContain('did you mean `capacity`?');
  });

  test('asks nothing where nothing is left to ask', async () => {
    const { code, screen } = await asking([], 'request.yaml', '--rules', 'rules');

    expect(code).toBe(0);
    expect(screen).toContain('Incumbent Cloud: permitted');
    expect(screen.split('\n').map((line) => line.trimEnd())).not.toContainEqual(
      expect.stringMatching(/^.{81,}/u),
    );
  });
});

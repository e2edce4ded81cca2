import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...argv: readonly string[]) => runInProcess(argv, folder);
const filesIn = async (): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true })).toSorted();

describe('init', () => {
  test('writes a pack whose request is answered, whose scenarios hold, and of which check has nothing to say', async () => {
    const written = await run('init');

    expect(written).toMatchObject({ code: 0, stderr: '' });
    const commands = [...written.stdout.matchAll(/^ {2}npx compute-rights (.*)$/gmu)].map(
      ([, line = '']) => line,
    );
    const runs = await Promise.all(commands.map((line) => run(...line.split(' '))));
    expect(commands.map((line, index) => `${line} => ${String(runs[index]?.code)}`)).toEqual([
      'evaluate request.yaml => 1',
      'test => 0',
      'check => 0',
    ]);
    expect(runs[1]?.stdout).toBe('4 passed, 0 failed, 0 pending\n');
    expect(await run('check', '--strict')).toMatchObject({ code: 0 });
  });

  test('comments every file that it writes', async () => {
    await run('init');

    const files = (await filesIn()).filter((name) => name.endsWith('.yaml'));
    const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
    expect(files).toHaveLength(4);
    expect(texts.filter((text) => text.startsWith('# '))).toEqual(texts);
  });

  test('takes a folder and a name, and says what to type there', async () => {
    const written = await run('init', "a lawyer's/deals", '--name', 'supply');

    expect(written.stdout).toContain(`cd 'a lawyer'\\''s/deals'\n`);
    const home = path.join(folder, "a lawyer's/deals");
    expect(await runInProcess(['test', '--only', 'pack=supply'], home)).toMatchObject({ code: 0 });
  });

  test('beside other packs names its own', async () => {
    await run('init');
    await rm(path.join(folder, 'request.yaml'));

    const written = await run('init', '--name', 'second');

    expect(written.stdout).toContain('npx compute-rights evaluate request.yaml --rules rules/second\n');
    expect(written.stdout).toContain('npx compute-rights check rules/second\n');
  });

  test.each([
    ['request.yaml', async (at: string) => writeFile(at, 'mine')],
    ['rules/example', async (at: string) => mkdir(at, { recursive: true })],
    ['scenarios/example.yaml', async (at: string) => mkdir(at, { recursive: true })],
    ['request.yaml', async (at: string) => symlink('nowhere', at)],
  ])('writes nothing where there is %s', async (name, make) => {
    await make(path.join(folder, name));
    const before = await filesIn();

    const refused = await run('init');

    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain(`there is \`${name}\` already`);
    expect(await filesIn()).toEqual(before);
  });

  test.each([
    ['a file in the place of a folder', 'scenarios', '.'],
    ['a file in the place of the folder named', 'new', 'new'],
    ['a file above the folder named', 'new', 'new/below'],
  ])('leaves nothing behind where it cannot write: %s', async (_, file, asked) => {
    await writeFile(path.join(folder, file), '');

    const refused = await run('init', asked);

    expect(refused).toMatchObject({ code: 2, stdout: '' });
    expect(refused.stderr).toContain('nothing was written');
    expect(await filesIn()).toEqual([file]);
  });

  test('ends where the system lets nobody make a folder', async () => {
    const refused = await run('init', '/proc/compute-rights');

    expect(refused).toMatchObject({ code: 2, stdout: '' });
  });

  test.each(['', 'true', 'null', '../up', 'a/b', '1st', 'two words', 'none:', 'a'.repeat(64)])(
    'takes no name that the loader would not: %s',
    async (name) => {
      const refused = await run('init', `--name=${name}`);

      expect(refused).toMatchObject({ code: 2, stdout: '' });
      expect(refused.stderr).toContain('cannot be the name of a pack');
      expect(await filesIn()).toEqual([]);
    },
  );
});

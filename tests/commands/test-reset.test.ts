import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

const FILES = path.resolve(import.meta.dirname, '../regression/files');

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
  await cp(path.join(WORKPLACE, 'rules'), path.join(folder, 'rules'), { recursive: true });
});
afterEach(() => rm(folder, { recursive: true }));

describe('test --reset', () => {
  test('writes what the engine says now, and shows it', async () => {
    await take('wrong-outcome');

    const reset = await run('test wrong-outcome.yaml --reset');

    expect(reset).toEqual({
      code: 0,
      stderr: '',
      stdout:
        'rewritten: wrong-outcome (wrong-outcome.yaml:3)\n' +
        '  rival, outcome: was permitted, is now first-refusal\n\n' +
        '1 rewritten, 0 left\n',
    });
    expect(await textOf('wrong-outcome')).toBe(
      (await given('wrong-outcome')).replace('outcome: permitted', 'outcome: first-refusal'),
    );
    expect(await run('test wrong-outcome.yaml')).toMatchObject({ code: 0 });
  });

  test('writes a cell of a matrix in the matrix, and leaves what gets diagnostics', async () => {
    await take('wrong-matrix');

    const { code, stdout } = await run('test wrong-matrix.yaml --reset');

    expect(code).toBe(1);
    expect(stdout).toMatch(/^2 rewritten, 1 left$/mu);
    expect(stdout).toMatch(/^left: on-no-day\[/mu);
    expect(await textOf('wrong-matrix')).toBe(
      (await given('wrong-matrix'))
        .replace('outcome: permitted', 'outcome: first-refusal')
        .replace('governing: []', 'governing: [own-sites]'),
    );
  });

  test('splits a rule whose cells no longer agree', async () => {
    const text = (await given('holds-in-cells'))
      .replace('provider: rival, own-site: false', 'own-site: false')
      .replace('provider: incumbent', 'own-site: true, provider: incumbent');
    await writeFile(path.join(folder, 'split.yaml'), text);

    const { code, stdout } = await run('test split.yaml --reset');

    expect({ code, count: /^\d rewritten.*$/mu.exec(stdout)?.[0] }).toEqual({
      code: 0,
      count: '1 rewritten, 0 left',
    });
    expect(await textOf('split')).toBe(
      text.replace(
        '{ own-site: false }\n        outcome: first-refusal\n',
        '{ own-site: false, provider: rival }\n        outcome: first-refusal\n' +
          '      - when: { own-site: false, provider: incumbent }\n        outcome: permitted\n',
      ),
    );
  });

  test('touches only what was asked for, and no file in which all holds', async () => {
    for (const name of ['holds', 'wrong-matrix']) await take(name);

    const { stdout } = await run('test holds.yaml wrong-matrix.yaml --reset --only own-site=true');

    expect(stdout).toMatch(/^1 rewritten, 0 left$/mu);
    expect(await textOf('holds')).toBe(await given('holds'));
    expect(await textOf('wrong-matrix')).toBe(
      (await given('wrong-matrix')).replace('governing: []', 'governing: [own-sites]'),
    );
  });

  test.each(['request-refused', 'request-not-refused', 'other-diagnostics', 'not-examined'])(
    'leaves %s to its writer',
    async (name) => {
      await take(name);

      const { code, stdout } = await run(`test ${name}.yaml --reset`);

      expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toEqual({
        code: 1,
        last: '0 rewritten, 1 left',
      });
      expect(await textOf(name)).toBe(await given(name));
    },
  );

  test('writes nothing at all where a file cannot be used', async () => {
    for (const name of ['no-expectation', 'wrong-outcome']) await take(name);

    const { code, stdout, stderr } = await run('test wrong-outcome.yaml no-expectation.yaml --reset');

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain('scenario/no-expectation');
    expect(await textOf('wrong-outcome')).toBe(await given('wrong-outcome'));
  });

  test('keeps the mark and the line ends of a file from Windows', async () => {
    const text = `\uFEFF${(await given('wrong-outcome')).replaceAll('\n', '\r\n')}`;
    await writeFile(path.join(folder, 'windows.yaml'), text);

    expect(await run('test windows.yaml --reset')).toMatchObject({ code: 0 });
    expect(await textOf('windows')).toBe(text.replace('outcome: permitted', 'outcome: first-refusal'));
  });

  test('writes where a link leads, and leaves no draft behind', async () => {
    await take('wrong-outcome');
    await symlink('wrong-outcome.yaml', path.join(folder, 'link.yaml'));

    await run('test link.yaml --reset');

    expect(await textOf('wrong-outcome')).toContain('outcome: first-refusal');
    expect((await readdir(folder)).toSorted()).toEqual(['link.yaml', 'rules', 'wrong-outcome.yaml']);
  });

  test('says what it has written where a later file cannot be', async () => {
    for (const name of ['wrong-outcome', 'wrong-matrix']) await take(name);
    // The draft cannot be begun where something is in its place.
    await mkdir(path.join(folder, `wrong-matrix.yaml.${String(process.pid)}.tmp`));

    const { code, stdout, stderr } = await run('test wrong-outcome.yaml wrong-matrix.yaml --reset');

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(
      /^rewritten: wrong-outcome .*1 rewritten, 0 left.*wrong-matrix\.yaml.*file\/unwritable/su,
    );
    expect(await textOf('wrong-outcome')).toContain('outcome: first-refusal');
    expect(await textOf('wrong-matrix')).toBe(await given('wrong-matrix'));
  });

  test('gives back, byte for byte, scenarios of the shipped pack whose outcomes were all falsified', async () => {
    const names = ['capacity-and-service', 'first-refusal', 'readings'];
    const shipped = path.resolve(import.meta.dirname, '../../fixtures/openai/scenarios');
    const texts = await Promise.all(
      names.map((name) => readFile(path.join(shipped, `${name}.yaml`), 'utf8')),
    );
    for (const [index, name] of names.entries()) {
      const falsified = (texts[index] ?? '').replaceAll(/outcome: ([\w-]+)/gu, (_, outcome: string) =>
        outcome === 'permitted' ? 'outcome: prohibited' : 'outcome: permitted',
      );
      await writeFile(path.join(folder, `${name}.yaml`), falsified);
    }
    const rules = ['--rules', path.resolve(import.meta.dirname, '../../rules')];

    const { code, stdout } = await runInProcess(
      ['test', ...names.map((name) => `${name}.yaml`), '--reset', ...rules],
      folder,
    );

    expect({ code, last: stdout.trimEnd().split('\n').at(-1) }).toMatchObject({
      code: 0,
      last: expect.stringMatching(/^1\d\d rewritten, 0 left$/u),
    });
    expect(await Promise.all(names.map(textOf))).toEqual(texts);
  });

  test('does nothing in CI, and cannot write standard input', async () => {
    await take('wrong-outcome');

    const inCi = await runInProcess(['test', 'wrong-outcome.yaml', '--reset'], folder, '', { CI: 'true' });
    const piped = await run('test - --reset', await given('wrong-outcome'));

    expect([inCi, piped].map(({ code, stdout }) => [code, stdout])).toEqual([
      [2, ''],
      [2, ''],
    ]);
    expect(inCi.stderr).toContain('--reset does nothing in CI');
    expect(await textOf('wrong-outcome')).toBe(await given('wrong-outcome'));
  });
});

function run(line: string, stdin = '') {
  return runInProcess(line.split(' '), folder, stdin);
}

function given(name: string): Promise<string> {
  return readFile(path.join(FILES, `${name}.yaml`), 'utf8');
}

function textOf(name: string): Promise<string> {
  return readFile(path.join(folder, `${name}.yaml`), 'utf8');
}

async function take(name: string): Promise<void> {
  await cp(path.join(FILES, `${name}.yaml`), path.join(folder, `${name}.yaml`));
}

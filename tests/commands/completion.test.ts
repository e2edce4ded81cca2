import { execFileSync } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

/** What is proposed for the last of some words, without what it means. */
async function proposed(words: readonly string[], folder = WORKPLACE): Promise<readonly string[]> {
  const { code, stdout, stderr } = await runInProcess(['__complete', '--', ...words], folder);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  return stdout.split('\n').flatMap((line) => (line === '' ? [] : [line.split('\t')[0] ?? '']));
}

describe('completion proposes', () => {
  test.each([
    [[''], ['evaluate', 'check', 'ledger', 'completion']],
    [['ev'], ['evaluate']],
    [
      ['ledger', ''],
      ['add', 'show', 'verify'],
    ],
    [
      ['ledger', 'add', '--o'],
      ['--opportunity', '--open'],
    ],
    [['evaluate', '--expl'], ['--explain']],
    [
      ['evaluate', '--explain', ''],
      ['brief', 'full'],
    ],
    [['evaluate', '--explain=b'], ['--explain=brief']],
    [
      ['evaluate', 'request.yaml', '--provider', ''],
      ['incumbent', 'rival'],
    ],
    [['evaluate', '--actor', 'b'], ['buyer']],
    [['evaluate', '--act', 'd'], ['distribute']],
    [
      ['evaluate', '--set', ''],
      ['capacity=', 'megawatts=', 'own-site='],
    ],
    [
      ['evaluate', '--set', 'capacity='],
      ['capacity=new', 'capacity=existing'],
    ],
    [
      ['evaluate', '--set=own-site='],
      ['--set=own-site=true', '--set=own-site=false'],
    ],
    [['evaluate', '--set', 'megawatts='], []],
    [['evaluate', '--reading', 'R'], ['R-1=']],
    [['evaluate', '--reading', 'R-1=only'], ['R-1=only-growth']],
    [['test', '--only', 'clause=first'], ['clause=first-refusal']],
    [
      ['test', '--only', 'provider='],
      ['provider=incumbent', 'provider=rival'],
    ],
    [['test', '--only', 'pack='], ['pack=example']],
    [['check', '--grade-floor', ''], ['A']],
    [['completion', 'z'], ['zsh']],
    [['evaluate', ''], [':files']],
    [['evaluate', '--', '--'], [':files']],
    [['evaluate', '--rules', ''], [':folders']],
    [['check', ''], [':folders']],
    [['compare', '--scenarios', 'one', ''], [':files']],
    [['compare', '--scenarios', 'one', '--exp'], ['--expect']],
    [['evaluate', '--date', ''], []],
    [['nonsense', ''], []],
    [['evaluate', '--nonsense=x'], []],
  ])('for %j', async (words, expected) => {
    expect(await proposed(words)).toEqual(words[0] === '' ? expect.arrayContaining(expected) : expected);
  });

  test('what each word means', async () => {
    const { stdout } = await runInProcess(['__complete', '--', 'evaluate', '--set', 'own'], WORKPLACE);

    expect(stdout).toBe('own-site=\tDoes the buyer own the site?\n');
  });

  test('no command of its own', async () => {
    expect(await proposed(['_'])).toEqual([]);
  });
});

describe('completion of the words of a pack that is', () => {
  const providers = (rules: string, folder?: string) =>
    proposed(['evaluate', '--rules', rules, '--provider', ''], folder);
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
    const broken: Readonly<Record<string, string>> = {
      'no-yaml': 'parties: {{{',
      'odd-yaml':
        'parties: [1, [2]]\nfacts: 7\nacts: { a: 1 }\nreadings: { r: { options: [1] } }\nclauses: x\n',
      large: `parties: { ${Array.from({ length: 50_000 }, (_, i) => `p${String(i)}: {provider: true}`).join(', ')} }`,
      prototype:
        '__proto__: { provider: true }\nparties: { __proto__: { provider: true }, a: { provider: true } }\n',
      hostile:
        'parties:\n  "$(touch x)": { provider: true }\n  "a\\nb": { provider: true }\n  "`x`": { provider: true }\n' +
        '  sound: { provider: true, name: "one\\ttwo\\u001b[31m" }\n',
    };
    for (const [name, text] of Object.entries(broken)) {
      await mkdir(path.join(folder, name));
      await writeFile(path.join(folder, name, 'pack.yaml'), text);
    }
    await mkdir(path.join(folder, 'pipe'));
    execFileSync('mkfifo', [path.join(folder, 'pipe/pack.yaml')]);
    await mkdir(path.join(folder, 'link'));
    await symlink('/dev/zero', path.join(folder, 'link/pack.yaml'));
    await cp(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'half'), { recursive: true });
    await writeFile(path.join(folder, 'half/deed.yaml'), 'clauses: [{ id: half-written, ');
  });
  afterAll(() => rm(folder, { recursive: true }));

  test.each([
    ['not there', 'nowhere', []],
    ['no YAML', 'no-yaml', []],
    ['odd', 'odd-yaml', []],
    ['too large to wait for', 'large', []],
    ['a pipe', 'pipe', []],
    ['a link to what never ends', 'link', []],
    ['half written', 'half', ['incumbent', 'rival']],
    ['full of what a shell would run', 'hostile', ['sound']],
  ])('%s says nothing of it', async (_, rules, expected) => {
    expect(await providers(rules, folder)).toEqual(expected);
  });

  test('two packs at once has the names of both, each once', async () => {
    expect(await providers(path.join(WORKPLACE, 'two-packs'))).toEqual(['incumbent', 'rival']);
  });

  test('written with keys of the prototype has them as words like others', async () => {
    expect(await providers('prototype', folder)).toEqual(['__proto__', 'a']);
  });

  test('full of control characters shows none of them', async () => {
    const words = ['__complete', '--', 'evaluate', '--rules', 'hostile', '--provider', ''];

    const { stdout } = await runInProcess(words, folder);

    expect(stdout).toBe('sound\tone two [31m\n');
  });
});

describe('the command completion', () => {
  test.each(['bash', 'zsh', 'fish'])('prints a script for %s', async (shell) => {
    const { code, stdout, stderr } = await runInProcess(['completion', shell], WORKPLACE);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain('__complete --');
  });

  test('knows no other shell', async () => {
    const { code, stderr } = await runInProcess(['completion', 'csh'], WORKPLACE);

    expect(code).toBe(2);
    expect(stderr).toContain('Allowed choices are bash, zsh, fish.');
  });
});

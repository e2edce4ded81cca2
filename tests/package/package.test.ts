import { spawnSync } from 'node:child_process';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runSuiteIn } from '../support/run-suite.ts';
import { ask, keep } from './consumer/uses.ts';
import { installPackage, type InstalledPackage } from './installed-package.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const REQUEST = path.join(ROOT, 'fixtures/openai/requests/oracle-abilene-training.yaml');

const SCENARIOS = path.join(ROOT, 'fixtures/openai/scenarios/service.yaml');
const SCENARIO_COUNT = [...readFileSync(SCENARIOS, 'utf8').matchAll(/^ {2}- id: /gmu)].length;

const STRICT = {
  target: 'es2023',
  module: 'nodenext',
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  types: [],
};

const folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
let installed: InstalledPackage;

beforeAll(() => {
  installed = installPackage(folder);
}, 120_000);
afterAll(() => rmSync(folder, { recursive: true, force: true }), 60_000);

describe('the tarball', () => {
  test('holds the built program, the rules and what goes with them, and nothing else', () => {
    const { files } = installed;
    const kinds = new Set(files.map(kindOf));

    expect([...kinds].toSorted()).toEqual([
      'CHANGELOG.md',
      'LICENSE',
      'README.md',
      'dist/*.d.ts',
      'dist/*.js',
      'package.json',
      'rules/*.json',
      'rules/*.yaml',
      'templates/*.yaml',
    ]);
    expect(files).toContain('package/rules/openai/pack.yaml');
  });

  test('has a built file and its types for each file of the source', () => {
    const sources = readdirSync(path.join(ROOT, 'src'), { recursive: true, encoding: 'utf8' });
    const stems = sources.filter((file) => file.endsWith('.ts')).map((file) => file.slice(0, -'.ts'.length));
    const expected = stems.flatMap((stem) => [`package/dist/${stem}.js`, `package/dist/${stem}.d.ts`]);

    expect(expected.length).toBeGreaterThan(100);
    expect(installed.files.filter((file) => file.startsWith('package/dist/'))).toEqual(expected.toSorted());
  });

  test('points to no source map', () => {
    const built = installed.files.filter((file) => file.startsWith('package/dist/'));
    const texts = built.map((file) => readFileSync(path.join(home(), file.slice('package/'.length)), 'utf8'));

    expect(texts.filter((text) => text.includes('sourceMappingURL'))).toEqual([]);
  });
});

describe('the library, installed', { timeout: 60_000 }, () => {
  test('is typed, and refuses wrong calls, for the strictest of compilers', () => {
    for (const name of ['uses', 'mistakes']) copyConsumer(name);
    const config = { compilerOptions: { ...STRICT, skipLibCheck: false }, include: ['*.ts'] };
    writeFileSync(path.join(installed.project, 'tsconfig.json'), JSON.stringify(config));

    const compiled = run(process.execPath, [TSC]);

    expect(compiled).toEqual({ code: 0, stdout: '', stderr: '' });
    expect(existsSync(path.join(installed.project, 'uses.js'))).toBe(true);
  });

  test('answers from the rules in the package as the source does', async () => {
    const rules = 'node_modules/compute-rights/rules/openai';
    const program = `import { ask } from './uses.js'; process.stdout.write(JSON.stringify(await ask('${rules}')));`;

    const { code, stdout, stderr } = run(process.execPath, ['--input-type=module', '--eval', program]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual(await ask(path.join(ROOT, 'rules/openai')));
    expect(stdout).toContain('did you mean `openai`?');
  });

  test('keeps a ledger as the source does', async () => {
    const program = `import { keep } from './uses.js';
      const kept = await keep('node_modules/compute-rights/rules/openai', 'deals.jsonl');
      process.stdout.write(JSON.stringify(kept));`;

    const { code, stdout, stderr } = run(process.execPath, ['--input-type=module', '--eval', program]);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(JSON.parse(stdout)).toEqual([
      {
        id: 'abilene',
        counterparty: 'oracle',
        'complete-to': '2025-02-20',
        events: [{ offer: '2025-02-20' }],
      },
    ]);
    expect(JSON.parse(stdout)).toEqual(
      await keep(path.join(ROOT, 'rules/openai'), path.join(folder, 'own.jsonl')),
    );
  });

  test('lets nobody in by another door', () => {
    const program = `await import('compute-rights/dist/pack/load-pack.js');`;

    const { code, stderr } = run(process.execPath, ['--input-type=module', '--eval', program]);

    expect(code).toBe(1);
    expect(stderr).toContain('ERR_PACKAGE_PATH_NOT_EXPORTED');
  });
});

describe('the helper for vitest, installed', { timeout: 120_000 }, () => {
  test('makes a test of each scenario, and types its matchers', () => {
    symlinkSync(path.join(ROOT, 'node_modules/vitest'), path.join(installed.project, 'node_modules/vitest'));
    mkdirSync(path.join(installed.project, 'scenarios'));
    copyFileSync(SCENARIOS, path.join(installed.project, 'scenarios/service.yaml'));
    const broken = readFileSync(SCENARIOS, 'utf8').replace('outcome: permitted', 'outcome: conditional');
    copyConsumer('suite', 'suite.test.ts');
    const config = {
      // The types of vitest itself lean on those of others.
      compilerOptions: { ...STRICT, skipLibCheck: true, noEmit: true },
      include: ['suite.test.ts'],
    };
    writeFileSync(path.join(installed.project, 'tsconfig.suite.json'), JSON.stringify(config));

    expect(run(process.execPath, [TSC, '-p', 'tsconfig.suite.json'])).toEqual({
      code: 0,
      stdout: '',
      stderr: '',
    });
    expect(runSuiteIn(installed.project)).toEqual({ passed: SCENARIO_COUNT + 1, failures: [] });
    writeFileSync(path.join(installed.project, 'scenarios/service.yaml'), broken);
    const { passed, failures } = runSuiteIn(installed.project);
    expect({ passed, failures }).toEqual({
      passed: SCENARIO_COUNT,
      failures: [expect.stringContaining('expected conditional, found permitted')],
    });
  });
});

describe('the program, installed', { timeout: 60_000 }, () => {
  test('shows its help', () => {
    const { code, stdout, stderr } = run(bin(), ['--help']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Usage: compute-rights /);
  });

  test('answers a request from the rules in the package', () => {
    const { code, stdout, stderr } = run(bin(), ['evaluate', REQUEST, '--explain', 'brief']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toMatch(/^Oracle: permitted\b/);
  });

  test('writes a pack to start from, whose request it answers', () => {
    const { code, stderr } = run(bin(), ['init', 'started']);

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const answered = run(bin(), ['evaluate', 'started/request.yaml', '--rules', 'started/rules']);
    expect(answered.stdout).toMatch(/^Rival Cloud: subject to a first right/);
  });
});

/** `dist/*.js` for every such file, however deep; files at the top by their names. */
function kindOf(file: string): string {
  const [, top = '', ...below] = file.split('/');
  const extension = /(\.d)?\.[^.]+$/.exec(file)?.[0] ?? '';
  return below.length === 0 ? top : `${top}/*${extension}`;
}

/** What npm made of the `bin` of the package. */
function bin(): string {
  return path.join(installed.project, 'node_modules/.bin/compute-rights');
}

function home(): string {
  return path.join(installed.project, 'node_modules/compute-rights');
}

/** The repository's own checks read the consumer with a path; in the project it stands with the package's name. */
function copyConsumer(name: string, as = `${name}.ts`): void {
  const to = path.join(installed.project, as);
  copyFileSync(path.join(import.meta.dirname, `consumer/${name}.ts`), to);
  const source = readFileSync(to, 'utf8');
  expect(source).toContain("'../../../src/index.ts'");
  const named = source.replaceAll("'../../../src/index.ts'", "'compute-rights'");
  writeFileSync(to, named.replaceAll("'../../../src/vitest.ts'", "'compute-rights/vitest'"));
}

function run(command: string, args: readonly string[]) {
  const { PATH = '', HOME = '' } = process.env;
  const options = { cwd: installed.project, encoding: 'utf8', env: { PATH, HOME } } as const;
  const { status, stdout, stderr } = spawnSync(command, args, options);
  return { code: status, stdout, stderr };
}

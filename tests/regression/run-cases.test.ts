import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Report, ScenarioResult } from '../../src/regression/report.ts';
import { hasPassed } from '../../src/regression/report.ts';
import { readCases } from '../../src/regression/read-cases.ts';
import { runCases } from '../../src/regression/run-cases.ts';
import { loadedPack } from '../support/load-documents.ts';

const FILES = path.join(import.meta.dirname, 'files');
const RULES = path.join(import.meta.dirname, '../commands/workplace/rules/example');
const pack = loadedPack({
  'pack.yaml': await readFile(path.join(RULES, 'pack.yaml'), 'utf8'),
  'deed.yaml': await readFile(path.join(RULES, 'deed.yaml'), 'utf8'),
});

/** For each file whose only scenario must fail, in what. */
const FAILING: Readonly<Record<string, object>> = {
  'wrong-outcome': { provider: 'rival', what: 'outcome', expected: ['permitted'], found: ['first-refusal'] },
  'wrong-possible': {
    provider: 'rival',
    what: 'possible',
    expected: ['first-refusal', 'permitted', 'prohibited'],
    found: ['first-refusal', 'permitted'],
  },
  'missing-governing': { provider: 'rival', what: 'governing', expected: [], found: ['first-refusal'] },
  'extra-governing': {
    provider: 'rival',
    what: 'governing',
    expected: ['first-refusal', 'own-sites'],
    found: ['first-refusal'],
  },
  'partial-turns-on': {
    provider: 'rival',
    what: 'turns-on',
    expected: ['capacity', 'megawatts', 'own-site'],
    found: ['R-1', 'capacity', 'megawatts', 'own-site'],
  },
  'request-refused': { what: 'diagnostics', expected: [], found: ['request/undeclared-fact'] },
  'request-not-refused': { what: 'diagnostics', expected: ['request/undeclared-fact'], found: [] },
  'other-diagnostics': {
    what: 'diagnostics',
    expected: ['request/undeclared-fact'],
    found: ['request/undeclared-fact', 'shape/impossible-date'],
  },
  'not-examined': { what: 'diagnostics', expected: [], found: ['scenario/not-examined'] },
};

/** For each file that cannot be used, why. */
const UNUSABLE: Readonly<Record<string, string>> = {
  'uncovered-cell': 'scenario/uncovered-cell',
  'covered-twice': 'scenario/covered-twice',
  'duplicate-cell': 'scenario/duplicate-id',
  'no-expectation': 'scenario/no-expectation',
  'other-pack': 'scenario/other-pack',
  'no-scenarios': 'shape/empty',
  'misspelt-key': 'shape/unknown-key',
  'duplicate-id': 'scenario/duplicate-id',
};

describe('running scenarios', () => {
  test('counts those that hold and those that are pending', async () => {
    const report = await run('holds');

    expect(report).toMatchObject({ passed: 4, failed: 0, pending: 1, unusable: [] });
    expect(hasPassed(report)).toBe(true);
    expect(report.scenarios.map(({ id, line, status }) => [id, line, status])).toEqual([
      ['unoffered', 3, 'passed'],
      ['open', 14, 'passed'],
      ['refused', 26, 'passed'],
      ['later', 29, 'pending'],
      ['opened', 32, 'passed'],
    ]);
    expect(report.scenarios[3]?.reason).toBe('the fact is not in the language yet');
  });

  test.each(Object.entries(FAILING))('fails on %s', async (name, mismatch) => {
    const report = await run(name);

    expect(report).toMatchObject({ passed: 0, failed: 1, pending: 0 });
    expect(hasPassed(report)).toBe(false);
    expect(onlyOne(report).mismatches).toEqual([mismatch]);
  });

  test('compares each act of a deal', async () => {
    const report = await run('wrong-act');

    const act = { provider: 'rival', act: 'distribute' };
    expect(onlyOne(report).mismatches).toEqual([
      { ...act, what: 'outcome', expected: ['permitted'], found: ['prohibited'] },
      { ...act, what: 'governing', expected: [], found: ['exclusive-distribution'] },
    ]);
  });

  test('runs every cell of a matrix, each at the line of its rule', async () => {
    const report = await run('holds-in-cells');

    expect(report).toMatchObject({ passed: 5, failed: 0, pending: 2 });
    expect(report.scenarios.map(({ id, line }) => `${id}:${String(line)}`)).toEqual([
      'each-site[deal=large,own-site=false,provider=rival]:12',
      'each-site[deal=large,own-site=false,provider=incumbent]:14',
      'each-site[deal=large,own-site=true,provider=rival]:16',
      'each-site[deal=large,own-site=true,provider=incumbent]:14',
      'refused[date=2025-02-30,provider=rival]:24',
      'not-yet[date=2025-03-31,provider=rival]:25',
      'not-yet[date=2025-03-31,provider=incumbent]:25',
    ]);
  });

  test('fails in the cells of a matrix that are wrong, and in no other', async () => {
    const report = await run('wrong-matrix');

    expect(report).toMatchObject({ passed: 2, failed: 3, pending: 0 });
    expect(
      report.scenarios.map(({ id, status, mismatches, diagnostics }) => [
        id.replace(/.*\[/u, ''),
        status,
        ...mismatches.map(({ provider = '', what }) => `${provider} ${what}`),
        ...diagnostics.map(({ code, place }) => `${code}:${String(place?.line)}`),
      ]),
    ).toEqual([
      ['R-1=only-growth,own-site=false,provider=rival]', 'failed', 'rival outcome'],
      ['R-1=only-growth,own-site=false,provider=incumbent]', 'passed'],
      ['R-1=only-growth,own-site=true,provider=rival]', 'failed', 'rival governing'],
      ['R-1=only-growth,own-site=true,provider=incumbent]', 'passed'],
      ['date=2025-02-30,provider=rival]', 'failed', ' diagnostics', 'shape/impossible-date:20'],
    ]);
  });

  test('fails on an id that another file has used', async () => {
    const report = await run('holds', 'holds-again');

    expect(report).toMatchObject({ passed: 4, failed: 1, pending: 1 });
    expect(report.scenarios.at(-1)).toMatchObject({
      file: 'holds-again.yaml',
      status: 'failed',
      diagnostics: [{ code: 'scenario/duplicate-id', related: [{ place: { file: 'holds.yaml', line: 3 } }] }],
    });
  });

  test.each(Object.entries(UNUSABLE))(
    'counts a file that cannot be used as failed: %s',
    async (name, code) => {
      const report = await run('holds', name);

      expect(report).toMatchObject({ passed: 4, failed: 1, pending: 1 });
      expect(hasPassed(report)).toBe(false);
      expect(report.unusable).toHaveLength(1);
      expect(report.unusable[0]?.file).toBe(`${name}.yaml`);
      expect(report.unusable[0]?.diagnostics.map((each) => each.code)).toContain(code);
    },
  );

  test('counts a file that is not YAML as failed', async () => {
    const report = await runCases(readCases([{ file: 'broken.yaml', text: 'scenarios: [', packs: [pack] }]));

    expect(report).toMatchObject({ failed: 1, unusable: [{ diagnostics: [{ code: 'yaml/syntax' }] }] });
  });

  test('does not pass where there is nothing to run', async () => {
    expect(hasPassed(await run())).toBe(false);
  });

  test('has been tried with every file that is here for it', async () => {
    const tried = [
      ...Object.keys(FAILING),
      ...Object.keys(UNUSABLE),
      'holds',
      'holds-again',
      'holds-in-cells',
      'wrong-act',
      'wrong-matrix',
    ];

    expect((await readdir(FILES)).sort()).toEqual(tried.map((name) => `${name}.yaml`).sort());
  });
});

async function run(...names: readonly string[]): Promise<Report> {
  const files = names.map(async (name) => {
    const file = `${name}.yaml`;
    return { file, text: await readFile(path.join(FILES, file), 'utf8'), packs: [pack] };
  });
  return runCases(readCases(await Promise.all(files)));
}

function onlyOne(report: Report): ScenarioResult {
  const [only, ...others] = report.scenarios;
  if (only === undefined || others.length > 0) throw new Error('there is not exactly one scenario');
  return only;
}

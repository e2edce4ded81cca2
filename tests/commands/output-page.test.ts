import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { compareShape, shapesOn, type Seen } from './output-page.ts';
import { runInProcess } from '../support/run-in-process.ts';
import { run, WORKPLACE } from './workplace.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const shapes = shapesOn(await readFile(path.join(ROOT, 'docs/output.md'), 'utf8'));

describe('docs/output.md', () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
    await mkdir(path.join(folder, 'pack.yaml'));
    await cp(path.join(WORKPLACE, 'rules/example'), path.join(folder, 'own'), { recursive: true });
  });
  afterAll(async () => {
    await rm(folder, { recursive: true });
  });

  test('has the fields of real output, all of them, with their types', { timeout: 120_000 }, async () => {
    const seen: Seen = { fields: new Set(), problems: [] };

    for (const decision of await decisions()) compareShape(shapes, 'decision', decision, seen);
    const checks = await reportsOf([
      'check',
      'check cycle',
      'check ../../../rules/openai',
      'check ../../../rules/openai --nodes 500',
      `check ${folder}`,
      `check ${folder}/own --schema`,
    ]);
    for (const report of checks) compareShape(shapes, 'check report', report, seen);
    const tests = await reportsOf(['test', 'test ../../regression/files', 'test -']);
    for (const report of tests) compareShape(shapes, 'test report', report, seen);
    const lists = await reportsOf([
      'test --list',
      'test --list ../../regression/files',
      'test --list scenarios ../../../fixtures/semantics/cases',
    ]);
    for (const list of lists) compareShape(shapes, 'scenario list', list, seen);

    for (const [heading, report] of await ledgerReports(folder)) compareShape(shapes, heading, report, seen);

    for (const report of await timelines(folder)) compareShape(shapes, 'timeline', report, seen);

    for (const report of await comparisons(folder)) compareShape(shapes, 'comparison', report, seen);

    for (const [heading, form] of EXPORTS) {
      for (const exported of await exportsAs(form)) compareShape(shapes, heading, exported, seen);
    }

    const documented = [...shapes].flatMap(([heading, fields]) =>
      fields.map(({ name }) => `${heading}.${name}`),
    );
    expect([...new Set(seen.problems)]).toEqual([]);
    expect(documented.filter((field) => !seen.fields.has(field))).toEqual([]);
  });
});

/** What comes of every scenario of the repository's own packs, and of the workplace's request. */
async function decisions(): Promise<readonly object[]> {
  const found = [...(await reportsOf(['evaluate request.yaml', ...FIRM_ON_BOTH_SIDES]))];
  for (const [scenarios, rules] of SCENARIO_FOLDERS) {
    for (const name of await readdir(path.join(ROOT, scenarios))) {
      const file = readScenarios(await readFile(path.join(ROOT, scenarios, name), 'utf8'), name);
      if (!file.ok) throw new Error(`${name} does not load`);
      const pack = await loadPack(path.join(ROOT, rules, file.value.pack));
      if (!pack.ok) throw new Error(`${file.value.pack} does not load`);
      for (const scenario of file.value.scenarios) {
        const request = checkScenarioRequest(pack.value, scenario);
        if (request.ok) found.push(await evaluateRequest(pack.value, request.value));
      }
    }
  }
  return JSON.parse(JSON.stringify(found)) as readonly object[];
}

/** Answers that are others on a later day, and the same as far back as was looked. */
const FIRM_ON_BOTH_SIDES = ['capacity-on-the-boundary', 'bedrock-api'].map(
  (name) => `evaluate ${ROOT}/fixtures/openai/requests/${name}.yaml --rules ${ROOT}/rules/openai`,
);

const SCENARIO_FOLDERS = [
  ['fixtures/openai/scenarios', 'rules'],
  ['fixtures/semantics/cases', 'fixtures/semantics/rules'],
] as const;

async function reportsOf(commandLines: readonly string[]): Promise<readonly object[]> {
  const runs = await Promise.all(commandLines.map((line) => run(`${line} --format json`, LONG_LINE)));
  return runs.map(({ stdout }) => JSON.parse(stdout) as object);
}

/** What is followed: days, a first day, a number past figures on either side of them, and answers that are only bounded. */
async function timelines(folder: string): Promise<readonly object[]> {
  const redacted = path.join(folder, 'redacted.yaml');
  const facts = { megawatts: 100 };
  const request = { actor: 'buyer', date: '2025-01-01', acts: ['redacted'], facts, divisible: ['megawatts'] };
  await writeFile(redacted, JSON.stringify(request));
  const rules = path.join(ROOT, 'fixtures/semantics/rules/quantities');
  const sweep = `--rules ${rules} --vary megawatts --from 0 --to 500`;
  return reportsOf([
    'timeline request.yaml --from 2023-06-01 --to 2025-06-01',
    'timeline request.yaml --from 2023-06-01 --to 2025-06-01 --earliest rival',
    'timeline request.yaml --from 2024-06-01 --to 2025-06-01 --earliest rival --set own-site=true',
    `timeline --actor buyer --act banded --act capped --date 2025-01-01 ${sweep}`,
    `timeline ${redacted} ${sweep}`,
  ]);
}

/** What is said of amendments: a changed scope, stage, word and clause, one of them acknowledged, and of too few nodes. */
async function comparisons(folder: string): Promise<readonly object[]> {
  const example = path.join(WORKPLACE, 'rules/example');
  const deed = await readFile(path.join(example, 'deed.yaml'), 'utf8');
  const pack = await readFile(path.join(example, 'pack.yaml'), 'utf8');
  const amended = path.join(folder, 'amended');
  await mkdir(amended);
  await writeFile(
    path.join(amended, 'deed.yaml'),
    deed
      .replace('less-than: 5', 'less-than: 50')
      .replace('assume: 30 calendar-days', 'assume: 45 calendar-days')
      .replace('id: own-sites', 'id: sites'),
  );
  await writeFile(
    path.join(amended, 'pack.yaml'),
    pack.replace('existing: already contracted', 'existing: already contracted, other-kind: another'),
  );
  const agreed = path.join(folder, 'agreed.yaml');
  const asked = path.join(folder, 'asked.jsonl');
  const facts = { capacity: 'new', megawatts: 20, 'own-site': false };
  await writeFile(
    asked,
    JSON.stringify({ actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity'], facts }),
  );
  const line = `compare ${example} ${amended}`;
  const [first] = (await reportsOf([line])) as readonly {
    readonly changes: readonly Identified[];
    readonly otherChanges: readonly Identified[];
  }[];
  const ids = [first?.changes[0], first?.otherChanges[0]].flatMap((change) => change?.id ?? []);
  await writeFile(
    agreed,
    JSON.stringify({ acknowledged: ids.map((change) => ({ change, who: 'counsel', why: 'agreed' })) }),
  );
  const loaded = await loadPack(example);
  if (!loaded.ok) throw new Error('the example does not load');
  return [
    ...(await reportsOf([
      `${line} --expect ${agreed} --requests ${asked} --scenarios ${WORKPLACE}/scenarios`,
      `compare ${example} --from-day 2023-01-01 --to-day 2024-06-01`,
    ])),
    await compare(loaded.value, loaded.value, { nodes: 1 }),
  ];
}

interface Identified {
  readonly id: string;
}

const EXPORTS = [
  ['exported diagram', 'json'],
  ['exported rules', 'json-rules-engine'],
] as const;

/** What comes of the repository's own packs, with what they assume and without. */
async function exportsAs(form: string): Promise<readonly object[]> {
  const semantics = path.join(ROOT, 'fixtures/semantics/rules');
  const packs = (await readdir(semantics)).map((name) => path.join(semantics, name));
  const lines = [...packs, path.join(ROOT, 'rules/openai')].flatMap((pack) => [
    ['export', pack, '--to', form],
    ['export', pack, '--to', form, '--assumptions', 'open'],
  ]);
  const texts = [];
  for (const line of lines) texts.push((await runInProcess(line, ROOT)).stdout);
  return texts.map((text) => JSON.parse(text) as object);
}

/** What is shown and said of a ledger with one entry of each kind, one as it was known, and a broken one. */
async function ledgerReports(folder: string): Promise<readonly (readonly [string, object])[]> {
  const file = path.join(folder, 'deals.jsonl');
  const entries = [
    '--open rival --recorded 2025-01-10',
    `--event notice --happened 2025-03-01 --contains price --attach ${folder}/own/pack.yaml`,
    '--complete-to 2025-03-31',
    '--withdraw mistaken --supersede 2',
  ];
  for (const entry of entries) await run(`ledger add ${file} --opportunity site --by clerk ${entry}`);
  const counted = path.join(folder, 'counted.jsonl');
  const rules = path.join(ROOT, 'fixtures/semantics/rules/measures');
  const add = `ledger add ${counted} --rules ${rules} --by clerk`;
  await run(`${add} --happening -`, '{ order: 2025-03-01, megawatts: 20 }');
  await run(`${add} --happenings-complete-to 2025-03-31`);
  const shown = await reportsOf([
    `ledger show ${counted}`,
    `ledger show ${file}`,
    `ledger show ${file} --known-on 2025-01-10`,
  ]);
  const broken = path.join(ROOT, 'fixtures/diagnostics/ledger-changed-line/ledger.jsonl');
  const verified = await reportsOf([`ledger verify ${file}`, `ledger verify ${broken}`]);
  const line = `evaluate request.yaml --ledger ${file} --opportunity site --known-on 2025-01-10`;
  return [
    ...shown.map((report) => ['ledger report', report] as const),
    ...verified.map((report) => ['ledger verification', report] as const),
    ...(await reportsOf([line])).map((report) => ['decision', report] as const),
  ];
}

/** A mistake that stands far to the right. */
const LONG_LINE = `pack: example\nscenarios: [{ id: long, why: ${'long '.repeat(100)}, wyh: misspelt }]`;

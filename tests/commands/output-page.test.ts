import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { mutationReport } from '../../src/mutation/report.ts';
import { tryMutants } from '../../src/mutation/run/try-mutants.ts';
import { deedWith, documentsOf, exclusivity, scenariosOf } from '../mutation/small-pack.ts';
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

    for (const [heading, reports] of await everything(folder)) {
      for (const report of reports) compareShape(shapes, heading, report, seen);
    }

    const documented = [...shapes].flatMap(([heading, fields]) =>
      fields.map(({ name }) => `${heading}.${name}`),
    );
    expect([...new Set(seen.problems)]).toEqual([]);
    expect(documented.filter((field) => !seen.fields.has(field))).toEqual([]);
  });
});

/** Real output of every kind, by the heading of its section. */
async function everything(folder: string): Promise<readonly (readonly [string, readonly object[]])[]> {
  const exported = await Promise.all(
    EXPORTS.map(async ([heading, form]) => [heading, await exportsAs(form)] as const),
  );
  const apart = [...(await ledgerReports(folder)), ...(await replays(folder))];
  return [
    ['decision', await decisions()],
    ['decision', await unlocked()],
    ['check report', await reportsOf(checksIn(folder))],
    ['test report', await reportsOf(['test', 'test ../../regression/files', 'test -'])],
    ['coverage report', await reportsOf(COVERAGE)],
    ['scenario list', await reportsOf(LISTS)],
    ['timeline', await timelines(folder)],
    ['comparison', await comparisons(folder)],
    ['mutation report', [await mutations()]],
    ...apart.map(([heading, report]) => [heading, [report]] as const),
    ...exported,
  ];
}

function checksIn(folder: string): readonly string[] {
  return [
    'check',
    'check cycle',
    'check ../../../rules/openai',
    'check ../../../rules/openai --nodes 500',
    `check ${folder}`,
    `check ${folder}/own --schema`,
  ];
}

const COVERAGE = [
  'test --coverage --at-least 100',
  'test --coverage ../../../fixtures/openai/scenarios/false-claims.yaml --missed 0 --nodes 9000',
  'test --coverage ../../../fixtures/semantics/cases/unknowns.yaml --rules ../../../fixtures/semantics/rules --missed 1',
  'test --coverage --nodes 10',
];

const LISTS = [
  'test --list',
  'test --list ../../regression/files',
  'test --list scenarios ../../../fixtures/semantics/cases',
];

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

/** What would let a provider serve: what others can do, time, and what is chosen. */
async function unlocked(): Promise<readonly object[]> {
  const request = path.join(ROOT, 'fixtures/openai/requests/coreweave-window-open.yaml');
  return reportsOf([`evaluate ${request} --rules ${ROOT}/rules/openai --unlock --at-most 1`]);
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

/** What comes of mistakes that a scenario notices, that none does, and that change nothing but what governs. */
async function mutations(): Promise<object> {
  const twice = ['supply', 'further'].map((id) =>
    exclusivity('sole: false').replace('id: supply', `id: ${id}`),
  );
  const documents = documentsOf(deedWith(twice.join('')));
  const tried = [
    await tryMutants(documents, scenariosOf(documents, RIVAL_MAY_NOT)),
    await tryMutants(documents, []),
  ];
  const report = mutationReport(tried, 10_000);
  return JSON.parse(JSON.stringify(report)) as object;
}

const RIVAL_MAY_NOT = `
  - id: rival-may-not
    request: { actor: buyer, date: 2024-01-01, acts: [procure], providers: [rival] }
    expect: { rival: { outcome: prohibited } }
`;

/** A record, and what is said when it is asked again: of rules that answer otherwise in every way, and on another day. */
async function replays(folder: string): Promise<readonly (readonly [string, object])[]> {
  const example = path.join(WORKPLACE, 'rules/example');
  const amended = path.join(folder, 'replayed');
  const record = path.join(folder, 'decided.jsonl');
  await cp(example, amended, { recursive: true });
  const deed = await readFile(path.join(example, 'deed.yaml'), 'utf8');
  await writeFile(path.join(amended, 'deed.yaml'), deed.replace('less-than: 5', 'less-than: 500'));
  const head = 'parties: [buyer, incumbent], basis: text, title: Later';
  await writeFile(
    path.join(amended, 'ban.yaml'),
    `{ instrument: ban, ${head}, effective: { from: 2025-01-01 }, clauses: [{ id: no-rival, title: Ban, kind: prohibition,
      grantor: buyer, holder: incumbent, act: procure-capacity, providers: rival, source: { document: deed, grade: A } }] }`,
  );
  await writeFile(
    path.join(amended, 'end.yaml'),
    `{ instrument: end, ${head}, effective: { from: 2026-01-01 }, ends: [no-rival] }`,
  );
  await run(`evaluate request.yaml --record ${record}`);
  await run(`evaluate request.yaml --no-assumptions --record ${record}`);
  const lines = (await readFile(record, 'utf8')).trimEnd().split('\n');
  const reports = await reportsOf([
    `compare --replay ${record} ${example} ${amended}`,
    `compare --replay ${record} ${amended}`,
    `compare --replay ${record} ${example} --to-day 2023-05-01`,
  ]);
  return [
    ...lines.map((line) => ['recorded decision', JSON.parse(line) as object] as const),
    ...reports.map((report) => ['replay', report] as const),
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

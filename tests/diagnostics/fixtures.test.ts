import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import { writeSchemas } from '../../src/commands/write-schemas.ts';
import { CATALOGUE } from '../../src/diagnostics/catalogue.ts';
import type { Checked, Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.ts';
import { checkAcknowledgements, readAcknowledgements } from '../../src/pack/acknowledgements.ts';
import { checkRequest, checkRequestLookingUp, readRequest } from '../../src/pack/check-request.ts';
import { checkScenarioPack, checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { LIMITS, type Limits } from '../../src/pack/written/limits.ts';
import { loadPack, loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Overrides } from '../../src/pack/override-request.ts';
import { checkRecordPack } from '../../src/replay/record/check-record-pack.ts';
import { readRecord } from '../../src/replay/record/read-record.ts';
import { checkAxis } from '../../src/timeline/check-axis.ts';
import { followRequest } from '../../src/timeline/follow-request.ts';
import { diagnoseLedger, type LedgerUse } from './diagnose-ledger.ts';
import { goodPack, goodTexts, textsIn } from '../pack/good-pack.ts';

const root = 'fixtures/diagnostics';

/** What `expected.json` of a fixture says. Exactly one of `place` and `path` is given. */
interface Expected {
  readonly place?: string;
  readonly path?: string;
  /** Loads this folder as a pack, instead of laying the files over the good pack. */
  readonly folder?: string;
  readonly limits?: Partial<Limits>;
  /** Writes the schemas of the good pack into this folder. */
  readonly schemasIn?: string;
  readonly overrides?: Overrides;
  /** A fact whose look-up fails. */
  readonly failingLookUp?: string;
  /** What is done with the ledger of the fixture. */
  readonly ledger?: LedgerUse;
  /** Reads `record.jsonl` as decisions that are to be asked again. */
  readonly record?: true;
  /** Follows the fixture's request, or one without facts, along this. */
  readonly timeline?: object;
}

const codes = Object.keys(CATALOGUE);

describe('fixtures/diagnostics', () => {
  test('there is one fixture for each code of the catalogue, and no other', () => {
    const fixtures = readdirSync(root).filter((name) => name !== 'good-pack');

    expect(fixtures.toSorted()).toEqual(codes.map(folderOf).toSorted());
  });

  test('each gives its own code once, at its place', async () => {
    const given = await Promise.all(codes.map(async (code) => [code, await placesIn(code)]));

    expect(given).toEqual(
      codes.map((code) => [code, [`${code} ${expectedIn(code).place ?? expectedIn(code).path ?? ''}`]]),
    );
    expect(given.length).toBeGreaterThan(60);
  });

  test('each reads as people are to read it', async () => {
    const rendered = await Promise.all(
      codes.map(async (code) => (await diagnose(code)).map(renderDiagnostic)),
    );

    await expect(`${rendered.flat().join('\n\n')}\n`).toMatchFileSnapshot('../golden/diagnostics.txt');
  });

  test('messages and hints start small, have no full stop and stay on one line', async () => {
    const diagnostics = (await Promise.all(codes.map(diagnose))).flat();

    const sentences = diagnostics.flatMap(({ message, hint }) => [message, hint ?? '']);
    expect(sentences.filter((sentence) => !/^[a-z`][^\n]*[^.\n]$/.test(sentence))).toEqual([]);
    expect(diagnostics).toHaveLength(codes.length);
  });
});

function folderOf(code: string): string {
  return code.replace('/', '-');
}

function expectedIn(code: string): Expected {
  return JSON.parse(readFileSync(join(root, folderOf(code), 'expected.json'), 'utf8')) as Expected;
}

async function placesIn(code: string): Promise<readonly string[]> {
  const diagnostics = await diagnose(code);
  return diagnostics.map(({ code: given, place, path }) => {
    if (place !== undefined) return `${given} ${place.file}:${String(place.line)}:${String(place.column)}`;
    const own = join(root, folderOf(code));
    return `${given} ${path === own ? '.' : (path ?? '').replace(`${own}/`, '')}`;
  });
}

async function diagnose(code: string): Promise<readonly Diagnostic[]> {
  const folder = join(root, folderOf(code));
  const expected = expectedIn(code);
  const limits = { ...LIMITS, ...expected.limits };
  if (expected.folder !== undefined)
    return diagnosticsOf(await loadPack(join(folder, expected.folder), limits));
  if (expected.schemasIn !== undefined)
    return diagnosticsOf(await writeSchemas(goodPack(), join(folder, expected.schemasIn), process.cwd()));
  if (expected.ledger !== undefined) return diagnoseLedger(folder, expected.ledger);
  if (expected.record === true) return diagnoseRecord(folder);
  return diagnoseTexts(folder, expected);
}

async function diagnoseTexts(folder: string, expected: Expected): Promise<readonly Diagnostic[]> {
  const limits = { ...LIMITS, ...expected.limits };
  const texts = textsIn(folder);
  if (expected.timeline !== undefined) return diagnoseTimeline(texts['request.yaml'], expected.timeline);
  const { 'request.yaml': request, 'scenarios.yaml': scenarios, 'acknowledged.yaml': acknowledged } = texts;
  if (expected.failingLookUp !== undefined) return diagnoseLookUp(expected.failingLookUp);
  if (request !== undefined)
    return diagnosticsOf(readRequest(goodPack(), request, 'request.yaml', expected.overrides));
  if (scenarios !== undefined) return diagnoseScenarios(scenarios);
  if (acknowledged !== undefined) return diagnoseAcknowledgements(acknowledged);
  const value = join(folder, 'value.mjs');
  if (!existsSync(value)) return diagnosticsOf(loadPackFiles({ ...goodTexts, ...texts }, limits));
  const { default: document } = (await import(pathToFileURL(value).href)) as { default: unknown };
  return diagnosticsOf(checkRequest(goodPack(), document));
}

async function diagnoseTimeline(text: string | undefined, asked: object): Promise<readonly Diagnostic[]> {
  const request = readRequest(goodPack(), text ?? BARE_REQUEST, 'request.yaml');
  const axis = checkAxis(goodPack(), asked, '');
  if (!request.ok || !axis.ok) return [...diagnosticsOf(request), ...diagnosticsOf(axis)];
  return diagnosticsOf(await followRequest(goodPack(), request.value, axis.value));
}

const BARE_REQUEST = '{ actor: buyer, date: 2025-06-01, acts: [procure] }';

async function diagnoseLookUp(fact: string): Promise<readonly Diagnostic[]> {
  const lookUps = { [fact]: () => Promise.reject(new Error('no answer')) };
  return diagnosticsOf(
    await checkRequestLookingUp(
      goodPack(),
      { actor: 'buyer', date: '2025-06-01', acts: ['procure'] },
      lookUps,
    ),
  );
}

function diagnoseScenarios(text: string): readonly Diagnostic[] {
  const checked = readScenarios(text, 'scenarios.yaml');
  if (!checked.ok) return checked.diagnostics;
  const run = checked.value.scenarios.filter(({ pending }) => pending === undefined);
  return [
    ...checkScenarioPack(goodPack(), checked.value),
    ...run.flatMap((scenario) => diagnosticsOf(checkScenarioRequest(goodPack(), scenario))),
  ];
}

/** As if a comparison had found the one change. */
function diagnoseAcknowledgements(text: string): readonly Diagnostic[] {
  const read = readAcknowledgements(text, 'acknowledged.yaml');
  return read.ok ? checkAcknowledgements(read.value, new Set(['0a1b2c3d4e5f'])) : read.diagnostics;
}

/** As if it were asked again of the good pack. */
function diagnoseRecord(folder: string): readonly Diagnostic[] {
  const read = readRecord(readFileSync(join(folder, 'record.jsonl')), 'record.jsonl');
  return read.ok ? checkRecordPack(read.value, goodPack()) : read.diagnostics;
}

function diagnosticsOf(checked: Checked<unknown>): readonly Diagnostic[] {
  return checked.ok ? [] : checked.diagnostics;
}

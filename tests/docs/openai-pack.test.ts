import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import { rowsUnder } from '../support/markdown-table.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCENARIOS = path.join(ROOT, 'fixtures/openai/scenarios');
const NUMBER = /\b(?:CL\w+|ST)-\d+\b/gu;
const NAME = /`([^`]+)`/gu;

/** The clauses and commitments of the reference on which the pack rests. */
const NUMBERS = [
  ...numbered('CL19', 2),
  ...numbered('CL23', 1),
  ...numbered('CL25A', 7),
  ...numbered('CL25B', 12),
  ...numbered('CLAWS', 1),
  ...numbered('CL26F', 7),
  ...numbered('CL26A', 7),
  ...numbered('ST', 3),
];

const page = readFileSync(path.join(ROOT, 'docs/openai-pack.md'), 'utf8');
const loaded = await loadPack(path.join(ROOT, 'rules/openai'));
if (!loaded.ok) throw new Error('the pack does not load');
const pack = loaded.value;
const files = readdirSync(SCENARIOS).map((file) => ({ file, scenarios: scenariosIn(file) }));
const scenarios = new Map(files.flatMap((each) => each.scenarios).map((each) => [each.id, each]));

describe('the page on the OpenAI pack', () => {
  const statements = rowsUnder(page, 'What the article of January 2025 says');
  const questions = rowsUnder(page, 'Open questions');
  const clauses = rowsUnder(page, 'Every clause and commitment');
  const differing = rowsUnder(page, 'Answers that differ from the reference');

  test('has each statement of the article once, encoded or with a reason', () => {
    expect(statements.map(([statement = '']) => statement.split(' ')[0])).toEqual(numbered('S', 22, ''));
    expect(statements.filter(([, treatment]) => !['encoded', 'context'].includes(treatment ?? ''))).toEqual(
      [],
    );
    const encoded = statements.filter(([, treatment]) => treatment === 'encoded');
    const context = statements.filter(([, treatment]) => treatment === 'context');
    expect(encoded.filter(([, , by = '']) => by.match(NUMBER) === null)).toEqual([]);
    expect(context.filter(([, , reason = '']) => reason.length < 15)).toEqual([]);
  });

  test('names only clause numbers that the pack has', () => {
    const named = [...new Set(page.match(NUMBER))];
    expect(named.length).toBeGreaterThan(30);
    expect(named.filter((number) => clausesNumbered(number).length === 0)).toEqual([]);
  });

  test('says of every clause and commitment of the reference where it is', () => {
    expect(clauses.map(([number]) => number)).toEqual(NUMBERS);
    const named = clauses.map(([number, where = '']) => [number, ...namesIn(where).toSorted()]);
    expect(named).toEqual(NUMBERS.map((number) => [number, ...clausesNumbered(number).toSorted()]));
  });

  test('has each open question once, as a reading that a clause uses or with the reason why not', () => {
    expect(questions.map(([question = '']) => question.split(' ')[0])).toEqual(dotted(21));
    const used = readingsUsed();
    const wrong = questions.filter(([question = '', treatment = '']) => {
      const isReading = used.has(question.split(' ')[0] ?? '');
      return !(isReading ? /^reading\b/u : /^(?:cannot change an answer|dates): ./u).test(treatment);
    });
    expect(wrong).toEqual([]);
  });

  test('names every reading of the pack, and each is used', () => {
    const ids = pack.readings.map(({ id }) => id);
    expect(ids.filter((id) => !page.includes(id))).toEqual([]);
    expect(ids.filter((id) => !readingsUsed().has(id))).toEqual([]);
  });

  test('lists as different only answers that scenarios expect', () => {
    expect(differing.length).toBeGreaterThan(0);
    const expected = differing.map(([id = '']) => [
      id,
      ...Object.values(scenarios.get(id)?.expect ?? {}).map(({ outcome }) => outcome),
    ]);
    expect(expected).toEqual(differing.map(([id, , answer]) => [id, answer]));
  });

  test('names no scenario that does not exist', () => {
    const explained = differing.flatMap(([, , , why = '']) => namesIn(why));
    expect(explained.filter((id) => !scenarios.has(id))).toEqual([]);
  });

  test('lists as not yet expressed exactly the pending scenarios', () => {
    const pending = [...scenarios.values()].filter((each) => each.pending !== undefined).map(({ id }) => id);
    expect(rowsUnder(page, 'Not yet expressed').map(([id]) => id)).toEqual(pending);
  });

  test('refutes each false claim by a scenario, and has every such scenario', () => {
    const refuting = rowsUnder(page, 'False claims').flatMap(([, names = '']) => namesIn(names));
    const written = files.find(({ file }) => file === 'false-claims.yaml')?.scenarios.map(({ id }) => id);
    expect(refuting.filter((id) => !scenarios.has(id))).toEqual([]);
    expect((written ?? ['none']).filter((id) => !refuting.includes(id))).toEqual([]);
  });
});

describe('the scenarios of the OpenAI pack', () => {
  test('have every hypothetical request of the reference', () => {
    const wanted = numbered('Q', 26, '').map((id) => `Q${id.slice(1).padStart(2, '0')}`);
    const deals = [...scenarios.values()].map(({ cell }) => cell?.values.get('deal'));
    expect(wanted.filter((id) => !scenarios.has(id) && !deals.includes(id))).toEqual([]);
  });

  test('have every process test of the reference', () => {
    const has = (id: string): boolean =>
      [...scenarios.keys()].some((each) => `${each}-`.startsWith(`${id}-`));
    expect(numbered('T', 12, '').filter((id) => !has(id))).toEqual([]);
  });

  test('leave it to Microsoft to stop paying a revenue share, and to OpenAI to go on', () => {
    const grantors = ['CL26A-5', 'CL26A-6'].map(
      (number) => pack.clauses.find((clause) => clause.number === number)?.grantor,
    );
    expect(grantors).toEqual(['microsoft', 'openai']);
  });
});

function numbered(series: string, count: number, dash = '-'): readonly string[] {
  return Array.from({ length: count }, (_, index) => `${series}${dash}${index + 1}`);
}

function dotted(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `D-${String(index + 1).padStart(2, '0')}`);
}

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(NAME)].map(([, name = '']) => name);
}

/** The clauses with a number, and those that a source confirms under it. */
function clausesNumbered(number: string): readonly string[] {
  return pack.clauses
    .filter((clause) => clause.number === number || clause.confirmedBy.some(({ at }) => at === number))
    .map(({ id }) => id);
}

/** Readings that some scope or value of a clause hangs on. */
function readingsUsed(): ReadonlySet<string> {
  const used = new Set<string>();
  JSON.stringify(pack.clauses, (_key, value: unknown) => {
    if (isNode(value) && value.is === 'reading' && value.id !== undefined) used.add(value.id);
    if (isNode(value) && value.is === 'by-reading' && value.reading !== undefined) used.add(value.reading);
    return value;
  });
  return used;
}

interface Node {
  readonly is: unknown;
  readonly id?: string;
  readonly reading?: string;
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'is' in value;
}

function scenariosIn(file: string): readonly Scenario[] {
  const read = readScenarios(readFileSync(path.join(SCENARIOS, file), 'utf8'), file);
  if (!read.ok) throw new Error(`${file} does not load`);
  return read.value.scenarios;
}

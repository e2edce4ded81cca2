import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/pack/check-request.ts';
import { procedureParameters } from '../../src/pack/procedure-parameters.ts';
import { EVENT_SHAPES } from '../../src/pack/requests/request-shapes.ts';
import { complaints, valueOf } from '../pack/good-pack.ts';
import { documentedPack, documentedPackWith } from '../support/documented-pack.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { rowsUnder } from '../support/markdown-table.ts';

const page = readFileSync(path.resolve(import.meta.dirname, '../../docs/first-refusal.md'), 'utf8');
const blocks = blocksOf(page);
const textsOf = (info: string): readonly string[] =>
  blocks.flatMap((block) => (block.info === info ? [block.text] : []));

describe('docs/first-refusal.md', () => {
  test('has YAML of two sorts, and a diagram', () => {
    const sorts = [...new Set(blocks.map(({ info }) => info))].toSorted();

    expect(sorts).toEqual(['mermaid', 'yaml events', 'yaml procedure']);
    expect(blocks).toHaveLength(page.split('\n```').length / 2 - 0.5);
  });

  test('shows procedures that load', () => {
    const procedures = textsOf('yaml procedure');

    const said = procedures.map((text) => complaints(documentedPackWith(`procedure:\n${indented(text)}`)));

    expect(said).toEqual(procedures.map(() => []));
    expect(procedures.length).toBeGreaterThan(25);
  });

  test('shows records that load', () => {
    const records = textsOf('yaml events');
    const head = 'actor: buyer\ndate: 2025-06-30\nacts: [procure-capacity]\n';
    const deal = 'opportunity:\n  id: deal\n  counterparty: rival\n  events:\n';

    const said = records.map((text) =>
      complaints(readRequest(documentedPack(), `${head}${deal}${indented(text)}`, 'request.yaml')),
    );

    expect(said).toEqual(records.map(() => []));
    expect(records.length).toBeGreaterThan(2);
  });

  test('draws the states that its table explains', () => {
    const [diagram = ''] = textsOf('mermaid');
    const named = new Map(
      [...diagram.matchAll(/state "([^"]+)" as (\w+)/g)].map(([, name, id]) => [id, name]),
    );
    const ends = [...diagram.matchAll(/^\s*(\S+) --> (\w+): /gm)].flatMap(([, from, to]) => [from, to]);

    const drawn = new Set(ends.map((id = '') => named.get(id) ?? id));
    const explained = rowsUnder(page, 'The states').map(([state = '']) => state);
    drawn.delete('under way');
    expect([...drawn].toSorted()).toEqual(explained.toSorted());
  });

  test('says of every event of a procedure what it does', () => {
    const ofNoProcedure = ['consent', 'refusal', 'waiver'];
    const events = Object.keys(EVENT_SHAPES).filter((kind) => !ofNoProcedure.includes(kind));

    const rows = rowsUnder(page, 'What each event does').flatMap(([event = '']) => namesIn(event));
    expect([...new Set(rows)].toSorted()).toEqual(events.toSorted());
  });

  test('says of every part what it decides', () => {
    const { clauses } = valueOf(documentedPackWith('number: "1"\n'));
    const { procedure } = clauses.find(({ id }) => id === 'further') ?? {};
    const parts = procedure === undefined ? [] : procedureParameters(procedure);

    const rows = rowsUnder(page, 'What each part decides').flatMap(([part = '']) => namesIn(part));
    const named = parts.map(({ id }) => id.replace(/^further\./, ''));
    expect(named.filter((id) => !rows.some((row) => id === row || id.startsWith(`${row}.`)))).toEqual([]);
    expect(named.length).toBeGreaterThan(10);
  });

  test('cites first rights of the sixty clauses only', () => {
    const cited = [...page.matchAll(/\bD(\d\d)\b/g)].map(([, number]) => Number(number));

    expect(cited.filter((number) => number < 1 || number > 30)).toEqual([]);
    expect(new Set(cited).size).toBeGreaterThan(20);
  });
});

function indented(text: string): string {
  return text.replaceAll(/^(?=.)/gmu, '    ');
}

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

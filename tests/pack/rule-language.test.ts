import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/pack/check-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { PROCEDURE_SHAPE, STAGE_SHAPES } from '../../src/pack/clauses/procedure-shapes.ts';
import { procedureParameters } from '../../src/pack/procedure-parameters.ts';
import { EVENT_SHAPES } from '../../src/pack/requests/request-shapes.ts';
import {
  documentedPack,
  documentedPackOf,
  documentedPackWith,
  documentedTexts,
  LANGUAGE_PAGE,
} from '../support/documented-pack.ts';
import { blocksOf } from '../support/markdown-blocks.ts';
import { rowsUnder } from '../support/markdown-table.ts';
import { complaints, valueOf } from './good-pack.ts';

const TAGS = ['fragment', 'instrument', 'pack', 'record', 'request', 'scenarios', 'words'];

describe('docs/rule-language.md', () => {
  test('has blocks of every sort, and no YAML block without one', () => {
    const yaml = blocksOf(LANGUAGE_PAGE).filter(({ info }) => info.startsWith('yaml'));

    expect([...new Set(yaml.map(({ info }) => info))].toSorted()).toEqual(TAGS.map((tag) => `yaml ${tag}`));
    expect(yaml).toHaveLength(LANGUAGE_PAGE.split('```yaml').length - 1);
  });

  test('shows one pack that loads', () => {
    const pack = documentedPack();

    expect(pack.id).toBe('example');
    expect(pack.clauses.map(({ id }) => id)).toEqual(['exclusive-supply', 'first-refusal', 'own-sites']);
  });

  test('shows fragments that a clause may have', () => {
    const fragments = documentedTexts('fragment');

    expect(fragments.map((text) => complaints(documentedPackWith(text)))).toEqual(fragments.map(() => []));
    expect(fragments.length).toBeGreaterThanOrEqual(2);
  });

  test('shows words that a pack may declare, and a record that speaks in them', () => {
    const [words = ''] = documentedTexts('words');
    const [record = ''] = documentedTexts('record');
    const [request = ''] = documentedTexts('request');
    const pack = valueOf(documentedPackOf(words));

    expect(pack.happenings.length).toBeGreaterThan(0);
    expect(complaints(readRequest(pack, `${request}${record}`, 'request.yaml'))).toEqual([]);
  });

  test('shows a procedure in which nothing is left out', () => {
    const whole = documentedTexts('fragment').find((text) => text.startsWith('procedure:')) ?? '';
    const { clauses } = valueOf(documentedPackWith(whole));

    const { procedure } = clauses.find(({ id }) => id === 'further') ?? {};
    if (procedure === undefined) throw new Error('the page shows no procedure');
    const open = procedureParameters(procedure).filter(({ stated }) => stated.is === 'unknown');
    expect(open).toEqual([]);
    expect(procedure).toHaveProperty('able');
    expect(procedure).toHaveProperty('frequency');
  });

  test('has a row for every part of a procedure', () => {
    const parts = Object.keys(PROCEDURE_SHAPE.shape).flatMap((stage) => {
      const shape = STAGE_SHAPES[stage as keyof typeof STAGE_SHAPES]?.shape ?? {};
      const keys = Object.keys(shape).map((key) =>
        EXITS.includes(`${stage}.${key}`) ? `${stage}.${key}.for` : `${stage}.${key}`,
      );
      return stage in STAGE_SHAPES ? keys : [stage];
    });

    const rows = rowsUnder(LANGUAGE_PAGE, 'First rights').flatMap(([part = '']) => namesIn(part));
    expect(rows.toSorted()).toEqual([...parts, 'negotiation'].toSorted());
  });

  test('has a row for every event of a deal', () => {
    const rows = rowsUnder(LANGUAGE_PAGE, 'Requests').flatMap(([event = '']) => namesIn(event));

    expect(rows.toSorted()).toEqual(Object.keys(EVENT_SHAPES).toSorted());
  });

  test('shows requests that the pack accepts', () => {
    const requests = documentedTexts('request');

    expect(requests.map((text) => complaints(readRequest(documentedPack(), text, 'request.yaml')))).toEqual([
      [],
      [],
    ]);
  });

  test('shows scenarios that the pack accepts', () => {
    const scenarios = documentedTexts('scenarios').flatMap(
      (text) => valueOf(readScenarios(text, 'scenarios.yaml')).scenarios,
    );

    expect(scenarios.map((scenario) => complaints(checkScenarioRequest(documentedPack(), scenario)))).toEqual(
      [[]],
    );
  });
});

const EXITS = ['release.declined', 'release.silent', 'release.no-agreement'];

function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/g)].map(([, name = '']) => name);
}

import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Checked, Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { renderDiagnostic } from '../../src/diagnostics/render-diagnostic.ts';
import { checkRequest, readRequest } from '../../src/pack/check-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { goodPack, goodTexts, valueOf } from './good-pack.ts';

const runs = { seed: 20250121, numRuns: 500 };
const page = readFileSync('docs/rule-language.md', 'utf8');
const documented = [...page.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].map(([, tag = '', text = '']) => ({
  tag,
  text,
}));
const [vocabulary = '', ...others] = documented.map(({ text }) => text);
const instruments = documented.filter(({ tag }) => tag === 'instrument').map(({ text }) => text);
const request = documented.find(({ tag }) => tag === 'request')?.text ?? '';
const scenarios = documented.find(({ tag }) => tag === 'scenarios')?.text ?? '';

/** Words of implementations, which no message has. */
const foreign = /undefined|\bobject\b|\barray\b|\bboolean\b|\bNaN\b|expected|received|invalid|ZodError/i;
/** One line: small start, no full stop. */
const form = /^[a-z`][^\n]*[^.\n]$/;

describe('whatever is written', () => {
  test('in place of a word of a pack is accepted or diagnosed in our words', () => {
    const mistakes = eachWordReplaced(vocabulary).map((text) => loadPackFiles(filesWith(text, instruments)));
    const more = instruments.flatMap((instrument, index) =>
      eachWordReplaced(instrument).map((text) =>
        loadPackFiles(filesWith(vocabulary, instruments.with(index, text))),
      ),
    );

    const diagnosed = expectWellSaid([...mistakes, ...more]);
    expect(others.length).toBeGreaterThan(3);
    expect(diagnosed).toBeGreaterThan(400);
  }, 60_000);

  test('in place of a word of a request or of scenarios is accepted or diagnosed in our words', () => {
    const pack = valueOf(loadPackFiles(filesWith(vocabulary, instruments)));
    const requests = eachWordReplaced(request).map((text) => readRequest(pack, text, 'request.yaml'));
    const files = eachWordReplaced(scenarios).map((text) => readScenarios(text, 'scenarios.yaml'));

    expect(expectWellSaid([...requests, ...files])).toBeGreaterThan(100);
  });

  test('as a file is accepted or diagnosed', () => {
    const pack = goodPack();

    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        expectWellSaid([
          loadPackFiles({ ...goodTexts, 'extra.yaml': text }),
          readRequest(pack, text, 'request.yaml'),
          readScenarios(text, 'scenarios.yaml'),
        ]);
      }),
      runs,
    );
  });

  test('as a request that a program gives is accepted or diagnosed', () => {
    const pack = goodPack();
    const anything = fc.anything({
      withBigInt: true,
      withDate: true,
      withMap: true,
      withNullPrototype: true,
      withSparseArray: true,
    });
    const keys = fc.constantFrom(
      'actor',
      'date',
      'acts',
      'providers',
      'facts',
      'readings',
      'opportunity',
      '__proto__',
    );

    fc.assert(
      fc.property(fc.oneof(anything, fc.dictionary(keys, anything)), (document) => {
        expectWellSaid([checkRequest(pack, document)]);
      }),
      runs,
    );
  });
});

function filesWith(pack: string, texts: readonly string[]): Record<string, string> {
  const files = Object.fromEntries(texts.map((text, index) => [`instrument-${String(index)}.yaml`, text]));
  return { 'pack.yaml': pack, ...files };
}

const OTHERS = [
  '',
  'nonsense',
  '7.10',
  'yes',
  '[]',
  '{}',
  '{ a: b }',
  '[a, [b]]',
  '2025-02-30',
  '__proto__',
  '*x',
];

/** The text once for each of its words and three of the other things, by turns, in the word's place. */
function eachWordReplaced(text: string): readonly string[] {
  const words = [...text.matchAll(/[A-Za-z0-9][A-Za-z0-9.-]*/g)];
  return words.flatMap(({ 0: word, index }, turn) =>
    [0, 1, 2].map((step) => {
      const other = OTHERS[(turn * 3 + step) % OTHERS.length] ?? '';
      return text.slice(0, index) + other + text.slice(index + word.length);
    }),
  );
}

/** Asserts that every diagnostic is in our words, with a place, and said once; counts the documents diagnosed. */
function expectWellSaid(checked: readonly Checked<unknown>[]): number {
  const refused = checked.flatMap((each) => (each.ok ? [] : [each.diagnostics]));
  expect(refused.filter((diagnostics) => diagnostics.length === 0 || hasRepetition(diagnostics))).toEqual([]);
  expect(refused.flat().filter((each) => !isWellSaid(each))).toEqual([]);
  return refused.length;
}

function isWellSaid(diagnostic: Diagnostic): boolean {
  const { message, hint = '', place, path } = diagnostic;
  const ours = `${message} ${hint}`.replaceAll(/`[^`]*`/g, '');
  const isPlaced =
    place === undefined ? path !== undefined : place.line > 0 && place.column > 0 && place.length > 0;
  return form.test(message) && !foreign.test(ours) && isPlaced && renderDiagnostic(diagnostic) !== '';
}

function hasRepetition(diagnostics: readonly Diagnostic[]): boolean {
  const keys = diagnostics.map(({ code, message, place, path }) =>
    JSON.stringify([code, message, place, path]),
  );
  return new Set(keys).size < keys.length;
}

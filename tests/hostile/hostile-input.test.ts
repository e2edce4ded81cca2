import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { beforeAll, describe, expect, test } from 'vitest';
import { checkRequest, readRequest } from '../../src/pack/check-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { loadedPack } from '../support/load-documents.ts';
import { runs, SEED } from '../support/seed.ts';
import { HOSTILE_VALUES } from './hostile-values.ts';
import { judge, shownAnswer, shownRefusal } from './judge.ts';
import { ODD_TEXTS, POLLUTING_NAMES } from './odd-texts.ts';
import { LARGE_MUTATIONS, SMALL_MUTATIONS, type Pick } from './text-mutations.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const RULES = textsIn('rules/openai');
const REQUESTS = textsIn('fixtures/openai/requests');
const SCENARIOS = textsIn('fixtures/openai/scenarios');
const KINDS = ['pack', 'request', 'scenarios'] as const;
const pack = loadedPack(RULES);

/** Each document that may be spoilt, and what happens to it then. */
const documents: readonly Document[] = [
  ...documentsOf('pack', RULES, runPack),
  ...documentsOf('request', REQUESTS, runRequest),
  ...documentsOf('scenarios', SCENARIOS, runScenarios),
];
const small = Object.keys(SMALL_MUTATIONS) as (keyof typeof SMALL_MUTATIONS)[];
const large = Object.keys(LARGE_MUTATIONS) as (keyof typeof LARGE_MUTATIONS)[];
const values = Object.keys(HOSTILE_VALUES) as (keyof typeof HOSTILE_VALUES)[];
const tried = new Map<string, number>();

beforeAll(() => {
  process.stdout.write(`hostile input: FC_SEED=${String(SEED)}\n`);
});

describe('hostile input is answered or diagnosed', { timeout: 120_000 }, () => {
  test.each(small)('as text: %s', async (kind) => {
    await expectEachSurvived(14, async (document, picks, also) => {
      const pick = pickFrom(picks);
      const spoilt = SMALL_MUTATIONS[kind](document.text, pick);
      const text = also === null ? spoilt : SMALL_MUTATIONS[also](spoilt, pick);
      await tryText(kind, document, text, pick);
    });
  });

  test.each(large)('as large text: %s', async (kind) => {
    await expectEachSurvived(6, async (document, picks) => {
      const pick = pickFrom(picks);
      await tryText(kind, document, LARGE_MUTATIONS[kind](document.text, pick), pick);
    });
  });

  test.each(values)('as a value: %s', async (kind) => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.values(REQUESTS)), noise, async (text, picks) => {
        const pick = pickFrom(picks);
        const document = placed(parse(text), HOSTILE_VALUES[kind](pick), pick);
        count(`value: ${kind}`);
        await judge(() => shownAnswer(pack, checkRequest(pack, document)));
      }),
      { seed: SEED, numRuns: atLeast(12) },
    );
  });

  test('as a setting of the command line', async () => {
    const words = fc.oneof(
      fc.constantFrom(...POLLUTING_NAMES, ...ODD_TEXTS, '=', '', '1e309', '9'.repeat(400)),
      fc.constantFrom(...pack.facts.map(({ id }) => id), ...pack.readings.map(({ id }) => id)),
      fc.string({ unit: 'binary' }),
    );
    const settings = fc.array(
      fc.tuple(words, words).map((pair) => pair.join('=')),
      { maxLength: 3 },
    );
    const overrides = fc.record(
      {
        actor: words,
        date: words,
        acts: fc.array(words),
        providers: fc.array(words),
        facts: settings,
        readings: settings,
      },
      { requiredKeys: [] },
    );

    await fc.assert(
      fc.asyncProperty(
        fc.constantFrom(...Object.entries(REQUESTS)),
        overrides,
        async ([file, text], given) => {
          count('setting');
          await judge(() => shownAnswer(pack, readRequest(pack, text, file, given)));
        },
      ),
      { seed: SEED, numRuns: atLeast(60) },
    );
  });

  test('as the name of a file', async () => {
    const names = fc.oneof(
      fc.constantFrom(...POLLUTING_NAMES, ...ODD_TEXTS, '', '../../etc/passwd'),
      fc.string(),
    );

    await fc.assert(
      fc.asyncProperty(names, fc.constantFrom(...Object.values(RULES), 'a: [', ''), async (name, text) => {
        count('file name');
        const files = Object.fromEntries([...Object.entries(RULES), [name, text]]);
        await judge(() => {
          const loaded = loadPackFiles(files);
          return loaded.ok ? [] : shownRefusal(loaded.diagnostics);
        });
      }),
      { seed: SEED, numRuns: atLeast(40) },
    );
  });
});

describe('the run', () => {
  test('tried every kind on every document, a thousand inputs and more', () => {
    const total = [...tried.values()].reduce((sum, each) => sum + each, 0);
    const lines = [...tried].map(([kind, times]) => `  ${String(times).padStart(4)} ${kind}`);
    process.stdout.write(`${String(total)} hostile inputs, FC_SEED=${String(SEED)}\n${lines.join('\n')}\n`);

    const kinds = [...small, ...large].flatMap((kind) => KINDS.map((what) => `${what}: ${kind}`));
    const expected = [...kinds, ...values.map((kind) => `value: ${kind}`), 'setting', 'file name'];
    expect(expected.filter((kind) => (tried.get(kind) ?? 0) < 3)).toEqual([]);
    expect(total).toBeGreaterThanOrEqual(1000);
  });
});

interface Document {
  readonly what: (typeof KINDS)[number];
  readonly file: string;
  readonly text: string;
  readonly run: (file: string, text: string, pick: Pick) => Promise<readonly string[]>;
}

function documentsOf(
  what: Document['what'],
  texts: Readonly<Record<string, string>>,
  run: Document['run'],
): readonly Document[] {
  return Object.entries(texts).map(([file, text]) => ({ what, file, text, run }));
}

const noise = fc.array(fc.nat(), { minLength: 12, maxLength: 12 });

/** Spoils documents of each kind that many times, so that each kind is spoilt as often as the others. */
async function expectEachSurvived(
  times: number,
  spoil: (
    document: Document,
    picks: readonly number[],
    also: keyof typeof SMALL_MUTATIONS | null,
  ) => Promise<void>,
): Promise<void> {
  for (const what of KINDS) {
    const ofKind = documents.filter((document) => document.what === what);
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ofKind), noise, fc.option(fc.constantFrom(...small)), spoil),
      { seed: SEED, numRuns: atLeast(times), endOnFailure: times < 10 },
    );
  }
}

/** `FC_RUNS` may ask for more, never for less: what is counted in the end holds for every run. */
function atLeast(times: number): number {
  return Math.max(times, runs(times));
}

function pickFrom(numbers: readonly number[]): Pick {
  let at = 0;
  return (below) => (numbers[at++ % numbers.length] ?? 0) % below;
}

/** Judges a spoilt text; one that came out as it was is not counted. */
async function tryText(
  kind: string,
  { what, file, text, run }: Document,
  spoilt: string,
  pick: Pick,
): Promise<void> {
  if (spoilt !== text) count(`${what}: ${kind}`);
  await judge(() => run(file, spoilt, pick));
}

function count(kind: string): void {
  tried.set(kind, (tried.get(kind) ?? 0) + 1);
}

/** Loads the pack with one file spoilt; where it loads, one request is put to it. */
async function runPack(file: string, text: string, pick: Pick): Promise<readonly string[]> {
  const loaded = loadPackFiles({ ...RULES, [file]: text });
  if (!loaded.ok) return shownRefusal(loaded.diagnostics);
  const requests = Object.entries(REQUESTS);
  const [name, request] = requests[pick(requests.length)] ?? ['', ''];
  return shownAnswer(loaded.value, readRequest(loaded.value, request, name));
}

function runRequest(file: string, text: string): Promise<readonly string[]> {
  return shownAnswer(pack, readRequest(pack, text, file));
}

/** Reads scenarios; where they can be read, every request is checked, and one answered. */
async function runScenarios(file: string, text: string, pick: Pick): Promise<readonly string[]> {
  const read = readScenarios(text, file);
  if (!read.ok) return shownRefusal(read.diagnostics);
  const checked = read.value.scenarios.map((scenario) => checkScenarioRequest(pack, scenario));
  const refusals = checked.flatMap((each) => (each.ok ? [] : shownRefusal(each.diagnostics)));
  const one = checked[pick(checked.length)];
  return one === undefined ? refusals : [...refusals, ...(await shownAnswer(pack, one))];
}

/** Puts a value in a request: in its place, under a key of it or of a map in it, as a further key, or in a list. */
function placed(document: unknown, value: unknown, pick: Pick): unknown {
  if (pick(8) === 0 || typeof document !== 'object' || document === null) return value;
  if (Array.isArray(document)) return document.toSpliced(pick(document.length + 1), pick(2), value);
  const keys = [...Object.keys(document), 'assessments', 'elections', 'designees', 'extra'];
  const key = keys[pick(keys.length)] ?? 'extra';
  const before: unknown = Object.getOwnPropertyDescriptor(document, key)?.value;
  const within = typeof before === 'object' && pick(3) > 0 ? placed(before, value, pick) : value;
  return { ...document, [key]: within };
}

function textsIn(folder: string): Record<string, string> {
  const names = readdirSync(path.join(ROOT, folder))
    .filter((name) => name.endsWith('.yaml'))
    .toSorted();
  return Object.fromEntries(names.map((name) => [name, readFileSync(path.join(ROOT, folder, name), 'utf8')]));
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compileDiagrams } from '../../../src/diagram/compile/compile-pack.ts';
import { compile } from '../../../src/diagram/compile/compile.ts';
import type { Question } from '../../../src/diagram/compile/question.ts';
import { writeModule } from '../../../src/export/module/write-module.ts';
import { loadPack, loadPackFiles, type Pack } from '../../../src/index.ts';
import { settlementFor, type Settled } from '../../../src/pack/settlement.ts';
import { randomFrom } from '../../bench/random.ts';
import { syntheticPack } from '../../bench/synthetic-pack.ts';
import { filesOf, packs } from '../../support/generate-packs.ts';
import { loadedPack } from '../../support/load-documents.ts';
import { runs, SEED } from '../../support/seed.ts';
import { importedModule } from './imported-module.ts';
import { randomQuestions } from './random-questions.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const SHIPPED = 'rules/openai';
const COMMON = 'tests/bench/common-work/pack';

async function packAt(folder: string): Promise<Pack> {
  const loaded = await loadPack(path.join(ROOT, folder));
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  return loaded.value;
}

function packOfClauses(clauses: number): Pack {
  const loaded = loadPackFiles(syntheticPack(clauses));
  if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);
  return loaded.value;
}

/** Asks a module and a compiled pack the same questions, and gives how often each kind of answer came. */
async function askBoth(
  pack: Pack,
  settled: Settled,
  count: number,
  seed: number,
): Promise<Record<string, number>> {
  const { decide } = await importedModule(writeModule(pack, settled));
  const compiled = compile(pack, settled);
  const { variables } = compileDiagrams(pack, settlementFor(pack, settled));
  const draw = randomQuestions(pack, variables, randomFrom(seed));
  const kinds: Record<string, number> = {};
  for (let asked = 0; asked < count; asked += 1) {
    const question = draw();
    const answer = decide(question);
    const expected = compiled.decide(question);
    if (!isDeepStrictEqual(answer, expected))
      expect({ question, answer }).toEqual({ question, answer: expected });
    const kind = 'invalid' in answer ? 'invalid' : answer.outcome;
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  return kinds;
}

describe('a written module', () => {
  test.each([
    [SHIPPED, {}],
    [SHIPPED, { assumptions: 'open' }],
    [COMMON, {}],
  ] satisfies [string, Settled][])(
    'of %s, settled as %j, answers as the compiled pack does',
    async (folder, settled) => {
      const kinds = await askBoth(await packAt(folder), settled, 4000, SEED);

      const rare = ['invalid', 'undetermined', 'permitted', 'prohibited'].filter(
        (kind) => (kinds[kind] ?? 0) <= 20,
      );
      expect(rare).toEqual([]);
    },
  );

  test.each(['scopes', 'precedence', 'procedures', 'quantities'] as const)(
    'of generated packs, with emphasis on %s, answers as the compiled packs do',
    async (emphasis) => {
      await fc.assert(
        fc.asyncProperty(packs(emphasis), fc.nat(), async (documents, seed) => {
          await askBoth(
            loadedPack(filesOf(documents)),
            seed % 2 > 0 ? {} : { assumptions: 'open' },
            200,
            seed,
          );
        }),
        { numRuns: runs(15), seed: SEED },
      );
    },
  );

  test('of more than 300 clauses answers as the compiled pack does, in functions of bounded size', async () => {
    const pack = packOfClauses(320);

    const text = writeModule(pack);

    const kinds = await askBoth(pack, {}, 500, SEED);
    const functions = [...text.matchAll(/^(?:export )?function .*?^\}$/gmsu)];
    expect(kinds['invalid']).toBeGreaterThan(0);
    expect(functions.length).toBeGreaterThan(100);
    expect(Math.max(...functions.map(([each]) => each.length))).toBeLessThan(30_000);
  }, 60_000);

  test('says what it is: the pack, its digest and its disclaimer', async () => {
    const pack = await packAt(SHIPPED);
    const { id, title, digest, disclaimer } = pack;

    const text = writeModule(pack);

    expect((await importedModule(text)).pack).toEqual({ id, title, digest, disclaimer });
    expect(text.slice(0, 1000)).toContain(`// Digest: ${digest}\n`);
    expect(text).not.toMatch(/\bimport\b|\brequire\b|\beval\b/u);
  });

  test.each([
    ['without a prototype', (facts: object) => Object.assign(Object.create(null) as object, facts)],
    ['of a class', (facts: object) => Object.assign(new (class Deal {})(), facts)],
    ['behind getters that nobody lists', (facts: object) => behindGetters(facts, { _capacity: 'new' })],
    ['inherited', (facts: object) => Object.create(facts) as object],
    ['in a list', () => ['new']],
    ['in a text', () => 'new'],
    ['none', () => null],
    ['with one that no pack declares', (facts: object) => ({ ...facts, colour: 'red' })],
    [
      'with a prototype from outside',
      (facts: object) => JSON.parse(`{"__proto__":1,${JSON.stringify(facts).slice(1)}`),
    ],
    [
      'with one not known and one not declared',
      (facts: object) => ({ ...facts, capacity: 'unknown', colour: 'red' }),
    ],
    ['with numbers in texts', (facts: object) => ({ ...facts, megawatts: '50' })],
  ] satisfies [string, (facts: object) => unknown][])(
    'reads facts that come %s as the compiled pack does',
    async (_, made) => {
      const pack = await packAt(COMMON);
      const { decide } = await importedModule(writeModule(pack));
      const compiled = compile(pack);
      const facts = {
        capacity: 'new',
        workload: 'inference',
        build: 'cloud',
        customer: 'company',
        clearance: 'shown',
        megawatts: 50,
      };
      const asked = { actor: 'buyer', act: 'procure-capacity', provider: 'delta', date: '2025-03-10' };

      const question = { ...asked, facts: made(facts) } as Question;

      expect(decide(question)).toEqual(compiled.decide(question));
    },
  );

  test('is the same each time', async () => {
    expect(writeModule(await packAt(SHIPPED))).toBe(writeModule(await packAt(SHIPPED)));
  });
});

/** An object whose class has a getter for each fact, and whose own properties are others. */
function behindGetters(facts: object, own: object): object {
  const getters = Object.entries(facts).map(([id, value]) => [id, { get: () => value as unknown }] as const);
  class Deal {}
  Object.defineProperties(Deal.prototype, Object.fromEntries(getters));
  return Object.assign(new Deal(), own);
}

describe('the types of a written module', () => {
  test('hold, and refuse what the pack does not know', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'module-types-'));
    const options = {
      strict: true,
      allowJs: true,
      checkJs: true,
      noEmit: true,
      types: [],
      target: 'es2023',
      module: 'nodenext',
      noUncheckedIndexedAccess: true,
      exactOptionalPropertyTypes: true,
    };
    const use = `import { decide, pack } from './common.mjs';
const question = { actor: 'buyer', act: 'procure-capacity', provider: 'delta', date: '2025-03-10' } as const;
const answer = decide({ ...question, facts: { capacity: 'new', megawatts: 20 } });
export const outcome: 'permitted' | string = 'invalid' in answer ? answer.invalid.part : answer.outcome;
export const digest: string = pack.digest;
// @ts-expect-error -- no such value
decide({ ...question, facts: { capacity: 'old' } });
// @ts-expect-error -- no such party
decide({ ...question, provider: 'nobody' });
`;
    writeFileSync(path.join(folder, 'shipped.mjs'), writeModule(await packAt(SHIPPED)));
    writeFileSync(path.join(folder, 'common.mjs'), writeModule(await packAt(COMMON)));
    writeFileSync(path.join(folder, 'use.mts'), use);
    writeFileSync(
      path.join(folder, 'tsconfig.json'),
      JSON.stringify({ compilerOptions: options, include: ['*'] }),
    );

    const { stdout, status } = spawnSync(process.execPath, [TSC, '-p', folder], { encoding: 'utf8' });
    rmSync(folder, { recursive: true });

    expect(stdout).toBe('');
    expect(status).toBe(0);
  });
});

describe('what a pack says', () => {
  const HOSTILE =
    '*/ throw 1; /* `${globalThis.x = 1}` </script><!-- \u2028\u2029\r\nthrow 2; // \' " \\ \u202E __proto__';

  test('is no code, wherever it stands', async () => {
    const pack = await packAt(COMMON);
    const fact = pack.facts.map((each) => (each.id === 'capacity' ? { ...each, question: HOSTILE } : each));
    const hostile: Pack = {
      ...pack,
      id: HOSTILE,
      title: HOSTILE,
      digest: HOSTILE,
      disclaimer: HOSTILE,
      facts: fact,
    };

    const text = writeModule(hostile);

    const { pack: named } = await importedModule(text);
    expect(named).toMatchObject({ title: HOSTILE, disclaimer: HOSTILE });
    expect(text).not.toMatch(/<\/script|<!--|[\u2028\u2029\u202E]/u);
  });

  test('may be an id that means something to the language', async () => {
    const renamed = (text: string): string =>
      text
        .replaceAll('"choice-01"', '"constructor"')
        .replaceAll('"flag-01"', '"new"')
        .replaceAll('"amount-01"', '"decide"')
        .replaceAll('"choice-02-1"', '"toString"')
        .replaceAll('"holder-01"', '"prototype"');
    const files = Object.entries(syntheticPack(40)).map(([name, text]) => [name, renamed(text)] as const);
    const loaded = loadPackFiles(Object.fromEntries(files));
    if (!loaded.ok) throw new Error(loaded.diagnostics[0]?.message);

    const kinds = await askBoth(loaded.value, {}, 1000, SEED);

    expect(Object.keys(kinds).length).toBeGreaterThan(2);
  });

  test.each(['*/ throw 1; /*', "'); throw 1; ('", '__proto__', '\u2028throw 1', '<' + '/script>'])(
    'may be the value %j, though no loader lets it in',
    async (value) => {
      const pack = await packAt(COMMON);
      const text = JSON.stringify(pack)
        .replaceAll('"harbour"', JSON.stringify(value))
        .replaceAll('"leased"', JSON.stringify(value));
      const hostile = JSON.parse(text) as Pack;

      const { decide } = await importedModule(writeModule(hostile));

      const facts = {
        capacity: 'new',
        workload: 'inference',
        build: value,
        customer: 'company',
        clearance: 'shown',
        megawatts: 50,
      };
      const question = {
        actor: 'buyer',
        act: 'procure-capacity',
        provider: value,
        date: '2026-01-01',
        facts,
      };
      expect(decide(question)).toMatchObject({ outcome: 'permitted' });
      expect(decide(question)).toEqual(compile(hostile).decide(question));
    },
  );
});

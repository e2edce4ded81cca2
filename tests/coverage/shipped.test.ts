import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { coverPack } from '../../src/coverage/cover-pack.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { readCases } from '../../src/regression/read-cases.ts';
import { valueOf } from '../pack/good-pack.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const SCENARIOS = path.join(ROOT, 'fixtures/openai/scenarios');

/** What no request turns on, as the pack assumes; `compute-rights test --coverage` proves it. */
const IDLE = ['D-04=covenant', 'D-04=description'];

test(
  'the shipped scenarios make everything in the shipped pack decide that can',
  { timeout: 90_000 },
  async () => {
    const pack = valueOf(await loadPack(path.join(ROOT, 'rules/openai')));
    const files = readdirSync(SCENARIOS).map((file) => ({
      file,
      text: readFileSync(path.join(SCENARIOS, file), 'utf8'),
      packs: [pack],
    }));
    const scenarios = readCases(files).cases.map(({ scenario }) => scenario);

    // Few nodes, for the regions of the whole pack are not asked for here.
    const { parts, unexamined } = await coverPack(pack, scenarios, { nodes: 10 });

    expect(parts.missed.map(({ part }) => part)).toEqual(IDLE);
    expect(parts.of).toBeGreaterThan(90);
    expect(unexamined).toEqual([]);
  },
);

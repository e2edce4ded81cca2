import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile/compile.ts';
import { writeDiagram } from '../../src/export/walkable/write-diagram.ts';
import type { WalkableDiagram } from '../../src/export/walkable/walkable-diagram.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Settled } from '../../src/pack/settlement.ts';
import { pairs } from '../support/generate-pairs.ts';
import { runs, SEED } from '../support/seed.ts';
import { questionsFrom } from './random-questions.ts';
import { walk } from './walk-diagram.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

describe('a diagram written as data', () => {
  test(
    `is walked by another program to the answers of the compiled pack (seed ${String(SEED)})`,
    { timeout: 120_000 },
    () => {
      const counted = { answers: 0, undetermined: 0, notPermitted: 0 };
      fc.assert(
        fc.property(pairs, (pair) => {
          const { pack, settled, questions } = questionsFrom(pair);
          const diagram = written(pack, settled);
          const { decide } = compile(pack, settled);
          expect(repeatedLabels(diagram)).toEqual([]);
          for (const question of questions) {
            const decided = decide(question);
            const possible = 'invalid' in decided ? [] : decided.possible.toSorted();
            expect({ question, possible: walk(diagram, question) }).toEqual({ question, possible });
            counted.answers += 1;
            if (possible.length > 1) counted.undetermined += 1;
            if (!possible.includes('permitted')) counted.notPermitted += 1;
          }
        }),
        { seed: SEED, numRuns: runs(300) },
      );

      expect(counted.undetermined).toBeGreaterThan(counted.answers / 20);
      expect(counted.notPermitted).toBeGreaterThan(counted.answers / 20);
    },
  );

  test('is the same to the letter each time, and names no class of a variable twice', async () => {
    const loaded = await loadPack(path.join(ROOT, 'rules/openai'));
    if (!loaded.ok) throw new Error('the pack does not load');

    const diagram = written(loaded.value, {});

    expect(written(structuredClone(loaded.value), {})).toEqual(diagram);
    expect(repeatedLabels(diagram)).toEqual([]);
  });
});

/** As it is read from a file. */
function written(pack: Pack, settled: Settled): WalkableDiagram {
  return JSON.parse(JSON.stringify(writeDiagram(pack, settled))) as WalkableDiagram;
}

function repeatedLabels({ variables }: WalkableDiagram): readonly string[] {
  return variables.flatMap(({ key, classes }) => {
    const labels = classes.map(({ label }) => label);
    return labels.filter((label, place) => labels.indexOf(label) < place).map((label) => `${key}: ${label}`);
  });
}

import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { blocksOf, proseOf } from '../support/markdown-blocks.ts';
import { readExports } from '../support/read-exports.ts';
import { againstSource, runProgram } from '../support/run-program.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const TSC = path.join(ROOT, 'node_modules/typescript/bin/tsc');
const found = readExports();
const functions = found.filter((each) => each.is === 'function');

/** What every example may take for granted: the functions of the library, and a small pack. */
const PREAMBLE = `import { ${functions.map(({ name }) => name).join(', ')} } from 'compute-rights';
const small = await loadPack('fixtures/diagnostics/good-pack');
if (!small.ok) throw new Error('the pack of the examples does not load');
const pack = small.value;
`;

const examples = functions.flatMap(({ name, docstring }) =>
  blocksOf(`${docstring}\n`)
    .filter(({ info }) => info === 'ts')
    .map(({ text }) => ({ name, program: `${PREAMBLE}${text}` })),
);

describe('the docstrings of the library', () => {
  test('are looked for at what it exports', () => {
    expect(functions.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['evaluate', 'loadPack', 'renderText']),
    );
    expect(found.length).toBeGreaterThan(60);
  });

  test('are at everything, and begin with a sentence', () => {
    const without = found.filter(
      ({ docstring }) => !/^[A-Z`].*?[.:](\s|$)/su.test(proseOf(`${docstring}\n`)),
    );

    expect(without.map(({ name }) => name)).toEqual([]);
  });

  test('have an example for each function', () => {
    const shown = new Set(examples.map(({ name }) => name));

    expect(functions.map(({ name }) => name).filter((name) => !shown.has(name))).toEqual([]);
  });

  test.each(examples)('show how to use $name, and what comes of it', async ({ program }) => {
    const { printed, promised } = await runProgram(program);

    expect(promised.length).toBeGreaterThan(0);
    expect(printed).toEqual(promised);
  });

  test('show examples that fit the types', () => {
    const folder = mkdtempSync(path.join(ROOT, 'tests/docs/run-'));
    const options = { rootDir: ROOT, noEmit: true, declaration: false, noUnusedLocals: false };
    const config = { extends: '../../../tsconfig.json', compilerOptions: options, include: ['*.ts'] };
    writeFileSync(path.join(folder, 'tsconfig.json'), JSON.stringify(config));
    for (const [index, { program }] of examples.entries())
      writeFileSync(path.join(folder, `example-${String(index)}.ts`), againstSource(program));

    const { stdout } = spawnSync('node', [TSC, '-p', folder], { encoding: 'utf8' });

    rmSync(folder, { recursive: true });
    expect(stdout).toBe('');
  });
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { programOf } from '../../src/commands/program.ts';
import { cliPage } from '../support/cli-page.ts';
import { runInProcess, silentSurroundings } from '../support/run-in-process.ts';

const program = programOf(silentSurroundings('.'), () => {});
const page = cliPage(program);

describe('docs/cli.md', () => {
  test('is what the commands say of themselves; npm run docs:cli writes it anew', async () => {
    await expect(page).toMatchFileSnapshot(path.resolve(import.meta.dirname, '../../docs/cli.md'));
  });

  test('has a section for each command', () => {
    const headings = [...page.matchAll(/^## (.*)$/gmu)].map(([, heading]) => heading);

    expect(headings).toEqual(expect.arrayContaining(['compute-rights', 'compute-rights ledger add']));
    expect(headings.length).toBeGreaterThanOrEqual(12);
  });
});

const LINES = [...page.matchAll(/^## compute-rights ?(.*)$/gmu)].map(([, words = '']) => words);

describe('the help of', () => {
  test.each(LINES)('compute-rights %s leads with examples, and fits 80 columns', async (words) => {
    const { code, stdout, stderr } = await runInProcess([...words.split(' ').filter(Boolean), '--help'], '.');

    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(/^Examples:\n {2}\S/mu);
    expect(stdout.indexOf('Examples:')).toBeLessThan(stdout.indexOf('Options:'));
  });

  test.each(LINES)('compute-rights %s shows examples that are not broken into lines', async (words) => {
    const { stdout } = await runInProcess([...words.split(' ').filter(Boolean), '--help'], '.');

    const [, examples = ''] = /^Examples:\n((?:.+\n)+)/mu.exec(stdout) ?? [];
    expect(examples.split('\n').filter((line) => line !== '' && !line.startsWith('  '))).toEqual([]);
  });
});

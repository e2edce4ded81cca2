import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import { inTerminal, quoted } from '../support/in-terminal.ts';
import { WORKPLACE } from './workplace.ts';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

const folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
const seen = path.join(folder, 'seen');
beforeEach(() => rmSync(seen, { force: true }));
afterAll(() => rmSync(folder, { recursive: true }));

/** Has every run of scenarios say that it has come to the third of seven, and keep its thread busy for some time or until it has been seen. */
const workFor = (milliseconds: number): string => `
  export async function load(url, context, next) {
    if (!url.endsWith('/regression/run-cases.js')) return next(url, context);
    const source = \`
      import { existsSync } from 'node:fs';
      export async function runCases({ cases, unusable }, progress) {
        progress('running scenarios', 3, 7);
        for (const from = Date.now(); Date.now() - from < ${String(milliseconds)} && !existsSync(${JSON.stringify(seen)}););
        const scenarios = cases.map(() => ({ id: 'a', pack: 'a', file: 'a', status: 'passed', mismatches: [], diagnostics: [] }));
        return { format: 'compute-rights/test/1', passed: scenarios.length, failed: 0, pending: 0, scenarios, unusable };
      }\`;
    return { format: 'module', source, shortCircuit: true };
  }`;

const asModule = (source: string): string => `data:text/javascript,${encodeURIComponent(source)}`;

const testing = (milliseconds: number): string => {
  const hooks = JSON.stringify(asModule(workFor(milliseconds)));
  const register = asModule(`import { register } from 'node:module'; register(${hooks});`);
  return quoted([process.execPath, '--import', register, CLI, 'test', 'scenarios']);
};

const ERASE = '\r\u001B[2K';
const RESULT = '3 passed, 0 failed, 0 pending\r\n';

/** What appears on a terminal; the work ends once a line has appeared that says how far it is. */
const onTerminal = (
  commandLine: string,
  more: { env?: Record<string, string>; columns?: number } = {},
): Promise<string> =>
  inTerminal(commandLine, {
    cwd: WORKPLACE,
    ...more,
    onShown: (screen) => {
      if (screen.includes('running scenarios:')) writeFileSync(seen, '');
    },
  });

/** The lines that were drawn one in place of the other, without the seconds. */
const drawnIn = (screen: string): readonly string[] => screen.replaceAll(/\(\d+ s\)/gu, '').split(ERASE);

describe('progress', { timeout: 60_000 }, () => {
  test('is shown on a terminal though the engine is busy, and taken back', async () => {
    const drawn = drawnIn(await onTerminal(testing(30_000)));

    expect(drawn[0]).toBe('');
    expect(drawn.at(-1)).toBe(RESULT);
    expect(drawn.slice(1, -1)).toContain('running scenarios: 3 of 7 ');
    expect(drawn.slice(1, -1).filter((line) => !line.startsWith('running scenarios'))).toEqual([]);
  });

  test('is cut to one line of a narrow terminal', async () => {
    const drawn = drawnIn(await onTerminal(testing(30_000), { columns: 20 }));

    expect(drawn.slice(1, -1)).toContain('running scenarios: ');
  });

  test('leaves a result alone that goes into a pipe', async () => {
    const drawn = drawnIn(await onTerminal(`${testing(30_000)} | cat >&2`));

    expect(drawn.slice(1, -1)).toContain('running scenarios: 3 of 7 ');
    expect(drawn.at(-1)).toBe(RESULT);
  });

  test.each([
    ['of what is done in less than a second', testing(100), {}],
    ['where stderr is no terminal', `${testing(1600)} 2>/dev/null`, {}],
    ['in CI', testing(1600), { CI: 'true' }],
    ['on a terminal that takes nothing back', testing(1600), { TERM: 'dumb' }],
  ])('is not shown %s', async (_, commandLine, env) => {
    expect(await onTerminal(commandLine, { env })).toBe(RESULT);
  });
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { inTerminal, quoted } from '../support/in-terminal.ts';
import { WORKPLACE } from './workplace.ts';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

/** Has every run of scenarios say that it has come to the third of seven, and keep the thread busy. */
const workFor = (milliseconds: number): string => `
  export async function load(url, context, next) {
    if (!url.endsWith('/regression/run-cases.js')) return next(url, context);
    const source = \`
      export async function runCases({ cases, unusable }, progress) {
        progress('running scenarios', 3, 7);
        for (const from = Date.now(); Date.now() - from < ${String(milliseconds)};);
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
const DRAWN = `${ERASE}running scenarios: 3 of 7 (1 s)`;
const RESULT = '3 passed, 0 failed, 0 pending\r\n';
const onTerminal = (
  commandLine: string,
  more: { env?: Record<string, string>; columns?: number } = {},
): string => inTerminal(commandLine, { cwd: WORKPLACE, ...more });

describe('progress', { timeout: 60_000 }, () => {
  test('is shown on a terminal after a second, though the engine is busy, and taken back', () => {
    const shown = onTerminal(testing(1600));

    expect(shown.startsWith(DRAWN)).toBe(true);
    expect(shown.replaceAll(DRAWN, '')).toBe(`${ERASE}${RESULT}`);
  });

  test('is cut to one line of a narrow terminal', () => {
    const shown = onTerminal(testing(1600), { columns: 20 });

    expect(shown.split(ERASE)[1]).toBe('running scenarios: ');
  });

  test.each([
    ['of what is done in less', testing(100), {}],
    ['where stderr is no terminal', `${testing(1600)} 2>/dev/null`, {}],
    ['in CI', testing(1600), { CI: 'true' }],
    ['on a terminal that takes nothing back', testing(1600), { TERM: 'dumb' }],
  ])('is not shown %s', (_, commandLine, env) => {
    expect(onTerminal(commandLine, { env })).toBe(RESULT);
  });

  test('leaves a result alone that goes into a pipe', () => {
    const shown = onTerminal(`${testing(1600)} | cat >&2`);

    expect(shown.replaceAll(DRAWN, '')).toBe(`${ERASE}${RESULT}`);
  });
});

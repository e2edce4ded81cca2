import { spawn } from 'node:child_process';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');
const BRIEF = ['evaluate', 'request.yaml', '--provider', 'rival', '--explain', 'brief'];

describe('the built program', { timeout: 30_000 }, () => {
  test('prints what the source prints', async () => {
    const built = await runBuilt(BRIEF);

    expect(built).toEqual(await runInProcess(BRIEF, WORKPLACE));
    expect(built.code).toBe(1);
  });

  test('reads standard input', async () => {
    const request = 'actor: buyer\ndate: 2025-03-31\nacts: [distribute]\nproviders: [incumbent]\n';

    const built = await runBuilt(['evaluate', '-', '--explain', 'brief'], { stdin: request });

    expect(built).toMatchObject({ code: 0, stderr: '' });
  });

  test('stops reading where there is too much', async () => {
    const built = await runBuilt(['evaluate', '-'], { stdin: 'a'.repeat(3_000_000) });

    expect(built).toMatchObject({ code: 2, stdout: '' });
    expect(built.stderr).toContain('file/too-large');
  });

  test('loads nothing but the argument parser to show its help', async () => {
    const built = await runBuilt(['evaluate', '--help'], { hooks: NAME_PACKAGES });

    const packages = [...built.stderr.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(
      (match) => match[1],
    );
    expect(new Set(packages)).toEqual(new Set(['commander']));
  });

  test('says nothing where its reader has seen enough', async () => {
    const built = await runBuilt(['evaluate', 'request.yaml', '--format', 'json'], { reads: false });

    expect(built).toEqual({ code: 0, stdout: '', stderr: '' });
  });
});

describe('a bug in the engine', { timeout: 30_000 }, () => {
  test('ends with exit code 70 and asks for a report', async () => {
    const built = await runBuilt(BRIEF, { hooks: BREAK_ENGINE });

    expect(built).toEqual({
      code: 70,
      stdout: '',
      stderr: 'compute-rights: internal error, please report it: broken on purpose\n',
    });
  });

  test('shows where it is only with DEBUG', async () => {
    const built = await runBuilt(BRIEF, { hooks: BREAK_ENGINE, env: { DEBUG: '1' } });

    expect(built.code).toBe(70);
    expect(built.stderr).toMatch(/^ {4}at evaluateRequest/m);
  });
});

/** Names every file of a package that is loaded. */
const NAME_PACKAGES = `
  import { writeSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    if (found.url.includes('/node_modules/')) writeSync(2, found.url + '\\n');
    return found;
  }`;

/** Puts a bug in place of the engine. */
const BREAK_ENGINE = `
  export async function load(url, context, next) {
    if (!url.endsWith('/evaluate-request.js')) return next(url, context);
    const source = 'export function evaluateRequest() { throw new Error("broken on purpose"); }';
    return { format: 'module', source, shortCircuit: true };
  }`;

interface Circumstances {
  readonly stdin?: string;
  /** Module hooks to load before the program. */
  readonly hooks?: string;
  readonly env?: Readonly<Record<string, string>>;
  /** False for a reader that goes away at once. */
  readonly reads?: boolean;
}

async function runBuilt(
  argv: readonly string[],
  { stdin = '', hooks, env = {}, reads = true }: Circumstances = {},
) {
  const register = `import { register } from 'node:module'; register(${JSON.stringify(asModule(hooks ?? ''))});`;
  const options = hooks === undefined ? [] : ['--import', asModule(register)];
  const child = spawn(process.execPath, [...options, CLI, ...argv], { cwd: WORKPLACE, env });
  const printed = { stdout: '', stderr: '' };
  child.stdout.on('data', (chunk: Buffer) => (printed.stdout += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (printed.stderr += chunk.toString()));
  if (!reads) child.stdout.destroy();
  child.stdin.on('error', () => {});
  child.stdin.end(stdin);
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  return { code, ...printed };
}

function asModule(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

import { ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { Figure } from './figures.ts';
import { medians } from './medians.ts';

const CLI = path.resolve(import.meta.dirname, '../../src/cli.js');
const REQUEST = 'fixtures/openai/requests/oracle-abilene-training.yaml';
const MOST_TIMES_NODE = 4;
const UNWANTED = ['json-rules-engine', 'yaml', 'zod'];

/** Measures how long commands take from start to end, by turns with a node that does nothing. */
export async function measureProgram(): Promise<readonly Figure[]> {
  const time = await medians(
    {
      node: () => run(['--eval', '0']),
      help: () => run([CLI, '--help']),
      evaluate: () => run([CLI, 'evaluate', REQUEST]),
      check: () => run([CLI, 'check']),
    },
    { rounds: 9, calls: { node: 1, help: 1, evaluate: 1, check: 1 } },
  );
  const packages = packagesLoadedBy(['--help']);
  const met = time.help / time.node <= MOST_TIMES_NODE;
  return [
    { figure: 'node that does nothing', value: time.node },
    { figure: '`--help`; × node', value: time.help, ratio: time.help / time.node, aim: '≤ 4', met },
    { figure: '`evaluate`; × node', value: time.evaluate, ratio: time.evaluate / time.node },
    { figure: '`check`; × node', value: time.check, ratio: time.check / time.node },
    {
      figure: 'packages that `--help` loads',
      value: packages.join(', '),
      aim: `none of ${UNWANTED.join(', ')}`,
      met: !packages.some((name) => UNWANTED.includes(name)),
    },
  ];
}

function run(args: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8' });
  ok(status === 0, `node ${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return stdout + stderr;
}

function packagesLoadedBy(argv: readonly string[]): readonly string[] {
  const hooks = asModule(NAME_PACKAGES);
  const register = asModule(`import { register } from 'node:module'; register(${JSON.stringify(hooks)});`);
  const printed = run(['--import', register, CLI, ...argv]);
  const names = [...printed.matchAll(/loads .*\/node_modules\/((?:@[^/]+\/)?[^/]+)/g)].map(
    ([, name = '']) => name,
  );
  return [...new Set(names)].toSorted();
}

/** Names every file of a package that is loaded. */
const NAME_PACKAGES = `
  import { writeSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    const found = await next(specifier, context);
    if (found.url.includes('/node_modules/')) writeSync(2, 'loads ' + found.url + '\\n');
    return found;
  }`;

function asModule(source: string): string {
  return `data:text/javascript,${encodeURIComponent(source)}`;
}

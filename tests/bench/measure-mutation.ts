import { ok } from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import path from 'node:path';
import type { MutationReport } from '../../src/mutation/report.ts';
import type { Figure } from './figures.ts';

const CLI = path.resolve(import.meta.dirname, '../../src/cli.js');
const SCENARIOS = 'fixtures/openai/scenarios';
const MOST_SECONDS = 60;

/** Measures how long it takes to try every mistake in the shipped pack on all its scenarios, and what came of it. */
export function measureMutation(): readonly Figure[] {
  const once = timed(['test', SCENARIOS]);
  const mutated = timed(['test', SCENARIOS, '--mutate', '--format', 'json']);
  const [pack] = (JSON.parse(mutated.stdout) as MutationReport).packs;
  const { killed = 0, equal = 0, notLegal = 0, percent = 0, scenarios = 0 } = pack ?? {};
  const value = mutated.milliseconds;
  return [
    {
      figure: 'every mutant of the shipped pack; × its scenarios run once',
      value,
      ratio: value / once.milliseconds,
      aim: `≤ ${String(MOST_SECONDS)} s`,
      met: value <= MOST_SECONDS * 1000,
    },
    {
      figure: 'mutants of the shipped pack',
      value: `${String(killed)} killed by ${String(scenarios)} scenarios, ${String(equal)} proved equal, ${String(notLegal)} do not load`,
    },
    {
      figure: 'of the mutants that can be killed',
      value: `${String(percent)} %`,
      aim: '100 %',
      met: percent === 100,
    },
  ];
}

function timed(args: readonly string[]): { readonly milliseconds: number; readonly stdout: string } {
  const start = performance.now();
  const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
    encoding: 'utf8',
    maxBuffer: 1 << 27,
  });
  ok(status === 0, `${args.join(' ')} ended with ${String(status)}: ${stderr}`);
  return { milliseconds: performance.now() - start, stdout };
}

import { describe, expect, test } from 'vitest';
import { renderDiagnostic } from '../diagnostics/render-diagnostic.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { prepareTests } from '../commands/prepare-tests.ts';
import type { Surroundings } from '../commands/surroundings.ts';
import type { Case } from '../regression/read-cases.ts';
import { complaintsIn } from '../regression/report-words.ts';
import { runCase } from '../regression/run-cases.ts';

/** Which scenarios a suite runs, and by which rules. Paths are those of vitest's root, where it was started. */
export interface DescribedScenarios {
  /** Files or folders, as for `compute-rights test`; left out, `scenarios`, and those in the folders of `fixtures`. */
  readonly scenarios?: string | readonly string[];
  /** A pack, or a folder of packs; left out, `rules`. */
  readonly rules?: string;
  /** As `--only` of the command line: parts of ids, or what scenarios are about. */
  readonly only?: readonly string[];
}

/**
 * Makes a vitest test of each scenario, in a `describe` for each file; one that is pending is skipped. A file that
 * cannot be used is a test that fails. Throws where there is no scenario to run, or a pack does not load.
 *
 * ```ts
 * await describeScenarios({ rules: 'rules/example', scenarios: 'scenarios' });
 * ```
 */
export async function describeScenarios({
  scenarios = [],
  rules,
  only = [],
}: DescribedScenarios): Promise<void> {
  const paths = typeof scenarios === 'string' ? [scenarios] : scenarios;
  const asked = { paths, only, ...(rules !== undefined && { rules }) };
  const prepared = await prepareTests(asked, silentSurroundings());
  if (!prepared.ok) throw new Error(rendered(prepared.diagnostics));
  const { cases, unusable } = prepared.value.cases;
  const runs = cases.some(({ scenario }) => scenario.pending === undefined);
  if (!runs && unusable.length === 0) throw new Error('there are no scenarios to run');
  for (const { file, diagnostics } of unusable) test(file, () => expect.fail(rendered(diagnostics)));
  const files = [...new Set(cases.map(({ file }) => file))];
  for (const file of files) {
    describe(file, () => {
      for (const each of cases.filter((one) => one.file === file)) testCase(each);
    });
  }
}

function testCase(each: Case): void {
  const { id, pending } = each.scenario;
  if (pending !== undefined) {
    test.skip(`${id} (pending: ${pending})`);
    return;
  }
  test(id, async () => {
    const result = await runCase(each);
    if (result.status === 'failed') expect.fail(complaintsIn(result).join('\n'));
  });
}

function rendered(diagnostics: readonly Diagnostic[]): string {
  return diagnostics.map(renderDiagnostic).join('\n\n');
}

/** Nothing is read from standard input, and all that is said is thrown. */
function silentSurroundings(): Surroundings {
  const sink = { write: () => true };
  return {
    stdin: (async function* () {})(),
    stdout: sink,
    stderr: sink,
    cwd: process.cwd(),
    env: {},
    isTerminal: false,
    today: () => {
      throw new Error('no scenario asks for the day');
    },
  };
}

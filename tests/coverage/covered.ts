import { coverPack } from '../../src/coverage/cover-pack.ts';
import type { PackCoverage } from '../../src/coverage/coverage.ts';
import { askedBy } from '../../src/coverage/decided/asked.ts';
import { findDecided } from '../../src/coverage/decided/parts-decided.ts';
import type { CoverOptions } from '../../src/coverage/looked-at.ts';
import { partsOf } from '../../src/coverage/parts/parts-of.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Scenario } from '../../src/pack/scenario.ts';
import { readCases } from '../../src/regression/read-cases.ts';
import { runCases } from '../../src/regression/run-cases.ts';
import { valueOf } from '../pack/good-pack.ts';

/** Covers a pack with scenarios given as the entries of a file; each of them has to hold. */
export async function covered(
  pack: Pack,
  entries: string,
  options: CoverOptions = {},
): Promise<PackCoverage> {
  return coverPack(pack, entries === '' ? [] : await holding(pack, entries), options);
}

/** The parts that decide the only one of some entries, as `kind part`. */
export async function decidedParts(pack: Pack, entry: string): Promise<readonly string[]> {
  const [scenario] = await holding(pack, entry);
  if (scenario === undefined) throw new Error('there is no scenario');
  const asked = askedBy(pack, valueOf(checkScenarioRequest(pack, scenario)), scenario);
  const decided = findDecided(pack)(asked, partsOf(pack)) ?? [];
  return [...decided].map(({ kind, id }) => `${kind} ${id}`);
}

async function holding(pack: Pack, entries: string): Promise<readonly Scenario[]> {
  const text = `pack: ${pack.id}\nscenarios:\n${entries}`;
  const read = readCases([{ file: 'covered.yaml', text, packs: [pack] }]);
  const report = await runCases(read);
  const wrong = [...report.scenarios.filter(({ status }) => status === 'failed'), ...report.unusable];
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong, undefined, 1));
  return read.cases.map(({ scenario }) => scenario);
}

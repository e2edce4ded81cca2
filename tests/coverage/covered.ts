import { coverPack } from '../../src/coverage/cover-pack.ts';
import type { PackCoverage } from '../../src/coverage/coverage.ts';
import type { CoverOptions } from '../../src/coverage/looked-at.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { readCases } from '../../src/regression/read-cases.ts';
import { runCases } from '../../src/regression/run-cases.ts';

/** Covers a pack with scenarios given as the entries of a file; each of them has to hold. */
export async function covered(
  pack: Pack,
  entries: string,
  options: CoverOptions = {},
): Promise<PackCoverage> {
  if (entries.trim() === '') return coverPack(pack, [], options);
  const read = readCases([
    { file: 'covered.yaml', text: `pack: ${pack.id}\nscenarios:\n${entries}`, packs: [pack] },
  ]);
  const report = await runCases(read);
  const wrong = [...report.scenarios.filter(({ status }) => status === 'failed'), ...report.unusable];
  if (wrong.length > 0) throw new Error(JSON.stringify(wrong, undefined, 1));
  return coverPack(
    pack,
    read.cases.map(({ scenario }) => scenario),
    options,
  );
}

/** Parts that some scenario makes decide, as `kind part`. */
export async function decidedParts(pack: Pack, entries: string): Promise<readonly string[]> {
  const none = await covered(pack, '', { missed: 0 });
  const { parts } = await covered(pack, entries, { missed: 0 });
  const named = (all: readonly { readonly kind: string; readonly part: string }[]): readonly string[] =>
    all.map(({ kind, part }) => `${kind} ${part}`);
  const left = new Set(named([...parts.missed, ...parts.idle]));
  return named([...none.parts.missed, ...none.parts.idle]).filter((each) => !left.has(each));
}

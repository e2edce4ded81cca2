import type { Checked, Diagnostic } from '../diagnostics/diagnostic.ts';
import { checkScenarioPack } from '../pack/check-scenario-request.ts';
import { readScenarios } from '../pack/check-scenarios.ts';
import type { Pack } from '../pack/pack.ts';
import type { Scenario } from '../pack/scenario.ts';
import { checkUniqueAcrossFiles } from './check-unique.ts';
import type { UnusableFile } from './report.ts';

/** The text of a file of scenarios, the name for messages, and the packs among which the one is that it names. */
export interface ScenarioText {
  readonly file: string;
  readonly text: string;
  readonly packs: readonly Pack[];
}

/** A scenario with the pack that it is about and the file that it is from. */
export interface Case {
  readonly file: string;
  /** The line of its id, or for a cell of a matrix of the rule that speaks of it; from 1. */
  readonly line?: number;
  readonly pack: Pack;
  readonly scenario: Scenario;
  /** What keeps it from being run: another file has its id. */
  readonly repeated: readonly Diagnostic[];
}

export interface Cases {
  readonly cases: readonly Case[];
  readonly unusable: readonly UnusableFile[];
}

/** Reads scenarios from some files in the order given, each file for the pack that it names. */
export function readCases(files: readonly ScenarioText[]): Cases {
  const cases: Case[] = [];
  const unusable: UnusableFile[] = [];
  const seen = new Map<string, Scenario>();
  for (const { file, text, packs } of files) {
    const usable = readForOneOf(packs, text, file);
    if (!usable.ok) {
      unusable.push({ file, diagnostics: usable.diagnostics });
      continue;
    }
    const { pack, scenarios } = usable.value;
    for (const scenario of scenarios) {
      const repeated = checkUniqueAcrossFiles(scenario, pack, seen);
      cases.push({ file, ...lineOf(scenario), pack, scenario, repeated });
    }
  }
  return { cases, unusable };
}

function readForOneOf(
  packs: readonly Pack[],
  text: string,
  file: string,
): Checked<{ readonly pack: Pack; readonly scenarios: readonly Scenario[] }> {
  const read = readScenarios(text, file);
  if (!read.ok) return read;
  const pack = packs.find(({ id }) => id === read.value.pack);
  if (pack === undefined)
    return { ok: false, diagnostics: packs.flatMap((each) => checkScenarioPack(each, read.value)) };
  return { ok: true, value: { pack, scenarios: read.value.scenarios }, warnings: [] };
}

function lineOf({ spot }: Scenario): { readonly line?: number } {
  const where = spot.written.placeOf([...spot.path, 'id'], 'value');
  return 'place' in where ? { line: where.place.line } : {};
}

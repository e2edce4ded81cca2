import { readingsInStages } from '../analysis/findings/idle-readings.ts';
import type { Pack } from '../pack/pack.ts';
import { FALSE } from '../diagram/algebra/diagrams.ts';
import type { MissedPart, PartCoverage } from './coverage.ts';
import { decidingRegion, type DecidingRegion } from './decided/deciding-region.ts';
import { findDecided } from './decided/parts-decided.ts';
import { withinBudget, type AskedScenario, type LookedAt, type Opened } from './looked-at.ts';
import { PART_KINDS, type ContractPart } from './parts/contract-part.ts';
import { partsOf } from './parts/parts-of.ts';
import { candidateGroups } from './regions/candidate-groups.ts';
import { partScenario, type Deciding } from './witnesses/part-scenario.ts';

/** Finds which parts decide some scenario, and of the others which may decide a request at all. */
export async function coverParts(
  looked: LookedAt,
  scenarios: readonly AskedScenario[],
): Promise<{ readonly parts: PartCoverage; readonly unexamined: readonly string[] }> {
  const parts = partsOf(looked.pack);
  const { decided, unexamined } = decidedBySome(looked, parts, scenarios);
  const missed: MissedPart[] = [];
  const idle = new Set<ContractPart>();
  for (const part of parts) {
    if (decided.has(part)) continue;
    const everywhere = looked.opened && whereDeciding(looked.opened, part);
    if (everywhere?.length === 0 && !isBeyondOutcomes(part, looked.pack)) idle.add(part);
    else missed.push(await describe(looked, part, missed.length < looked.most.missed, everywhere));
  }
  const counted = parts.filter((part) => !idle.has(part));
  const shareOf = (own: readonly ContractPart[]) => ({
    of: own.length,
    reached: own.filter((part) => decided.has(part)).length,
  });
  const kinds = PART_KINDS.map((kind) => ({
    kind,
    ...shareOf(counted.filter((each) => each.kind === kind)),
  }));
  const idleParts = [...idle].map(({ kind, id }) => ({ kind, part: id }));
  return { parts: { ...shareOf(counted), kinds, missed, idle: idleParts }, unexamined };
}

function decidedBySome(
  { pack, opened }: LookedAt,
  parts: readonly ContractPart[],
  scenarios: readonly AskedScenario[],
) {
  const decides = findDecided(opened?.open.pack ?? pack);
  const decided = new Set<ContractPart>();
  const unexamined: string[] = [];
  for (const { scenario, asked } of scenarios) {
    const own = decides(
      asked,
      parts.filter((part) => !decided.has(part)),
    );
    if (own === undefined) unexamined.push(scenario.id);
    for (const part of own ?? []) decided.add(part);
  }
  return { decided, unexamined };
}

/** Where a part decides among all requests as the pack assumes, other outcomes first; nothing where that is too much to find out. */
function whereDeciding({ open, cases }: Opened, part: ContractPart): readonly Deciding[] | undefined {
  return withinBudget(() => {
    const all = candidateGroups(open).map((group) => ({ group, ...decidingRegion(open, group.of, part) }));
    const among = (which: keyof DecidingRegion): readonly Deciding[] =>
      all
        .map((each) => ({ group: each.group, region: open.diagrams.and(each[which], cases.stated) }))
        .filter(({ region }) => region !== FALSE);
    return [...among('outcome'), ...among('answer')];
  });
}

/** A reading in a stage of a procedure turns answers that no diagram of all requests holds. */
function isBeyondOutcomes({ change }: ContractPart, pack: Pack): boolean {
  return change.is === 'option' && readingsInStages(pack).has(change.variable.about.id);
}

async function describe(
  { opened }: LookedAt,
  part: ContractPart,
  isProposed: boolean,
  everywhere: readonly Deciding[] = [],
): Promise<MissedPart> {
  const { kind, id } = part;
  if (opened === undefined || !isProposed) return { kind, part: id };
  const scenario = await partScenario(opened.open, opened.cases, part, everywhere);
  return { kind, part: id, ...(scenario !== undefined && { scenario }) };
}

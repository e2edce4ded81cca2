import type { Cases } from '../../analysis/open/cases.ts';
import type { OpenPack } from '../../analysis/open/open-pack.ts';
import type { RequestDocument } from '../../analysis/finding.ts';
import { requestDocument } from '../../analysis/witnesses/request-document.ts';
import { FALSE, TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { witnessOf } from '../../diagram/algebra/read-diagrams.ts';
import type { Pack } from '../../pack/pack.ts';
import { checkRequest } from '../../pack/check-request.ts';
import { proposeScenario } from '../../regression/propose-scenario.ts';
import { askedBy, type Asked } from '../decided/asked.ts';
import type { DecisionRegion } from '../regions/decision-regions.ts';
import { proposalId, WHY_TO_BE_SAID } from './proposal-id.ts';

/** A scenario that is proposed, with what it asks. */
export interface RegionScenario {
  readonly text: string;
  readonly asked: Asked;
}

/**
 * Gives a scenario whose request lies in a region: it says no more than what the region asks for. `undefined` where no
 * request that could be written is answered so.
 */
export async function regionScenario(
  open: OpenPack,
  pack: Pack,
  cases: Cases,
  region: DecisionRegion,
): Promise<RegionScenario | undefined> {
  const { diagrams } = open;
  for (const within of [diagrams.and(region.within, cases.plain), region.within]) {
    const point = within === FALSE ? undefined : pointOf(open, region, within);
    const request =
      point && requestDocument(open, { ...region.group.of, candidate: region.group.asked }, point);
    if (request === undefined) continue;
    const text = await proposedIn(pack, region, request);
    if (text !== undefined) return { text, asked: askedOf(open, region, request) };
  }
  return undefined;
}

/** The proposal, where the request is answered as the region says. */
async function proposedIn(
  pack: Pack,
  { group, outcomes }: DecisionRegion,
  request: RequestDocument,
): Promise<string | undefined> {
  const id = proposalId('region', request);
  const proposed = await proposeScenario(pack, { id, why: WHY_TO_BE_SAID, request });
  const expected = proposed?.scenario.expect[group.asked];
  if (proposed === undefined || expected === undefined) return undefined;
  const { outcome, possible = [outcome] } = expected;
  return possible.join() === outcomes.join() ? proposed.text : undefined;
}

function askedOf({ pack }: OpenPack, { group }: DecisionRegion, document: RequestDocument): Asked {
  const checked = checkRequest(pack, document);
  if (!checked.ok) throw new Error('a request that was answered is refused');
  const expect = { [group.asked]: { outcome: 'undetermined' } } as const;
  return askedBy(pack, checked.value, { expect, assumptions: 'as-stated' });
}

/** A choice of what the region names, in a case that can be; the day is always told. */
function pointOf(
  { diagrams, variables, date }: OpenPack,
  { cube }: DecisionRegion,
  within: Diagram,
): ReadonlyMap<number, number> {
  const full = witnessOf(diagrams, within, TRUE, new Map()) ?? new Map<number, number>();
  const named = [...cube].map(([level, left]) => [level, full.get(level) ?? left.indexOf(true)] as const);
  const level = variables.indexOf(date);
  const klass = full.get(level);
  return new Map([...named, ...(klass === undefined ? [] : [[level, klass] as const])]);
}

import { checkScenarioRequest } from '../pack/check-scenario-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Scenario } from '../pack/scenario.ts';
import type { PackCoverage } from './coverage.ts';
import { coverParts } from './cover-parts.ts';
import { coverRegions } from './cover-regions.ts';
import { askedBy } from './decided/asked.ts';
import { lookAt, type AskedScenario, type CoverOptions } from './looked-at.ts';

/** Counts what scenarios that hold make decide in their pack, and in how many of its regions they lie. */
export async function coverPack(
  pack: Pack,
  scenarios: readonly Scenario[],
  options: CoverOptions = {},
): Promise<PackCoverage> {
  const looked = lookAt(pack, options);
  // What promises tell apart is told apart in the opened pack too; its answers are the same.
  const asked = scenarios.flatMap((scenario) => askedIn(looked.opened?.open.pack ?? pack, scenario));
  const { id, title, digest } = pack;
  // Regions first: what is left of the nodes does for the parts that no scenario makes decide.
  const regions = await coverRegions(looked, asked);
  const { parts, unexamined } = await coverParts(looked, asked);
  return { id, title, digest, scenarios: scenarios.length, unexamined, parts, regions };
}

/** One that expects diagnostics asks nothing. */
function askedIn(pack: Pack, scenario: Scenario): readonly AskedScenario[] {
  if (scenario.expect === undefined) return [];
  const checked = checkScenarioRequest(pack, scenario);
  return checked.ok ? [{ scenario, asked: askedBy(pack, checked.value, scenario) }] : [];
}

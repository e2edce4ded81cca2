import { casesOf, type Cases } from '../analysis/open/cases.ts';
import { openPack, type OpenPack } from '../analysis/open/open-pack.ts';
import { BudgetSpent } from '../diagram/algebra/diagrams.ts';
import type { Pack } from '../pack/pack.ts';
import type { Scenario } from '../pack/scenario.ts';
import type { Asked } from './decided/asked.ts';

/** What the counting may take, and how much of what is missed is told. */
export interface CoverOptions {
  /** Nodes of decision diagrams beyond which nothing is counted that has to do with all requests. */
  readonly nodes?: number;
  /** Regions of one act with one provider beyond which they are not counted. */
  readonly regions?: number;
  /** How many missed regions are told, and for how many missed parts a scenario is proposed. */
  readonly missed?: number;
}

/** A pack as it is looked at: opened, unless its diagrams are too large. */
export interface LookedAt {
  readonly pack: Pack;
  readonly opened?: Opened;
  readonly most: Required<CoverOptions>;
}

export interface Opened {
  readonly open: OpenPack;
  readonly cases: Cases;
}

/** A scenario that holds, with what it asks. */
export interface AskedScenario {
  readonly scenario: Scenario;
  readonly asked: Asked;
}

/** Nodes that take some seconds and some tens of megabytes. */
const MOST_NODES = 2_000_000;
const MOST_REGIONS = 1_000;
const MOST_TOLD = 3;

/** Looks at a pack over all requests there can be. */
export function lookAt(pack: Pack, options: CoverOptions): LookedAt {
  const most = { nodes: MOST_NODES, regions: MOST_REGIONS, missed: MOST_TOLD, ...options };
  const opened = withinBudget(() => {
    const open = openPack(pack, most.nodes);
    return { open, cases: casesOf(open) };
  });
  return { pack, most, ...(opened !== undefined && { opened }) };
}

/** Gives nothing where diagrams outgrow their budget. */
export function withinBudget<T>(find: () => T): T | undefined {
  try {
    return find();
  } catch (error) {
    if (error instanceof BudgetSpent) return undefined;
    throw error;
  }
}

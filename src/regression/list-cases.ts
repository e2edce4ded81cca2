import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import type { Cases } from './read-cases.ts';
import type { UnusableFile } from './report.ts';
import { placeOf } from './reporters/text-report.ts';

/** Which scenarios there are, without running one. */
export interface Listing {
  readonly format: 'compute-rights/test-list/1';
  readonly scenarios: readonly ListedScenario[];
  readonly unusable: readonly UnusableFile[];
}

export interface ListedScenario {
  readonly id: string;
  readonly pack: string;
  readonly file: string;
  readonly line?: number;
  readonly why?: string;
  /** Why it is not run yet. */
  readonly pending?: string;
}

export function listCases({ cases, unusable }: Cases): Listing {
  const scenarios = cases.map(({ file, line, pack, scenario: { id, why, pending } }) => ({
    id,
    pack: pack.id,
    file,
    ...(line !== undefined && { line }),
    ...(why !== undefined && { why }),
    ...(pending !== undefined && { pending }),
  }));
  return { format: 'compute-rights/test-list/1', scenarios, unusable };
}

/** A line for each scenario: where it stands, and its id. */
export function renderListing({ scenarios }: Listing): string {
  return scenarios.map((each) => `${placeOf(each)} ${escapeUnprintable(each.id)}\n`).join('');
}

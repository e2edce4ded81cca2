import type { Cases } from '../../analysis/open/cases.ts';
import type { OpenPack } from '../../analysis/open/open-pack.ts';
import { requestDocument } from '../../analysis/witnesses/request-document.ts';
import { FALSE, TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { whereTerminal, witnessOf } from '../../diagram/algebra/read-diagrams.ts';
import { terminalOf } from '../../diagram/clauses/outcome-diagram.ts';
import { checkRequest } from '../../pack/check-request.ts';
import { proposeScenario } from '../../regression/propose-scenario.ts';
import { SETTLED_OUTCOMES } from '../../vocabulary/outcome.ts';
import { askedBy } from '../decided/asked.ts';
import { findDecided } from '../decided/parts-decided.ts';
import type { ContractPart } from '../parts/contract-part.ts';
import type { CandidateGroup } from '../regions/candidate-groups.ts';
import { wherever, withReadingsOpen, withReadingsTaken } from '../regions/asked-cases.ts';
import { proposalId, WHY_TO_BE_SAID } from './proposal-id.ts';

/** Where a part decides what an act comes to. */
export interface Deciding {
  readonly group: CandidateGroup;
  readonly region: Diagram;
}

/**
 * Gives the text of a scenario that a part decides, with as little said of readings and deals as can be. `undefined` where
 * no request that could be written is decided by it.
 */
export async function partScenario(
  open: OpenPack,
  cases: Cases,
  part: ContractPart,
  everywhere: readonly Deciding[],
): Promise<string | undefined> {
  const decides = findDecided(open.pack);
  for (const { group, region } of candidateCases(open, cases, everywhere)) {
    const point = witnessOf(open.diagrams, region, TRUE, new Map());
    const request = point && requestDocument(open, { ...group.of, candidate: group.asked }, point);
    const checked = request && checkRequest(open.pack, request);
    if (request === undefined || checked?.ok !== true) continue;
    const expect = { [group.asked]: { outcome: 'undetermined' } } as const;
    const asked = askedBy(open.pack, checked.value, { expect, assumptions: 'as-stated' });
    if (decides(asked, [part])?.has(part) !== true) continue;
    const id = proposalId(part.kind, { part: part.id, request });
    return (await proposeScenario(open.pack, { id, why: WHY_TO_BE_SAID, request }))?.text;
  }
  return undefined;
}

/** Cases in which the part decides one outcome whatever a request leaves open; of each act ordinary ones and open readings first. */
function* candidateCases(open: OpenPack, cases: Cases, everywhere: readonly Deciding[]): Generator<Deciding> {
  const { diagrams } = open;
  const asks = [withReadingsOpen(open, cases), withReadingsTaken(open, cases)];
  const among = [cases.plain, TRUE].flatMap((within) => asks.map((asked) => ({ within, asked })));
  for (const { group, region } of everywhere) {
    for (const outcome of SETTLED_OUTCOMES) {
      const isSo = diagrams.and(region, whereTerminal(diagrams, group.of.outcome, terminalOf(outcome)));
      for (const { within, asked } of isSo === FALSE ? [] : among) {
        const sure = diagrams.and(within, wherever(open, asked, isSo));
        if (sure !== FALSE) yield { group, region: sure };
      }
    }
  }
}

import { FALSE, TRUE, type Diagram } from '../../diagram/algebra/diagrams.ts';
import { witnessOf } from '../../diagram/algebra/read-diagrams.ts';
import { askedPoint } from '../../diagram/witnesses/asked-point.ts';
import { evaluateRequest } from '../../evaluation/evaluate-request.ts';
import { checkRequest } from '../../pack/check-request.ts';
import type { Pack } from '../../pack/pack.ts';
import type { SettledOutcome } from '../../vocabulary/outcome.ts';
import type { RequestDocument } from '../finding.ts';
import type { Cases } from '../open/cases.ts';
import type { OpenAct, OpenPack } from '../open/open-pack.ts';
import type { Point } from './point.ts';
import { requestDocument } from './request-document.ts';

/** What is to be shown: an act with a candidate, and where it comes to an outcome. */
export interface Shown {
  readonly of: Pick<OpenAct, 'actor' | 'act' | 'candidate'>;
  readonly outcome: SettledOutcome;
  /** Where it does, whether or not that can be. */
  readonly region: Diagram;
  /** Cases that count. */
  readonly among: Diagram;
  readonly assumptions?: 'as-stated' | 'open';
}

/**
 * Gives a request that shows an outcome, as the pack itself answers it: the outcome is among those that are possible. An
 * ordinary case is tried first. `undefined` where no request does, because the case rests on what no request can settle.
 */
export async function showOutcome(
  open: OpenPack,
  pack: Pack,
  cases: Cases,
  shown: Shown,
): Promise<RequestDocument | undefined> {
  const { diagrams } = open;
  const all = diagrams.and(shown.region, shown.among);
  for (const within of [diagrams.and(all, cases.plain), all]) {
    const point = within === FALSE ? undefined : pointOf(open, shown.region, within);
    const request = point && requestDocument(open, shown.of, point);
    if (request !== undefined && (await isAnswered(pack, request, shown))) return request;
  }
  return undefined;
}

/** A case of a region by what the region asks for on its way to true; the date is always told. */
function pointOf({ diagrams, variables, date }: OpenPack, region: Diagram, within: Diagram): Point {
  const full = witnessOf(diagrams, within, TRUE, new Map()) ?? new Map<number, number>();
  const point = askedPoint(diagrams, region, full);
  const dateLevel = variables.indexOf(date);
  const dateClass = full.get(dateLevel);
  return dateClass === undefined ? point : point.set(dateLevel, dateClass);
}

async function isAnswered(pack: Pack, request: RequestDocument, shown: Shown): Promise<boolean> {
  const checked = checkRequest(pack, request);
  if (!checked.ok) return false;
  const { assumptions = 'as-stated' } = shown;
  const { answers } = await evaluateRequest(pack, checked.value, { assumptions });
  return answers[0]?.acts[0]?.possible.includes(shown.outcome) === true;
}

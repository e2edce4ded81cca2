import { factOf } from '../../pack/lookup.ts';
import type { Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import { keysFor } from '../../measure/keys-of.ts';
import { measured, measureOf } from '../../measure/measured.ts';
import { difference } from '../../measure/scaled.ts';
import { NO_END, type Span } from '../../measure/span.ts';
import { factsTestedIn } from '../variables/facts-tested.ts';
import { factVariablesOf, type FactVariable } from '../variables/fact-variables.ts';
import type { Cut } from '../variables/line.ts';
import { cutDomain, type LineDomain } from '../variables/line-domain.ts';
import { variableOf } from '../variables/variable.ts';

/** A number fact on a line of its own for one request. */
export interface SizeVariable extends FactVariable {
  readonly domain: LineDomain;
}

/**
 * Gives the variable of a number by which a request counts in measures, where the number is open: cut also wherever one of
 * those measures changes sides, with what the record holds already. `undefined` where nothing counts by it, or where it is
 * known, or compared with other facts.
 */
export function sizeVariable(pack: Pack, request: Request, fact: string): SizeVariable | undefined {
  const measures = factsTestedIn(pack).sizes.get(fact);
  const variable = factVariablesOf(pack).get(fact);
  if (measures === undefined || variable?.domain.is !== 'line' || variable.domain.group.length > 1)
    return undefined;
  if (!isOpenSize(request, fact)) return undefined;
  const cuts = measures.flatMap((id) => shiftedCuts(id, pack, request));
  const domain = cutDomain([...variable.domain.line.cuts, ...cuts], [fact], 'numbers');
  return { ...variableOf({ is: 'fact', id: fact }, fact, domain.classes), domain };
}

/** True for a number that is not known, or that can be made smaller. */
export function isOpenSize({ facts, divisible = [] }: Request, fact: string): boolean {
  return divisible.includes(fact) || !Object.hasOwn(facts, fact);
}

/** True where the record leaves open how much a request can still add to some measure. */
export function hasOpenPast(pack: Pack, request: Request, fact: string): boolean {
  const measures = factsTestedIn(pack).sizes.get(fact) ?? [];
  return measures.some((id) =>
    pastSpans(id, pack, request).some(({ low, high }) => low.at !== high.at || low.side === high.side),
  );
}

/** All that the record can hold of a measure, whoever the candidate is. */
function pastSpans(id: string, pack: Pack, request: Request): readonly Span[] {
  const resolved = measureOf(factOf(pack, id), pack);
  const keys = request.providers.flatMap((provider) => keysFor(resolved.measure, pack, request, provider));
  return keys.flatMap((each) => measured(resolved, request, each).spans);
}

function shiftedCuts(id: string, pack: Pack, request: Request): readonly Cut[] {
  const domain = factVariablesOf(pack).get(id)?.domain;
  const cuts = domain?.is === 'line' ? domain.line.cuts : [];
  const ends = pastSpans(id, pack, request).flatMap(({ low, high }) => [low.at, high.at]);
  const finite = [...new Set(ends)].filter((end) => end < NO_END);
  return cuts.flatMap(({ at }) =>
    finite.flatMap((end): readonly Cut[] => {
      const place = difference(at, end);
      return [
        { at: place, side: 'before' },
        { at: place, side: 'after' },
      ];
    }),
  );
}

import { keysFor } from '../../measure/keys-of.ts';
import { measured, measureOf } from '../../measure/measured.ts';
import { reachesBetween } from '../../measure/span.ts';
import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';
import type { Day } from '../../vocabulary/day.ts';
import { factsTestedIn } from '../variables/facts-tested.ts';
import { factVariablesOf } from '../variables/fact-variables.ts';
import { boundsOf, intervalOfClass } from '../variables/line.ts';
import { isOpenSize } from '../requests/size-variable.ts';
import { changesOver } from './changes-over.ts';
import type { Reach } from './reach.ts';

/**
 * Gives the days of a span on which some measure that a clause looks at changes sides of a figure: periods begin and close,
 * what was counted drops out, the record ends.
 */
export function turnsOfMeasures(pack: Pack, request: Request, span: Reach): readonly Day[] {
  const { tests } = factsTestedIn(pack);
  const tested = pack.facts.filter(({ id, measure }) => measure !== undefined && tests.has(id));
  if (tested.length === 0) return [];
  return changesOver(span, (date) => {
    const onDay = { ...request, date };
    return tested.map((fact) => standOf(fact, pack, onDay)).join(';');
  });
}

/** What the record leaves of a measure: between which figures it may lie, or, where the deal's own size is open, all that is known. */
function standOf(fact: Fact, pack: Pack, request: Request): string {
  const resolved = measureOf(fact, pack);
  const { adds, by } = resolved.measure;
  const isOpen = typeof adds === 'string' && isOpenSize(request, adds);
  const own = typeof adds === 'string' ? Number(request.facts[adds]) : (adds ?? 0);
  const candidates = by.includes('provider') ? request.providers : request.providers.slice(0, 1);
  const stands = candidates
    .flatMap((candidate) => keysFor(resolved.measure, pack, request, candidate))
    .map((keys) => {
      const { spans, isExact, isPlaced } = measured(resolved, request, keys, isOpen ? 0 : own);
      return [isExact, isPlaced, isOpen ? spans : classesLeft(fact, pack, spans)];
    });
  return JSON.stringify(stands);
}

function classesLeft(fact: Fact, pack: Pack, spans: ReturnType<typeof measured>['spans']): string {
  const domain = factVariablesOf(pack).get(fact.id)?.domain;
  if (domain?.is !== 'line') return JSON.stringify(spans);
  const left = domain.classes.map((_, klass) => {
    const { low, high } = boundsOf(domain.line, intervalOfClass(domain.line, klass));
    return spans.some((each) => reachesBetween(each, low, high));
  });
  return left.join();
}

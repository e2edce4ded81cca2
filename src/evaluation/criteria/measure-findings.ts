import { keysFor, openKeys } from '../../measure/keys-of.ts';
import { measured, measureOf, type Measured } from '../../measure/measured.ts';
import { NO_END, hullOf, onlyNumberIn, pointAt, type End, type Span } from '../../measure/span.ts';
import type { Fact, Pack } from '../../pack/pack.ts';
import type { Request } from '../../pack/request.ts';

/** What a request leaves of a measure: the numbers between two ends, and whatever leaves it open. */
export interface MeasureFinding {
  readonly span: Span;
  /** Ids of the unknowns that leave more than one number. */
  readonly dependsOn: readonly string[];
  /** For one value of each key: what the record says. */
  readonly measured?: Measured;
  readonly completeTo?: number;
}

/** Finds what a request leaves of a measure, over all values that its keys may have. */
export function findMeasure(
  fact: Fact,
  pack: Pack,
  request: Request,
  candidate: string | undefined,
): MeasureFinding {
  const given = Object.hasOwn(request.facts, fact.id) ? request.facts[fact.id] : undefined;
  if (typeof given === 'number') return { span: pointAt(given), dependsOn: [] };
  const resolved = measureOf(fact, pack);
  const { adds } = resolved.measure;
  const size = typeof adds === 'string' ? sizeOf(request, adds) : (adds ?? 0);
  const found = keysFor(resolved.measure, pack, request, candidate).map((keys) =>
    measured(resolved, request, keys, size ?? 0),
  );
  const [only, second] = found;
  return {
    ...spanOf(
      fact,
      found,
      size === undefined ? String(adds) : undefined,
      openKeys(resolved.measure, pack, request),
    ),
    ...(only !== undefined && second === undefined && { measured: only }),
    ...(request.happened !== undefined && { completeTo: request.happened.completeTo }),
  };
}

/** What is possible over all keys, and for any size of the request where that is open. */
function spanOf(
  { id }: Fact,
  found: readonly Measured[],
  openSize: string | undefined,
  keys: readonly string[],
): Pick<MeasureFinding, 'span' | 'dependsOn'> {
  const span = openSize === undefined ? hullOf(found.flatMap(({ spans }) => spans)) : ANY;
  if (onlyNumberIn(span) !== undefined) return { span, dependsOn: [] };
  const isOpen = found.some(({ spans: [first, second] }) => {
    return second !== undefined || first === undefined || onlyNumberIn(first) === undefined;
  });
  return {
    span,
    dependsOn: [...(isOpen ? [id] : []), ...(openSize === undefined ? [] : [openSize]), ...keys],
  };
}

/** A request may be of any size, were it less than nothing. */
const ANY: Span = { low: { at: -Infinity, side: 'before' }, high: { at: NO_END, side: 'before' } };

function sizeOf({ facts }: Request, fact: string): number | undefined {
  const size = Object.hasOwn(facts, fact) ? facts[fact] : undefined;
  return typeof size === 'number' ? size : undefined;
}

/** The least number of a span, as a number to compare with: just above an end that is left out. */
export function leastOf({ low }: Span): number {
  return low.side === 'before' ? low.at : beside(low, 1);
}

/** The largest number of a span, alike. */
export function mostOf({ high }: Span): number {
  return high.side === 'after' || high.at === NO_END ? high.at : beside(high, -1);
}

/** A number so near to an end that no figure of 15 digits lies between. */
function beside({ at }: End, toward: 1 | -1): number {
  return at === 0 ? toward * Number.MIN_VALUE : at * (1 + toward * Number.EPSILON);
}

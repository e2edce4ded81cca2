import { inBackticks, listed } from '../../diagnostics/plain-text.ts';
import type { Expectation, Scalar, Scenario } from '../scenario.ts';
import { overlaidSpot, type Overlay } from '../written/overlaid-spot.ts';
import { relatedTo, type Report } from '../written/report.ts';
import { child, isMap, itemsOf, type Path, type Spot } from '../written/written.ts';
import type { Axis } from './read-axes.ts';
import type { Rule } from './read-rules.ts';

/** Cells of all matrices of one file together; one whose request has more parts counts as several. */
export const MOST_CELLS = 5_000;
const PARTS_OF_A_CELL = 50;
const MOST_PARTS_OF_A_CELL = 1_000;

/** How much of `MOST_CELLS` a matrix takes up; more than all of it where a request would be out of all proportion. */
export function sizeOf(entry: Spot, axes: readonly Axis[]): number {
  const cells = axes.reduce((product, { values }) => product * values.length, 1);
  const put = axes.map(({ values }) =>
    Math.max(...values.slice(0, MOST_CELLS).map((each) => each.overlays.length)),
  );
  const facts = child(child(entry, 'request'), 'facts').value;
  const parts = put.reduce((sum, each) => sum + each, isMap(facts) ? Object.keys(facts).length : 0);
  return parts > MOST_PARTS_OF_A_CELL ? Infinity : cells * Math.ceil((parts + 1) / PARTS_OF_A_CELL);
}

/** What an entry says of all its cells. */
export type Shared = Pick<Scenario, 'id' | 'why' | 'assumptions' | 'pending' | 'diagnostics'>;

interface Place {
  readonly values: ReadonlyMap<string, Scalar>;
  readonly overlays: readonly Overlay[];
  readonly rules: readonly Rule[];
}

/** Makes a scenario of each cell of a matrix. A cell has exactly one expectation, and asks about one provider. */
export function expandMatrix(
  entry: Spot,
  shared: Shared,
  axes: readonly Axis[],
  rules: readonly Rule[],
  report: Report,
): readonly Scenario[] {
  if (!areStatedOnce(entry, axes, report)) return [];
  const places = combine(axes).map((place) => ({ ...place, rules: rulesFor(place.values, rules) }));
  if (rules.length > 0) reportGaps(entry, places, report);
  reportOverlaps(places, report);
  const asked = places.map((place) => {
    const at = place.rules[0]?.spot ?? child(entry, 'id');
    const spot = overlaidSpot(entry, place.overlays);
    return { ...place, at, spot, provider: providerOf(spot) };
  });
  reportUnclear(entry, asked, report);
  return asked.flatMap((cell) =>
    cell.provider === undefined ? [] : [scenarioAt(cell, cell.provider, shared)],
  );
}

interface Asked extends Place {
  /** The entry with the values of the cell in its request. */
  readonly spot: Spot;
  /** Where people look for the cell. */
  readonly at: Spot;
  readonly provider: string | undefined;
}

function combine(axes: readonly Axis[]): readonly Omit<Place, 'rules'>[] {
  return axes.reduce<readonly Omit<Place, 'rules'>[]>(
    (places, { name, values }) =>
      places.flatMap((place) =>
        values.map(({ value, overlays }) => ({
          values: new Map([...place.values, [name, value]]),
          overlays: [...place.overlays, ...overlays],
        })),
      ),
    [{ values: new Map(), overlays: [] }],
  );
}

function rulesFor(values: Place['values'], rules: readonly Rule[]): readonly Rule[] {
  return rules.filter(({ when }) =>
    [...when].every(([name, allowed]) => {
      const value = values.get(name);
      return value !== undefined && allowed.has(value);
    }),
  );
}

function scenarioAt(cell: Asked, provider: string, shared: Shared): Scenario {
  const { at } = cell;
  const [rule] = cell.rules;
  const id = `${shared.id}[${inWords(cell)}]`;
  const spot = overlaidSpot(cell.spot, [
    { path: ['id'], value: id, at },
    { path: ['matrix'], value: undefined, at },
    { path: ['expect'], value: undefined, at },
    ...(rule?.expectation === undefined ? [] : [{ path: ['expect', provider], value: at.value, at }]),
  ]);
  return {
    ...shared,
    ...(rule === undefined ? {} : expectedBy(rule, provider)),
    id,
    request: child(spot, 'request').value,
    spot,
    cell: { values: cell.values, ...(rule !== undefined && { rule: rule.spot }) },
  };
}

function expectedBy(
  { spot, expectation, diagnostics }: Rule,
  provider: string,
): Pick<Scenario, 'why' | 'expect' | 'diagnostics'> {
  const why = child(spot, 'why').value;
  const expect = Object.create(null) as Record<string, Expectation>;
  if (expectation !== undefined) expect[provider] = expectation;
  return {
    ...(typeof why === 'string' && { why }),
    ...(diagnostics === undefined ? { expect } : { diagnostics }),
  };
}

function providerOf(entry: Spot): string | undefined {
  const [only, ...others] = itemsOf(child(child(entry, 'request'), 'providers'));
  return typeof only?.value === 'string' && others.length === 0 ? only.value : undefined;
}

/** What an axis or a deal gives, nothing else states as well: not the request, and not a deal beside an axis. */
function areStatedOnce(entry: Spot, axes: readonly Axis[], report: Report): boolean {
  const stated = new Map<string, Overlay | undefined>();
  let once = true;
  for (const { name, values } of axes) {
    const own = new Map(values.flatMap(({ overlays }) => overlays.map((each) => [String(each.path), each])));
    for (const [key, each] of own) {
      const before = stated.get(key)?.at ?? written(entry, each.path);
      if (before !== undefined) {
        const part = inBackticks(each.path.slice(1).join('.'));
        const message = `${part} is stated outside the axis ${inBackticks(name)} as well`;
        report('scenario/stated-twice', each.at, message, { related: [relatedTo(before, 'it stands here')] });
        once = false;
      }
      stated.set(key, each);
    }
  }
  return once;
}

function written(entry: Spot, path: Path): Spot | undefined {
  const spot = path.reduce<Spot>(child, entry);
  return spot.value === undefined ? undefined : spot;
}

function reportUnclear(entry: Spot, cells: readonly Asked[], report: Report): void {
  const unclear = cells.filter(({ provider }) => provider === undefined).map(inWords);
  if (unclear.length === 0) return;
  const message = `the request does not name exactly one provider for ${listed(unclear, 'and')}`;
  report('scenario/one-provider', child(entry, 'matrix'), message, { part: 'key' });
}

function reportGaps(entry: Spot, places: readonly Place[], report: Report): void {
  const gaps = places.filter(({ rules }) => rules.length === 0).map(inWords);
  if (gaps.length === 0) return;
  const message = `nothing is expected of ${listed(gaps, 'and')}`;
  report('scenario/uncovered-cell', child(entry, 'expect'), message, { part: 'key' });
}

/** Each pair of rules is told of once. */
function reportOverlaps(places: readonly Place[], report: Report): void {
  const told = new Map<Rule, Set<Rule>>();
  for (const place of places) {
    const [first, ...others] = place.rules;
    for (const other of others) {
      if (first === undefined || told.get(first)?.has(other) === true) continue;
      told.set(first, (told.get(first) ?? new Set()).add(other));
      const related = [relatedTo(first.spot, 'the first rule')];
      const message = `a second rule speaks of ${inBackticks(inWords(place))}`;
      report('scenario/covered-twice', other.spot, message, { related });
    }
  }
}

function inWords({ values }: Place): string {
  return [...values].map(([name, value]) => `${name}=${String(value)}`).join(',');
}

/** True for an entry that stands for a matrix. */
export function isMatrixEntry({ value }: Spot): boolean {
  return isMap(value) && Object.hasOwn(value, 'matrix');
}

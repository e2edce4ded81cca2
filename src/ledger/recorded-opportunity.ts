import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { child, type Path, type Spot, type Written } from '../pack/written/written.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Ledger } from './ledger.ts';
import { standingEntries, type Standing } from './standing-entries.ts';

/**
 * Gives an opportunity as a request would state it, from what stands in a ledger, as recorded by a day. Its record is
 * complete to the latest day that an entry says; unsaid, to its last event, or to the day on which it was opened.
 */
export function recordedOpportunity(ledger: Ledger, id: string, knownOn?: Day): Checked<Written> {
  const standing = standingEntries(ledger.entries, knownOn);
  const own = standing.filter(({ entry }) => entry.opportunity === id);
  const opening = own.find(({ entry }) => entry.says.is === 'open');
  if (opening === undefined) return unknown(ledger, id, standing, knownOn);
  const events = own
    .filter(({ entry }) => entry.says.is === 'event')
    .map(({ entry }) => child(entry.spot, 'event'));
  const last = completeTo(own, opening, ledger);
  const data = {
    id,
    counterparty: opening.entry.says.is === 'open' ? opening.entry.says.counterparty : '',
    'complete-to': isoFromDay(last.day),
    events: events.map(({ value }) => value),
  };
  const parts = { events, opening: opening.entry.spot, completeTo: last.spot };
  return { ok: true, value: writtenFrom(data, parts), warnings: [] };
}

interface Stated {
  readonly day: Day;
  readonly spot: Spot;
}

function completeTo(own: readonly Standing[], opening: Standing, { entries }: Ledger): Stated {
  const opened = entries[opening.place - 1]?.recorded ?? opening.entry.recorded;
  const days = (is: 'complete-to' | 'event'): Stated[] =>
    own.flatMap(({ entry: { says, spot } }) => {
      if (says.is !== is) return [];
      return [{ day: says.is === 'event' ? says.on : says.day, spot }];
    });
  const stated = days('complete-to');
  return latest(stated) ?? latest(days('event')) ?? { day: opened, spot: opening.entry.spot };
}

function latest(all: readonly Stated[]): Stated | undefined {
  return all.toSorted((one, other) => other.day - one.day)[0];
}

interface Parts {
  readonly events: readonly Spot[];
  readonly opening: Spot;
  readonly completeTo: Spot;
}

/** Every part stands where the ledger has it. */
function writtenFrom(data: unknown, { events, opening, completeTo: stated }: Parts): Written {
  const home = ([key, index, ...rest]: Path): readonly [Spot, Path] => {
    const event = key === 'events' && typeof index === 'number' ? events[index] : undefined;
    if (event !== undefined) return [event, [...event.path, ...rest]];
    if (key === 'complete-to') return [stated, [key]];
    return [opening, key === 'counterparty' ? ['open'] : []];
  };
  return {
    data,
    placeOf: (path, part) => {
      const [spot, inside] = home(path);
      return spot.written.placeOf(inside, part);
    },
    sourceOf: () => undefined,
  };
}

function unknown(
  { file }: Ledger,
  id: string,
  standing: readonly Standing[],
  knownOn: Day | undefined,
): Checked<never> {
  const ids = standing.filter(({ entry }) => entry.says.is === 'open').map(({ entry }) => entry.opportunity);
  const by = knownOn === undefined ? '' : ` by ${isoFromDay(knownOn)}`;
  const message = `no opportunity ${inBackticks(id)} is opened${by}`;
  const hint = didYouMean(id, ids) ?? (ids.length === 0 ? undefined : `there is ${listed(ids, 'and')}`);
  return {
    ok: false,
    diagnostics: [diagnosticOf('ledger/unknown-opportunity', message, { path: file }, { hint })],
  };
}

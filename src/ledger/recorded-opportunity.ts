import { diagnosticOf, type Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { child, isMap, type Path, type Spot, type Written } from '../pack/written/written.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import type { Ledger } from './ledger.ts';
import { standingEntries, type Standing } from './standing-entries.ts';

/** What a ledger has of one deal, in the words of a request: it stands there as `opportunity`. Days are ISO days. */
export interface RecordedOpportunity {
  readonly id: string;
  readonly counterparty: string;
  readonly 'complete-to': string;
  /** In the order of their entries, each as a request writes an event. */
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

/**
 * Gives an opportunity as a request would state it, from what stands in a ledger, as recorded by a day. Its record is
 * complete to the latest day that an entry says; unsaid, to its last event, or to the day on which it was opened.
 */
export function recordedOpportunity(ledger: Ledger, id: string, knownOn?: Day): Checked<Written> {
  const standing = standingEntries(ledger.entries, knownOn);
  const own = standing.filter(({ entry }) => entry.opportunity === id);
  const recorded = recordIn(own, ledger);
  if (recorded === undefined) return unknown(ledger, id, standing, knownOn);
  return { ok: true, value: writtenFrom(recorded), warnings: [] };
}

/** Gives every opportunity of a ledger, in the order in which they were opened, as recorded by a day. */
export function recordedOpportunities(ledger: Ledger, knownOn?: Day): readonly RecordedOpportunity[] {
  const byId = new Map<string, Standing[]>();
  for (const each of standingEntries(ledger.entries, knownOn)) {
    const { opportunity } = each.entry;
    if (opportunity === undefined) continue;
    const own = byId.get(opportunity);
    if (own === undefined) byId.set(opportunity, [each]);
    else own.push(each);
  }
  return [...byId.values()].flatMap((own) => recordIn(own, ledger)?.data ?? []);
}

interface Recorded {
  readonly data: RecordedOpportunity;
  /** Where the ledger has its parts. */
  readonly parts: Parts;
}

/** Puts together what stands of one opportunity, or gives nothing where it is not open. */
function recordIn(own: readonly Standing[], ledger: Ledger): Recorded | undefined {
  const opening = own.find(({ entry }) => entry.says.is === 'open');
  if (opening?.entry.says.is !== 'open') return undefined;
  const { opportunity = '', says, spot } = opening.entry;
  const events = own
    .filter(({ entry }) => entry.says.is === 'event')
    .map(({ entry }) => child(entry.spot, 'event'));
  const last = completeTo(own, opening, ledger);
  const data = {
    id: opportunity,
    counterparty: says.counterparty,
    'complete-to': isoFromDay(last.day),
    events: events.map(({ value }) => ({ ...(isMap(value) ? value : {}) })),
  };
  return { data, parts: { events, opening: spot, completeTo: last.spot } };
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
function writtenFrom({ data, parts }: Recorded): Written {
  const { events, opening, completeTo: stated } = parts;
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
  const ids = standing.flatMap(({ entry }) => (entry.says.is === 'open' ? (entry.opportunity ?? []) : []));
  const by = knownOn === undefined ? '' : ` by ${isoFromDay(knownOn)}`;
  const message = `no opportunity ${inBackticks(id)} is opened${by}`;
  const hint = didYouMean(id, ids) ?? (ids.length === 0 ? undefined : `there is ${listed(ids, 'and')}`);
  return {
    ok: false,
    diagnostics: [diagnosticOf('ledger/unknown-opportunity', message, { path: file }, { hint })],
  };
}

import { inBackticks } from '../diagnostics/plain-text.ts';
import { didYouMean } from '../diagnostics/suggest.ts';
import { relatedTo, type Report } from '../pack/written/report.ts';
import { child } from '../pack/written/written.ts';
import { isoFromDay, type Day } from '../vocabulary/day.ts';
import { replaceTurn, type Pair, type Turns } from './answered-notices.ts';
import type { Entry, Says } from './ledger.ts';
import { settle, type Standing } from './standing-entries.ts';

/** What is known after some entries, kept so that the next is checked without going through all of them. */
interface Known {
  /** By the number of the entry. */
  readonly standing: Map<number, Standing>;
  /** By the id of the opportunity. */
  readonly openings: Map<string, Entry>;
  readonly turns: Turns;
}

/** Checks that each entry makes sense after those before it; whether it fits a pack is checked apart. */
export function checkEntries(entries: readonly Entry[], report: Report): void {
  const known: Known = { standing: new Map(), openings: new Map(), turns: new Map() };
  for (const [index, entry] of entries.entries()) {
    checkDays(entry, entries[index - 1], report);
    const fits = checkOpportunity(entry, known, report) && checkSuperseded(entry, known.standing, report);
    const pair = keep(entry, known);
    if (fits && pair !== undefined) reportSecondAnswer(entry, pair, report);
  }
}

/** Lets an entry stand, or what it withdraws fall; gives two answers to one notice that come of it. */
function keep(entry: Entry, { standing, openings, turns }: Known): Pair | undefined {
  const { number, opportunity, supersedes, says } = entry;
  const before = supersedes === undefined ? undefined : standing.get(supersedes);
  settle(entry, standing);
  if (says.is === 'open' && opportunity !== undefined && !openings.has(opportunity))
    openings.set(opportunity, entry);
  return replaceTurn(turns, before, standing.get(number));
}

function checkDays(entry: Entry, before: Entry | undefined, report: Report): void {
  const { recorded, says, spot } = entry;
  if (before !== undefined && recorded < before.recorded) {
    const message = `the entry is recorded on ${isoFromDay(recorded)}, and the one before on ${isoFromDay(before.recorded)}`;
    report('ledger/recorded-backwards', child(spot, 'recorded'), message);
  }
  const day = dayOf(says);
  if (day === undefined || day <= recorded) return;
  const message = `the entry is recorded on ${isoFromDay(recorded)}, and tells of ${isoFromDay(day)}`;
  report('ledger/recorded-too-early', child(spot, 'recorded'), message);
}

/** The day that an entry tells of. */
function dayOf(says: Says): Day | undefined {
  if ('on' in says) return says.on;
  return 'day' in says ? says.day : undefined;
}

/** An opportunity is opened once, before anything is recorded of it; what measures count belongs to none. */
function checkOpportunity(entry: Entry, { openings }: Known, report: Report): boolean {
  if (entry.opportunity === undefined) return true;
  const opening = openings.get(entry.opportunity);
  const id = inBackticks(entry.opportunity);
  const spot = child(entry.spot, 'opportunity');
  if (entry.says.is === 'open' && entry.supersedes === undefined) {
    if (opening === undefined) return true;
    const related = [relatedTo(opening.spot, 'it was opened here')];
    report('ledger/opened-twice', spot, `${id} is open already`, { related });
    return false;
  }
  if (opening !== undefined) return true;
  const hint = didYouMean(entry.opportunity, [...openings.keys()]);
  report('ledger/unknown-opportunity', spot, `${id} has not been opened`, { hint });
  return false;
}

/** What is superseded stands, belongs to the same opportunity and is of the same kind; openings cannot be withdrawn. */
function checkSuperseded(entry: Entry, standing: ReadonlyMap<number, Standing>, report: Report): boolean {
  const problem = superseding(entry, standing);
  if (problem === undefined) return true;
  report('ledger/cannot-supersede', child(entry.spot, 'supersedes'), problem);
  return false;
}

function superseding(entry: Entry, standing: ReadonlyMap<number, Standing>): string | undefined {
  const { says, supersedes, opportunity } = entry;
  if (supersedes === undefined) {
    return says.is === 'withdrawn' ? 'a withdrawal does not say which entry it supersedes' : undefined;
  }
  const number = String(supersedes);
  const before = standing.get(supersedes)?.entry;
  if (before === undefined) return `no entry ${number} stands: there is none, or it is superseded already`;
  if (before.opportunity !== opportunity)
    return `entry ${number} is about ${subjectOf(before)}, not ${subjectOf(entry)}`;
  if (says.is === 'withdrawn') {
    return before.says.is === 'open' ? `entry ${number} opens ${subjectOf(before)}` : undefined;
  }
  return before.says.is === says.is ? undefined : `entry ${number} is ${KIND_NAMES[before.says.is]}`;
}

function subjectOf({ opportunity }: Entry): string {
  return opportunity === undefined ? 'what measures count' : inBackticks(opportunity);
}

const KIND_NAMES: Readonly<Record<Says['is'], string>> = {
  open: 'an opening',
  event: 'an event',
  'complete-to': 'a statement of completeness',
  happening: 'a happening',
  'happenings-complete-to': 'a statement of completeness',
  withdrawn: 'a withdrawal',
};

function reportSecondAnswer(entry: Entry, [first, again]: Pair, report: Report): void {
  const other = again.number === entry.number ? first : again;
  const message = `${inBackticks(again.party)} answers a notice that it has answered on ${isoFromDay(first.on)}`;
  const related = [relatedTo(other.spot, 'the other answer')];
  const key = entry.says.is === 'withdrawn' ? 'withdrawn' : 'event';
  report('ledger/second-response', child(entry.spot, key), message, { related });
}

import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import { checkShape, reportMissing, reportWrong } from '../pack/forms/check-shape.ts';
import { complete, completeList } from '../pack/forms/complete.ts';
import { DAY_FORM, readDay } from '../pack/forms/read-day.ts';
import { DOCUMENT_SHAPE, ENTRY_SHAPE, HEADER_SHAPE, OPENING_SHAPE } from '../pack/records/record-shapes.ts';
import { partyKey } from '../pack/requests/party-key.ts';
import { EVENT_SHAPES } from '../pack/requests/request-shapes.ts';
import type { Report } from '../pack/written/report.ts';
import { child, entriesOf, isMap, itemsOf, textIn, type Spot } from '../pack/written/written.ts';
import type { AttachedDocument, Entry, Says } from './ledger.ts';

/** Reads a ledger's first line and gives the id of its pack. */
export function readHeader(spot: Spot, format: string, report: Report): string | undefined {
  const written = child(spot, 'format');
  if (written.value !== format) {
    const message = `${inBackticks(textIn(written))} is no format that this program reads`;
    return report('ledger/not-a-ledger', written, message);
  }
  return checkShape(spot, HEADER_SHAPE, report)?.pack;
}

/** Reads one entry. Whether its words are those of a pack is checked where it is used. */
export function readEntry(spot: Spot, report: Report): Entry | undefined {
  const shape = checkShape(spot, ENTRY_SHAPE, report);
  if (shape === undefined) return undefined;
  return complete({
    number: shape.entry,
    recorded: readDay(child(spot, 'recorded'), report),
    by: shape.by,
    ...(shape.opportunity === undefined ? {} : { opportunity: shape.opportunity }),
    says: readSays(spot, report),
    documents: completeList(itemsOf(child(spot, 'documents')).map((each) => readDocument(each, report))),
    ...(shape.supersedes === undefined ? {} : { supersedes: shape.supersedes }),
    spot,
  });
}

const KINDS = [
  'open',
  'event',
  'complete-to',
  'happening',
  'happenings-complete-to',
  'withdrawn',
] as const satisfies readonly Says['is'][];

/** What is said of one deal only, and what of none. */
const OF_A_DEAL: readonly string[] = ['open', 'event', 'complete-to'];
const OF_NO_DEAL: readonly string[] = ['happening', 'happenings-complete-to'];

function readSays(spot: Spot, report: Report): Says | undefined {
  const given = KINDS.filter((kind) => child(spot, kind).value !== undefined);
  const [kind, second] = given;
  if (kind === undefined || second !== undefined) {
    const message = kind === undefined ? 'the entry says nothing' : `the entry says ${listed(given, 'and')}`;
    return report('ledger/bad-entry', spot, message);
  }
  return isAboutRight(kind, spot, report) ? readKind(kind, child(spot, kind), report) : undefined;
}

/** A withdrawal is about what it withdraws, which is checked with the other entries. */
function isAboutRight(kind: string, spot: Spot, report: Report): boolean {
  const opportunity = child(spot, 'opportunity');
  const isOfDeal = opportunity.value !== undefined;
  if (OF_A_DEAL.includes(kind) && !isOfDeal) {
    reportMissing(spot, 'opportunity', report);
    return false;
  }
  if (!OF_NO_DEAL.includes(kind) || !isOfDeal) return true;
  const message = `${inBackticks(kind)} is about what measures count, not about an opportunity`;
  report('ledger/bad-entry', opportunity, message, { hint: 'leave `opportunity` out', part: 'key' });
  return false;
}

function readKind(kind: (typeof KINDS)[number], spot: Spot, report: Report): Says | undefined {
  switch (kind) {
    case 'open': {
      const shape = checkShape(spot, OPENING_SHAPE, report);
      return shape && { is: kind, counterparty: shape.counterparty };
    }
    case 'event':
      return readEvent(spot, report);
    case 'complete-to':
    case 'happenings-complete-to':
      return complete({ is: kind, day: readDay(spot, report) });
    case 'happening':
      return readHappening(spot, report);
    case 'withdrawn':
      return { is: kind, why: textIn(spot) };
  }
}

function readEvent(spot: Spot, report: Report): Says | undefined {
  const { value } = spot;
  const kinds = Object.keys(EVENT_SHAPES) as (keyof typeof EVENT_SHAPES)[];
  const given = kinds.filter((each) => isMap(value) && Object.hasOwn(value, each));
  const [kind, second] = given;
  if (kind === undefined || second !== undefined) {
    const message = kind === undefined ? 'the entry has no event' : `the entry has ${listed(given, 'and')}`;
    return report('ledger/bad-entry', spot, message, { hint: `an event is one of ${listed(kinds)}` });
  }
  const shape = checkShape(spot, EVENT_SHAPES[kind], report);
  const on = readDay(child(spot, kind), report);
  const party = textIn(child(spot, partyKey(kind)));
  if (shape === undefined || on === undefined) return undefined;
  return { is: 'event', kind, on, ...(party === '' ? {} : { party }) };
}

/** Its day stands under its name, and nothing else of a happening has the form of a day. */
function readHappening(spot: Spot, report: Report): Says | undefined {
  const parts = entriesOf(spot);
  if (parts.length === 0) return reportWrong(spot, 'a map', report);
  const dated = parts.filter(([, each]) => DAY_FORM.test(textIn(each)));
  const [first, second] = dated;
  if (first === undefined || second !== undefined) {
    const names = dated.map(([key]) => inBackticks(key));
    const message = `the happening has ${names.length === 0 ? 'no day' : `the days ${listed(names, 'and')}`}`;
    const hint = 'write its day under its name, such as `{ purchase: 2025-03-01 }`';
    return report('ledger/bad-entry', spot, message, { hint });
  }
  const [kind, day] = first;
  return complete({ is: 'happening', kind, on: readDay(day, report) });
}

function readDocument(spot: Spot, report: Report): AttachedDocument | undefined {
  return checkShape(spot, DOCUMENT_SHAPE, report);
}

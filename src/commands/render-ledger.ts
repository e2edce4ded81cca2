import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import type { LedgerReport, ShownEntry } from '../ledger/describe-ledger.ts';
import { partyKey } from '../pack/requests/party-key.ts';

/** Writes a ledger for people to read: a line for each entry, with its documents below it. */
export function renderLedger({ pack, knownOn, head, entries }: LedgerReport): string {
  const known = knownOn === undefined ? '' : `, as recorded by ${knownOn}`;
  const lines = [`Ledger of the pack ${pack}${known}`, ...entries.flatMap(linesOf), `Last hash: ${head}`];
  return `${lines.map(escapeUnprintable).join('\n')}\n`;
}

function linesOf(entry: ShownEntry): readonly string[] {
  const { entry: number, recorded, by, opportunity, documents, supersedes, stands } = entry;
  const correction = supersedes === undefined ? '' : `, in place of entry ${String(supersedes)}`;
  const fallen = stands || entry.says === 'withdrawn' ? '' : ' [superseded]';
  return [
    `${String(number)}  ${opportunity ?? subjectOf(entry)}: ${wordsFor(entry)}${correction}${fallen} (recorded ${recorded} by ${by})`,
    ...documents.map(({ name, sha256 }) => `   ${name} ${sha256}`),
  ];
}

/** Words in the place of an opportunity, for what measures count. */
function subjectOf({ says }: ShownEntry): string {
  return says === 'happening' ? 'happening' : 'happenings';
}

function wordsFor(entry: ShownEntry): string {
  switch (entry.says) {
    case 'open':
      return `opened, with ${String(entry.counterparty)}`;
    case 'complete-to':
    case 'happenings-complete-to':
      return `complete to ${String(entry.completeTo)}`;
    case 'withdrawn':
      return `withdrawn, ${String(entry.why)}`;
    case 'happening':
      return happeningWords(entry);
    case 'event':
      return eventWords(entry);
  }
}

function happeningWords({ kind, happened, parts = {} }: ShownEntry): string {
  const told = Object.entries(parts).map(
    ([key, value]) => `, ${key} ${typeof value === 'string' ? value : JSON.stringify(value)}`,
  );
  return `${String(kind)} on ${String(happened)}${told.join('')}`;
}

function eventWords({ kind, happened, party, contains }: ShownEntry): string {
  const whom = party === undefined ? '' : ` ${partyKey(kind ?? '')} ${party}`;
  const contents = contains === undefined ? '' : `, containing ${contains.join(', ') || 'nothing'}`;
  return `${String(kind)} on ${String(happened)}${whom}${contents}`;
}

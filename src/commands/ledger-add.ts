import type { Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks, listed } from '../diagnostics/plain-text.ts';
import type { EntryDraft } from '../ledger/append-entry.ts';
import type { AttachedDocument } from '../ledger/ledger.ts';
import { partyKey } from '../pack/requests/party-key.ts';
import { diskPath } from './disk-path.ts';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findPack } from './find-packs.ts';
import { readInput } from './read-input.ts';
import { refuse } from './refuse.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

export interface AddOptions {
  readonly opportunity: string;
  readonly by: string;
  readonly recorded?: string;
  readonly open?: string;
  readonly event?: string;
  readonly happened?: string;
  readonly party?: string;
  readonly contains?: readonly string[];
  readonly completeTo?: string;
  readonly supersede?: string;
  readonly withdraw?: string;
  readonly attach?: readonly string[];
  readonly dropTornLine?: boolean;
  readonly rules?: string;
}

/** Adds an entry to a ledger, and says so only once it is on the disk. */
export async function addToLedger(
  file: string,
  options: AddOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  checkUsage(options);
  const { cwd, stdout } = surroundings;
  const folder = findPack(options.rules, surroundings);
  const draft = await draftFrom(options, surroundings);
  if (!draft.ok) return refuse(draft.diagnostics, surroundings);
  const { loadPack } = await import('../pack/load-pack.ts');
  const pack = await loadPack(diskPath(folder, cwd));
  if (!pack.ok) return refuse(pack.diagnostics, surroundings);
  const { appendEntry } = await import('../ledger/append-entry.ts');
  const dropTornLine = options.dropTornLine ?? false;
  const added = await appendEntry(diskPath(file, cwd), pack.value, draft.value, { dropTornLine });
  if (!added.ok) return refuse(added.diagnostics, surroundings);
  stdout.write(`entry ${String(added.value.entry)} is recorded, hash ${added.value.hash}\n`);
  return EXIT.nothingAgainst;
}

function checkUsage({ open, event, completeTo, withdraw, happened, party, contains }: AddOptions): void {
  const said = { '--open': open, '--event': event, '--complete-to': completeTo, '--withdraw': withdraw };
  const given = Object.entries(said).flatMap(([option, value]) => (value === undefined ? [] : [option]));
  if (given.length !== 1) throw new UsageError(`give one of ${listed(Object.keys(said))}`);
  const isNamed = event !== undefined && event !== '-';
  if (isNamed && happened === undefined)
    throw new UsageError('--event needs --happened, the day of the event');
  const details = { '--happened': happened, '--party': party, '--contains': contains };
  const [useless] = Object.entries(details).flatMap(([option, value]) =>
    value === undefined ? [] : [option],
  );
  if (!isNamed && useless !== undefined)
    throw new UsageError(`${useless} has no use without --event and a kind`);
}

async function draftFrom(options: AddOptions, surroundings: Surroundings): Promise<Checked<EntryDraft>> {
  const documents = await documentsFrom(options.attach ?? [], surroundings.cwd);
  if (!documents.ok) return documents;
  const event = await eventFrom(options, surroundings);
  if (!event.ok) return event;
  const { open, completeTo, withdraw, supersede } = options;
  const says = {
    open: open === undefined ? undefined : { counterparty: open },
    event: event.value,
    'complete-to': completeTo,
    withdrawn: withdraw,
    supersedes: supersede === undefined ? undefined : entryNumber(supersede),
    documents: documents.value.length === 0 ? undefined : documents.value,
  };
  const draft = {
    opportunity: options.opportunity,
    by: options.by,
    recorded: options.recorded ?? surroundings.today(),
    ...says,
  };
  return { ok: true, value: draft, warnings: [] };
}

function entryNumber(text: string): number {
  if (/^[1-9]\d{0,8}$/.test(text)) return Number(text);
  throw new UsageError(`--supersede is the number of an entry, not ${inBackticks(text)}`);
}

/** The event that options name, or that standard input holds. */
async function eventFrom(
  { event, happened, party, contains }: AddOptions,
  surroundings: Surroundings,
): Promise<Checked<unknown>> {
  if (event === undefined) return { ok: true, value: undefined, warnings: [] };
  if (event === '-') {
    const input = await readInput('-', surroundings);
    if (!input.ok) return input;
    const { readYaml } = await import('../pack/written/read-yaml.ts');
    const read = readYaml(input.value.text, input.value.file);
    return read.ok ? { ...read, value: read.value.data } : read;
  }
  const value = {
    [event]: happened,
    ...(party !== undefined && { [partyKey(event)]: party }),
    ...(contains !== undefined && { contains }),
  };
  return { ok: true, value, warnings: [] };
}

async function documentsFrom(
  paths: readonly string[],
  cwd: string,
): Promise<Checked<readonly AttachedDocument[]>> {
  const documents: AttachedDocument[] = [];
  for (const path of paths) {
    const { attachedDocument } = await import('../ledger/attached-documents.ts');
    const document = await attachedDocument(diskPath(path, cwd));
    if (!document.ok) return document;
    documents.push(document.value);
  }
  return { ok: true, value: documents, warnings: [] };
}

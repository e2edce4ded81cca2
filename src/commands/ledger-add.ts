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
  readonly opportunity?: string;
  readonly by: string;
  readonly recorded?: string;
  readonly open?: string;
  readonly event?: string;
  readonly happened?: string;
  readonly party?: string;
  readonly contains?: readonly string[];
  readonly completeTo?: string;
  readonly happening?: string;
  readonly happeningsCompleteTo?: string;
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

function checkUsage(options: AddOptions): void {
  const { open, event, completeTo, happening, happeningsCompleteTo, withdraw, opportunity } = options;
  const ofDeal = { '--open': open, '--event': event, '--complete-to': completeTo };
  const ofNoDeal = { '--happening': happening, '--happenings-complete-to': happeningsCompleteTo };
  const said = { ...ofDeal, ...ofNoDeal, '--withdraw': withdraw };
  const [only, second] = givenIn(said);
  if (only === undefined || second !== undefined)
    throw new UsageError(`give one of ${listed(Object.keys(said))}`);
  if (only in ofDeal && opportunity === undefined)
    throw new UsageError(`${only} needs --opportunity, the deal that it is about`);
  if (only in ofNoDeal && opportunity !== undefined)
    throw new UsageError(`--opportunity has no use with ${only}, which is about no deal`);
  checkDetails(options);
}

function checkDetails({ event, happened, party, contains }: AddOptions): void {
  const isNamed = event !== undefined && event !== '-';
  if (isNamed && happened === undefined)
    throw new UsageError('--event needs --happened, the day of the event');
  const [useless] = givenIn({ '--happened': happened, '--party': party, '--contains': contains });
  if (!isNamed && useless !== undefined)
    throw new UsageError(`${useless} has no use without --event and a kind`);
}

function givenIn(options: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(options).flatMap(([option, value]) => (value === undefined ? [] : [option]));
}

async function draftFrom(options: AddOptions, surroundings: Surroundings): Promise<Checked<EntryDraft>> {
  const documents = await documentsFrom(options.attach ?? [], surroundings.cwd);
  if (!documents.ok) return documents;
  const event = await eventFrom(options, surroundings);
  if (!event.ok) return event;
  const happening = await happeningFrom(options, surroundings);
  if (!happening.ok) return happening;
  const { open, completeTo, happeningsCompleteTo, withdraw, supersede } = options;
  const says = {
    open: open === undefined ? undefined : { counterparty: open },
    event: event.value,
    'complete-to': completeTo,
    happening: happening.value,
    'happenings-complete-to': happeningsCompleteTo,
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
  if (event === '-') return inputAsData(surroundings);
  const value = {
    [event]: happened,
    ...(party !== undefined && { [partyKey(event)]: party }),
    ...(contains !== undefined && { contains }),
  };
  return { ok: true, value, warnings: [] };
}

/** The happening that an option writes out, or that standard input holds. */
async function happeningFrom(
  { happening }: AddOptions,
  surroundings: Surroundings,
): Promise<Checked<unknown>> {
  if (happening === undefined) return { ok: true, value: undefined, warnings: [] };
  return happening === '-' ? inputAsData(surroundings) : asData(happening, '--happening');
}

async function inputAsData(surroundings: Surroundings): Promise<Checked<unknown>> {
  const input = await readInput('-', surroundings);
  return input.ok ? asData(input.value.text, input.value.file) : input;
}

async function asData(text: string, file: string): Promise<Checked<unknown>> {
  const { readYaml } = await import('../pack/written/read-yaml.ts');
  const read = readYaml(text, file);
  return read.ok ? { ...read, value: read.value.data } : read;
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

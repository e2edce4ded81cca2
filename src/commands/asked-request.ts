import type { Command } from 'commander';
import type { Checked } from '../diagnostics/diagnostic.ts';
import type { AskedRequest as Asked } from '../pack/asked-request.ts';
import type { Overrides } from '../pack/override-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Recorded } from '../pack/records/with-recorded.ts';
import { diskPath } from './disk-path.ts';
import { findPack } from './find-packs.ts';
import { readInput, type Input } from './read-input.ts';
import { basisOf, checkLedgerUsage } from './recorded-basis.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** How a command is told what is asked: the rules, what replaces the words of a request, and a record of events. */
export interface RequestOptions {
  readonly rules?: string;
  readonly actor?: string;
  readonly date?: string;
  readonly act?: readonly string[];
  readonly provider?: readonly string[];
  readonly set?: readonly string[];
  readonly reading?: readonly string[];
  readonly assumptions: boolean;
  readonly ledger?: string;
  readonly opportunity?: string;
  readonly knownOn?: string;
}

/** Adds the argument and the options by which a command is told what is asked. */
export function addRequestOptions(command: Command): Command {
  return command
    .argument('[request]', 'a YAML or JSON file, or - for standard input')
    .option('--rules <folder>', RULES_HELP)
    .option(
      '--provider <id>',
      'candidate to examine; may be repeated; all of the pack if none is named',
      append,
    )
    .option('--actor <id>', 'party that acts')
    .option('--act <id>', 'what is to be done; may be repeated', append)
    .option('--date <day>', 'day on which it is done, as 2025-03-31')
    .option('--set <fact=value>', 'state a fact; may be repeated', append)
    .option('--reading <id=option>', 'take a reading of an open question; may be repeated', append)
    .option('--ledger <file>', 'take what happened from a ledger')
    .option('--opportunity <id>', 'take an opportunity of the ledger too')
    .option('--known-on <day>', 'answer by what was recorded and announced by then')
    .option('--no-assumptions', 'treat every assumed value and reading as unknown');
}

export const RULES_HELP =
  'folder of a pack, or of one that holds it (default: rules, or else the packs supplied)';

/** A request, the document that it was made from, and the pack by which it is to be answered. */
export interface AskedRequest extends Asked {
  readonly pack: Pack;
}

/** Reads the request that a command is given, from a file, from standard input, or from options alone. */
export async function readAsked(
  path: string | undefined,
  options: RequestOptions,
  surroundings: Surroundings,
): Promise<Checked<AskedRequest>> {
  const overrides = overridesFrom(options);
  checkUsage(path, options, overrides);
  const folder = findPack(options.rules, surroundings);
  const input = path === undefined ? undefined : await readInput(path, surroundings);
  if (input?.ok === false) return input;
  const { loadPack } = await import('../pack/load-pack.ts');
  const loaded = await loadPack(diskPath(folder, surroundings.cwd));
  if (!loaded.ok) return loaded;
  const basis = await basisOf(loaded.value, folder, options, surroundings);
  if (!basis.ok) return basis;
  const { pack, recorded } = basis.value;
  const asked = await checkInput(pack, input?.value, overrides, recorded);
  return asked.ok ? { ...asked, value: { ...asked.value, pack } } : asked;
}

function checkUsage(
  path: string | undefined,
  { assumptions, reading, ledger, opportunity, knownOn }: RequestOptions,
  overrides: Overrides,
): void {
  checkLedgerUsage({ ledger, opportunity, knownOn });
  if (path === undefined) demandWholeRequest(overrides);
  if (!assumptions && reading !== undefined) throw new UsageError(READING_OPENED);
}

/** Without a file, what a request cannot do without has to come from options. */
function demandWholeRequest({ actor, acts, date }: Overrides): void {
  const given = { '--actor': actor, '--act': acts, '--date': date };
  const missing = Object.entries(given).flatMap(([option, value]) => (value === undefined ? [option] : []));
  if (missing.length > 0) throw new UsageError(`${NO_REQUEST} (missing: ${missing.join(', ')})`);
}

const READING_OPENED = '--no-assumptions opens every reading, so --reading has no use beside it';

const NO_REQUEST =
  'there is no request: name a file, or - for standard input, or give --actor, --act and --date';

async function checkInput(
  pack: Pack,
  input: Input | undefined,
  overrides: Overrides,
  recorded: Recorded | undefined,
): Promise<Checked<Asked>> {
  const checks = await import('../pack/check-request.ts');
  if (input === undefined) return checks.checkAsked(pack, {}, 'command line', overrides, recorded);
  return checks.readAsked(pack, input.text, input.file, overrides, recorded);
}

function overridesFrom({ actor, date, act, provider, set, reading }: RequestOptions): Overrides {
  return {
    ...(actor !== undefined && { actor }),
    ...(date !== undefined && { date }),
    ...(act !== undefined && { acts: act }),
    ...(provider !== undefined && { providers: provider }),
    ...(set !== undefined && { facts: set }),
    ...(reading !== undefined && { readings: reading }),
  };
}

/** Collects the values of an option that may be repeated. */
function append(value: string, before: readonly string[] = []): readonly string[] {
  return [...before, value];
}

import type { Checked } from '../diagnostics/diagnostic.ts';
import { inBackticks } from '../diagnostics/plain-text.ts';
import type { Ledger } from '../ledger/ledger.ts';
import type { Pack } from '../pack/pack.ts';
import type { Recorded } from '../pack/records/with-recorded.ts';
import { dayFromIso, type Day } from '../vocabulary/day.ts';
import { diskPath } from './disk-path.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** Which record of events a request is to be answered by. */
export interface LedgerOptions {
  readonly ledger?: string | undefined;
  readonly opportunity?: string | undefined;
  readonly knownOn?: string | undefined;
}

/** The rules and the record that answer a request. */
export interface Basis {
  readonly pack: Pack;
  readonly recorded?: Recorded;
}

/** Checks that the options that have to do with a ledger stand together. */
export function checkLedgerUsage({ ledger, opportunity, knownOn }: LedgerOptions): void {
  if (ledger !== undefined) return;
  if (opportunity !== undefined) throw new UsageError('--opportunity has no use without --ledger');
  if (knownOn !== undefined) throw new UsageError('--known-on has no use without --ledger');
}

/** Gives the pack, and of a ledger the happenings and the opportunity, as they were known on the day asked for, or as they are. */
export async function basisOf(
  pack: Pack,
  folder: string,
  { ledger: path, opportunity, knownOn: day }: LedgerOptions,
  { cwd }: Surroundings,
): Promise<Checked<Basis>> {
  if (path === undefined) return { ok: true, value: { pack }, warnings: [] };
  const knownOn = dayOption('--known-on', day);
  const { readLedgerFile } = await import('../ledger/read-ledger-file.ts');
  const ledger = await readLedgerFile(diskPath(path, cwd));
  if (!ledger.ok) return ledger;
  const found = await recordIn(ledger.value, pack, opportunity, knownOn);
  if (!found.ok) return found;
  const recorded = found.value;
  if (knownOn === undefined) return { ok: true, value: { pack, recorded }, warnings: [] };
  const { loadPackAsKnown } = await import('../pack/load-pack.ts');
  const known = await loadPackAsKnown(diskPath(folder, cwd), knownOn);
  return known.ok ? { ok: true, value: { pack: known.value, recorded }, warnings: [] } : known;
}

/** What a ledger has of happenings, and of an opportunity where one is asked for, checked against the pack. */
async function recordIn(
  ledger: Ledger,
  pack: Pack,
  opportunity: string | undefined,
  knownOn: Day | undefined,
): Promise<Checked<Recorded>> {
  const { hasHappenings, recordedHappenings } = await import('../ledger/recorded-happenings.ts');
  if (opportunity === undefined && !hasHappenings(ledger))
    throw new UsageError('--ledger needs --opportunity, for no happenings are recorded besides events');
  const { checkHappeningsAgainstPack } = await import('../ledger/check-happenings-against-pack.ts');
  const checked = checkHappeningsAgainstPack(ledger, pack, knownOn);
  if (!checked.ok) return checked;
  const recorded = {
    happened: (until?: Day) => recordedHappenings(ledger, knownOn, until),
    known: knownOn === undefined ? {} : { knownOn },
  };
  if (opportunity === undefined) return { ok: true, value: recorded, warnings: [] };
  const { checkAgainstPack } = await import('../ledger/check-against-pack.ts');
  const { recordedOpportunity } = await import('../ledger/recorded-opportunity.ts');
  const events = checkAgainstPack(ledger, opportunity, pack, knownOn);
  if (!events.ok) return events;
  const taken = recordedOpportunity(ledger, opportunity, knownOn);
  return taken.ok ? { ...taken, value: { ...recorded, opportunity: taken.value } } : taken;
}

/** Reads a day that is given as an option. */
export function dayOption(option: string, text: string | undefined): Day | undefined {
  if (text === undefined) return undefined;
  const day = dayFromIso(text);
  if (day === undefined)
    throw new UsageError(`${option} is a day such as 2025-03-31, not ${inBackticks(text)}`);
  return day;
}

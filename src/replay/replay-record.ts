import type { Checked } from '../diagnostics/diagnostic.ts';
import { readPackTexts } from '../pack/written/read-folder.ts';
import { dayFromIso, type Day } from '../vocabulary/day.ts';
import { openReplaySide } from './open-replay-side.ts';
import { checkRecordPack } from './record/check-record-pack.ts';
import { readRecordFile } from './record/read-record.ts';
import { replayDecisions, type ReplaySide } from './replay-decisions.ts';
import type { Replay } from './replay.ts';

/** A pack's folder, or the texts of its files by name, as `loadPack` and `loadPackFiles` take them. */
export type ReplayFrom = string | Readonly<Record<string, string>>;

/** What a replay may be given besides the rules of now. */
export interface ReplayOptions {
  /** The rules of before: with them each difference is traced to what of it restores the answer. */
  readonly before?: ReplayFrom;
  /** ISO day on which all are asked now; without it each is asked on its own. */
  readonly day?: string;
  /** How many times rules with something put back are asked at the most. */
  readonly trials?: number;
}

/**
 * Decides recorded decisions anew, and says of each whether it is unchanged, rests on other reasons, or has flipped; with the
 * rules of before, also what made the difference, found by putting one part after another back as it was. Throws a
 * `RangeError` where the day is no ISO day.
 *
 * ```ts
 * const { mkdtemp, readFile } = await import('node:fs/promises');
 * const record = `${await mkdtemp('/tmp/compute-rights-')}/decided.jsonl`;
 * await evaluate(pack, { actor: 'buyer', date: '2025-03-31', acts: ['procure'], providers: ['rival'] }, { record });
 * const folder = 'fixtures/diagnostics/good-pack';
 * const texts: Record<string, string> = {};
 * for (const name of ['pack.yaml', 'deed.yaml', 'offers.yaml']) texts[name] = await readFile(`${folder}/${name}`, 'utf8');
 * texts['deed.yaml'] = texts['deed.yaml']?.replace('2024', '2026') ?? '';
 * const again = await replay(record, texts, { before: folder });
 * const [first] = again.ok ? again.value.decisions : [];
 * for (const { before, after, causes } of first?.answers ?? [])
 *   console.log(`${before} → ${after}: ${causes.map(({ kind, part }) => `${kind} ${part}`).join()}`);
 * // prints: prohibited → first-refusal: date effective.from
 * ```
 */
export async function replay(
  record: string,
  after: ReplayFrom,
  { before, day, trials }: ReplayOptions = {},
): Promise<Checked<Replay>> {
  const on = day === undefined ? undefined : dayOf(day);
  const decisions = await readRecordFile(record);
  const now = await sideFrom(after);
  const then = before === undefined ? NONE : await sideFrom(before);
  if (!decisions.ok || !now.ok || !then.ok) return refusedFor([decisions, now, then]);
  const strays = checkRecordPack(decisions.value, now.value.pack);
  if (strays.length > 0) return { ok: false, diagnostics: strays };
  const ground = { after: now.value, before: then.value, day: on, trials };
  return { ok: true, value: await replayDecisions(decisions.value, ground), warnings: now.warnings };
}

const NONE = { ok: true, value: undefined, warnings: [] } as const;

function refusedFor(all: readonly Checked<unknown>[]): Checked<never> {
  return { ok: false, diagnostics: all.flatMap((each) => (each.ok ? [] : each.diagnostics)) };
}

function dayOf(text: string): Day {
  const day = dayFromIso(text);
  if (day === undefined) throw new RangeError(`\`${text}\` is no ISO day such as 2025-01-21`);
  return day;
}

async function sideFrom(from: ReplayFrom): Promise<Checked<ReplaySide>> {
  if (typeof from !== 'string') return openReplaySide(from);
  const texts = await readPackTexts(from);
  return texts.ok ? openReplaySide(texts.value) : texts;
}

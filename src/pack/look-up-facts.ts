import { inPlaceOrder, type Checked } from '../diagnostics/diagnostic.ts';
import { escapeUnprintable } from '../diagnostics/plain-text.ts';
import type { Pack } from './pack.ts';
import { startReport } from './written/report.ts';
import { takeValue } from './written/take-value.ts';
import { child, isMap, topOf, type Written } from './written/written.ts';

/** What a look-up is told: which fact is wanted, by whom the act is done, and on which day. */
export interface FactWanted {
  readonly fact: string;
  readonly actor: unknown;
  readonly date: unknown;
}

/**
 * Functions that find facts which a request leaves out, by the fact's id. Each is called once, before anything is
 * evaluated. It gives the value, or `undefined` where it is not known; if it throws or rejects, that is a diagnostic.
 */
export type LookUps = Readonly<Record<string, (wanted: FactWanted) => unknown>>;

/** Gives the request with what look-ups found in place of facts that it leaves out or calls unknown. */
export async function lookUpFacts(pack: Pack, written: Written, lookUps: LookUps): Promise<Checked<Written>> {
  const top = topOf(written);
  const given = child(top, 'facts');
  if (!isMap(top.value) || (given.value !== undefined && !isMap(given.value))) return untouched(written);
  const wanted = pack.facts
    .filter(({ measure }) => measure === undefined)
    .map(({ id }) => id)
    .filter((id) => Object.hasOwn(lookUps, id) && !isKnown(child(given, id).value));
  const { report, diagnostics } = startReport();
  const about = { actor: child(top, 'actor').value, date: child(top, 'date').value };
  const found = await Promise.all(
    wanted.map(async (fact) => {
      try {
        const value = await lookUps[fact]?.({ fact, ...about });
        const taken = takeValue(value ?? null);
        if (taken.ok) return [fact, taken.value.data] as const;
        report('request/look-up-failed', child(given, fact), 'what was looked up is no plain value');
      } catch (error) {
        report('request/look-up-failed', child(given, fact), `looking the fact up failed${reasonIn(error)}`);
      }
      return [fact, undefined] as const;
    }),
  );
  if (diagnostics.length > 0) return { ok: false, diagnostics: inPlaceOrder(diagnostics) };
  return untouched({ ...written, data: withFacts(top.value, given.value, found) });
}

function untouched(written: Written): Checked<Written> {
  return { ok: true, value: written, warnings: [] };
}

function isKnown(value: unknown): boolean {
  return value !== undefined && value !== 'unknown';
}

function reasonIn(error: unknown): string {
  return error instanceof Error ? `: ${escapeUnprintable(String(error.message)).slice(0, 200)}` : '';
}

function withFacts(
  document: Readonly<Record<string, unknown>>,
  given: unknown,
  found: readonly (readonly [string, unknown])[],
): Readonly<Record<string, unknown>> {
  const facts = Object.assign(Object.create(null) as Record<string, unknown>, given);
  for (const [fact, value] of found) if (value !== undefined && value !== null) facts[fact] = value;
  return Object.assign(Object.create(null) as Record<string, unknown>, document, { facts });
}

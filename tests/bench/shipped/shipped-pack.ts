import { ok } from 'node:assert/strict';
import { loadPack, type Pack } from '../../../src/index.ts';
import { RULES } from '../question.ts';

/** Who is asked about, and for what. */
export const ASKED = { actor: 'openai', act: 'procure-capacity' } as const;

/** The shipped pack with every reading settled: as the pack assumes it, or to its first option where it assumes none. */
export interface ShippedPack {
  readonly pack: Pack;
  readonly readings: Readonly<Record<string, string>>;
}

export async function shippedPack(): Promise<ShippedPack> {
  const loaded = await loadPack(RULES);
  ok(loaded.ok, loaded.ok ? '' : loaded.diagnostics[0]?.message);
  const pack = loaded.value;
  const readings = pack.readings.map(({ id, options, assumed }) => [
    id,
    assumed?.option ?? options[0]?.id ?? '',
  ]);
  return { pack, readings: Object.fromEntries(readings) as Record<string, string> };
}

import { canonicalText, digestOf } from '../pack/forms/digest.ts';
import { takeValue } from '../pack/written/take-value.ts';
import { isMap } from '../pack/written/written.ts';

/** What a line says, as data. */
export type LineData = Readonly<Record<string, unknown>>;

/** Writes a line: canonical JSON (RFC 8785) with a seal, the SHA-256 of the line without it, whatever seal it came with. */
export function sealedLine(line: LineData): string {
  const content = withoutSeal(line);
  return canonicalText({ ...content, seal: digestOf(content) });
}

/** Reads a line, or gives `undefined` where any character of it is not as it was written. */
export function unsealed(line: string): LineData | undefined {
  const data = parsed(line);
  if (data === undefined || !isSealable(data)) return undefined;
  return data['seal'] === digestOf(withoutSeal(data)) && canonicalText(data) === line ? data : undefined;
}

function withoutSeal(line: LineData): LineData {
  return Object.fromEntries(Object.entries(line).filter(([key]) => key !== 'seal'));
}

/** False for what canonical JSON has no words for: a number that is not finite, such as the one that `1e400` is read as. */
export function isSealable(value: unknown): boolean {
  if (typeof value === 'number') return Number.isFinite(value);
  return typeof value !== 'object' || value === null || Object.values(value).every(isSealable);
}

function parsed(line: string): LineData | undefined {
  try {
    const taken = takeValue(JSON.parse(line));
    return taken.ok && isMap(taken.value.data) ? taken.value.data : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

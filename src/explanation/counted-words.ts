import type { ClauseTrace } from '../evaluation/trace.ts';

type InForce = ClauseTrace['inForce'];

/** The first day of a clause, and from what it is counted: `2024-11-22, 18 months after \`launch\``. */
export function beginningInWords({ from, begins }: InForce): string {
  if (begins === undefined) return from;
  if (begins.on === undefined) return `${begins.counted ?? 'a day that is not known'}, not before ${from}`;
  const day = begins.on > from ? begins.on : from;
  return begins.counted === undefined ? day : `${day}, ${begins.counted}`;
}

/** A counted day in the middle of a sentence: `on 2024-11-22, 18 months after \`launch\``. */
export function countedInWords({ on, counted }: NonNullable<InForce['ends']>): string {
  if (on === undefined) return counted ?? 'on a day that is not known';
  return counted === undefined ? `on ${on}` : `on ${on}, ${counted}`;
}

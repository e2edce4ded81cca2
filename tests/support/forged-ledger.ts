import { createHash } from 'node:crypto';

/** A line of a ledger as anybody with a text editor could write it; parts that are left out are made to fit. */
export type ForgedLine = Readonly<Record<string, unknown>> | string;

const HEADER = { format: 'compute-rights/ledger/1', pack: 'good' };

/** The entries of a deal in which nothing is wrong by the good pack, one after the other. */
export const SOUND: readonly Readonly<Record<string, unknown>>[] = [
  { recorded: '2025-01-01', open: { counterparty: 'rival' } },
  { recorded: '2025-03-01', event: { notice: '2025-03-01', to: 'seller', contains: ['price'] } },
  { recorded: '2025-03-12', event: { decline: '2025-03-10', by: 'seller' } },
  { recorded: '2025-03-31', 'complete-to': '2025-03-31' },
];

/**
 * Writes a ledger whose chain holds, whatever its entries say: whoever can write the file can seal any line. Shares no
 * line with the product. A text stands as it is, unsealed.
 */
export function forgedLedger(entries: readonly ForgedLine[], header: ForgedLine = HEADER): string {
  const lines = [typeof header === 'string' ? header : sealed(header)];
  for (const [index, entry] of entries.entries()) {
    const chain = { entry: index + 1, previous: hash(lines.at(-1) ?? ''), by: 'clerk', opportunity: 'deal' };
    lines.push(typeof entry === 'string' ? entry : sealed({ ...chain, ...entry }));
  }
  return `${lines.join('\n')}\n`;
}

/** The lines of a ledger without their line breaks. */
export function linesIn(ledger: string): readonly string[] {
  return ledger.split('\n').slice(0, -1);
}

function sealed(content: Readonly<Record<string, unknown>>): string {
  return inKeyOrder({ ...content, seal: hash(inKeyOrder(content)) });
}

/** JSON with the keys of every map in order, which for the data of these tests is its canonical form. */
function inKeyOrder(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inKeyOrder).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const parts = Object.entries(value)
    .filter(([, part]) => part !== undefined)
    .toSorted(([one], [other]) => (one < other ? -1 : 1));
  return `{${parts.map(([key, part]) => `${JSON.stringify(key)}:${inKeyOrder(part)}`).join(',')}}`;
}

function hash(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

import { capitalised } from '../../explanation/counting.ts';
import { wrapText } from '../../explanation/wrap-text.ts';
import type { Unlock } from '../unlocks.ts';
import { explainUnlock, type ExplainedUnlock, type ExplainedWay } from '../words/explain-unlock.ts';

/** For how wide and how colourful a terminal. */
export interface UnlockTextOptions {
  readonly width: number;
  readonly color: boolean;
}

/** Writes what would let candidates serve as plain text; `asked` is the day asked about, as an ISO day. */
export function renderUnlocksText(
  unlocks: readonly Unlock[],
  asked: string,
  options: UnlockTextOptions,
): string {
  const lines = unlocks.flatMap((unlock) => ['', ...unlockLines(explainUnlock(unlock, asked), options)]);
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

function unlockLines(
  { heading, summary, groups }: ExplainedUnlock,
  options: UnlockTextOptions,
): readonly string[] {
  const numbered = numberedFrom(1);
  return [
    ...wrapText(heading, options.width, '').map((line) => bold(line, options)),
    ...wrapText(summary, options.width, ''),
    ...groups.flatMap((group) => [
      '',
      bold(group.heading, options),
      ...group.ways.flatMap((way) => wayLines(way, numbered(), options)),
    ]),
  ];
}

function numberedFrom(first: number): () => number {
  let next = first;
  return () => next++;
}

function wayLines(
  { changes, follows }: ExplainedWay,
  number: number,
  { width }: UnlockTextOptions,
): readonly string[] {
  const mark = `${String(number)}.`.padStart(4);
  const [first = '', ...others] = changes;
  return [
    ...wrapText(capitalised(first), width, `${mark} `, '     '),
    ...others.flatMap((change) => wrapText(`and ${change}`, width, '     ')),
    ...follows.flatMap((line) => wrapText(line, width, '     - ', '       ')),
  ];
}

function bold(text: string, { color }: UnlockTextOptions): string {
  return color ? `\u001b[1m${text}\u001b[0m` : text;
}

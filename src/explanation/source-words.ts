import type { SourceTrace } from '../evaluation/decision.ts';

/** Cites a source on one line, with its grade, and its quote and address below. */
export function citationOf(source: SourceTrace): readonly string[] {
  const at = source.at === undefined ? '' : `, ${source.at}`;
  return [
    `Source: ${source.title}${at}, ${source.date}. Grade ${source.grade}: ${source.gradeMeans}`,
    ...(source.quote === undefined ? [] : [`“${source.quote}”`]),
    ...(source.url === undefined ? [] : [source.url]),
  ];
}

/** Cites a confirming source without its address. */
export function confirmationOf(source: SourceTrace): string {
  const quote = source.quote === undefined ? '' : `: “${source.quote}”`;
  return `Confirmed by ${source.title}, ${source.date} (grade ${source.grade})${quote}`;
}

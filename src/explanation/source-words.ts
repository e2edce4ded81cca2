import type { ActAnswer } from '../evaluation/decision.ts';
import type { CarveOutTrace, SourceTrace } from '../evaluation/trace.ts';

/** Cites a source on one line, with its grade, and its quote and address below. */
export function citationOf(source: SourceTrace): readonly string[] {
  const at = source.at === undefined ? '' : `, ${source.at}`;
  return [
    `Source: ${source.title}${at}, ${source.date}, grade ${source.grade}`,
    ...(source.quote === undefined ? [] : [`“${source.quote}”`]),
    ...(source.url === undefined ? [] : [source.url]),
  ];
}

/** Cites a confirming source without its address. */
export function confirmationOf(source: SourceTrace): string {
  const quote = source.quote === undefined ? '' : `: “${source.quote}”`;
  return `Confirmed by ${source.title}, ${source.date}, grade ${source.grade}${quote}`;
}

/** Explains each grade that the acts' clauses carry, once. */
export function gradeLegend(acts: readonly ActAnswer[]): readonly string[] {
  const sources = acts.flatMap((act) =>
    act.trace.flatMap((clause) => [
      clause.source,
      ...clause.confirmedBy,
      ...clause.carveOuts.flatMap(sourcesIn),
    ]),
  );
  const meanings = new Map(sources.map(({ grade, gradeMeans }) => [grade, gradeMeans]));
  return [...meanings].map(([grade, means]) => `Grade ${grade}: ${means}.`);
}

function sourcesIn({ source, carveOuts }: CarveOutTrace): readonly SourceTrace[] {
  return [...(source === undefined ? [] : [source]), ...carveOuts.flatMap(sourcesIn)];
}

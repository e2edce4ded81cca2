import * as z from 'zod';
import { checkShape } from '../forms/check-shape.ts';
import { complete } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import { anything, text } from '../forms/shape-leaves.ts';
import type { Source } from '../source.ts';
import { child, type Spot } from '../written/written.ts';
import type { Vocabulary } from '../vocabulary/vocabulary.ts';
import type { Report } from '../written/report.ts';

export const SOURCE_SHAPE = z.strictObject({
  document: anything,
  grade: anything,
  at: text.exactOptional(),
  quote: text.exactOptional(),
});

export const LONGEST_QUOTE = 25;

/** The documents and grades that a source may name. */
export interface SourceContext {
  readonly report: Report;
  readonly vocabulary: Pick<Vocabulary, 'documents' | 'grades'>;
}

/** Resolves where a clause can be read. */
export function resolveSource(spot: Spot, context: SourceContext): Source | undefined {
  const { report, vocabulary } = context;
  const shape = checkShape(spot, SOURCE_SHAPE, report);
  if (shape === undefined) return undefined;
  const naming = { noun: 'a document', code: 'clause/undeclared-document' } as const;
  return complete({
    document: readName(child(spot, 'document'), vocabulary.documents, naming, report),
    grade: readName(
      child(spot, 'grade'),
      vocabulary.grades,
      { noun: 'a grade', code: 'clause/undeclared-grade' },
      report,
    ),
    ...(shape.at === undefined ? {} : { at: shape.at }),
    ...(shape.quote === undefined ? {} : { quote: checkQuote(shape.quote, child(spot, 'quote'), context) }),
  });
}

function checkQuote(quote: string, spot: Spot, context: SourceContext): string | undefined {
  const words = quote.match(/\S+/gu)?.length ?? 0;
  if (words <= LONGEST_QUOTE) return quote;
  const message = `the quote has ${String(words)} words, more than ${String(LONGEST_QUOTE)}`;
  return context.report('shape/long-quote', spot, message);
}

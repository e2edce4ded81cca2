import { GENERATED_READINGS, type Document } from './generated-words.ts';
import { withoutBlanks } from './generate-parts.ts';

/** Declares a reading of every generated pack. */
export function generatedReading(id: keyof typeof GENERATED_READINGS, assumed: string | undefined): Document {
  const question = `How is ${id} to be read?`;
  return withoutBlanks({
    question,
    options: GENERATED_READINGS[id],
    assume: assumed,
    because: assumed === undefined ? undefined : 'usual',
  });
}

import { Document, parseDocument } from 'yaml';

/** A part of a request, and what is to stand there. */
interface Change {
  readonly path: readonly string[];
  readonly value: unknown;
}

/** Writes changes into a request as it was written, whose comments stay; into nothing, a new request. */
export function writeRequest(text: string, changes: readonly Change[]): string {
  if (changes.length === 0) return text;
  const document =
    text.trim() === '' ? new Document({}) : parseDocument(text, { version: '1.2', schema: 'core' });
  for (const { path, value } of changes) {
    // A map that is written but empty has no place for what stands in it.
    const [top = ''] = path;
    if (path.length > 1 && document.get(top) === null) document.delete(top);
    document.setIn(path, document.createNode(value));
  }
  return document.toString({ lineWidth: 0, singleQuote: true });
}

import { CATALOGUE, type DiagnosticCode } from './catalogue.ts';

/** One mistake that a person made in a document: plain data, safe to write as JSON. */
export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly severity: 'error' | 'warning';
  /** One line: lower-case start, no full stop, the writer's own text in backticks. */
  readonly message: string;
  /** Where it stands in a text; left out for values that were never text. */
  readonly place?: Place;
  /** Stands in for the place: the file, or the path of keys to the value, such as `facts.megawatts`. */
  readonly path?: string;
  /** What to do about it: about this very document where that can be said, else what the catalogue advises. */
  readonly hint?: string;
  readonly related?: readonly Related[];
}

/** A stretch of one line of a file. Line and column count from 1, columns in UTF-16 units. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly length: number;
  /** The line itself, or the part of a long line around the column. */
  readonly lineText: string;
  /** The column at which `lineText` begins; left out where that is the first. */
  readonly lineTextFrom?: number;
}

/** Another place that has to do with the mistake, such as the first of two equal names. */
export interface Related {
  readonly message: string;
  readonly place?: Place;
}

/** A checked value with its warnings, or what is wrong with the document: never both. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly Diagnostic[] }
  | { readonly ok: false; readonly diagnostics: readonly Diagnostic[] };

/** Makes the diagnostic of a mistake. Where nothing better can be advised, it advises what the catalogue does. */
export function diagnosticOf(
  code: DiagnosticCode,
  message: string,
  where: { readonly place: Place } | { readonly path: string },
  { hint, related }: { readonly hint?: string | undefined; readonly related?: readonly Related[] } = {},
): Diagnostic {
  const [, mend] = CATALOGUE[code];
  return {
    code,
    severity: 'error',
    message,
    ...where,
    hint: hint ?? mend,
    ...(related === undefined ? {} : { related }),
  };
}

/** Sorts by file, line, column and code, and drops what is said twice about one place. */
export function inPlaceOrder(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  const sorted = diagnostics.toSorted(comparePlaces);
  return sorted.filter((each, index) => {
    const before = sorted[index - 1];
    return before === undefined || comparePlaces(before, each) !== 0;
  });
}

function comparePlaces(one: Diagnostic, other: Diagnostic): number {
  const theirs = sortKey(other);
  for (const [index, key] of sortKey(one).entries()) {
    const their = theirs[index] ?? key;
    if (key !== their) return key < their ? -1 : 1;
  }
  return 0;
}

function sortKey({ place, path, code, message }: Diagnostic): readonly (string | number)[] {
  return place === undefined
    ? [path ?? '', 0, 0, code, message]
    : [place.file, place.line, place.column, code, message];
}

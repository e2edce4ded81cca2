import type { DiagnosticCode } from '../../diagnostics/catalogue.ts';
import { diagnosticOf, type Diagnostic, type Related } from '../../diagnostics/diagnostic.ts';
import type { Part, Spot } from './written.ts';

/** Reports one mistake at one part of a document. Returns `undefined`, for the value that could not be had. */
export type Report = (code: DiagnosticCode, spot: Spot, message: string, more?: More) => undefined;

export interface More {
  readonly hint?: string | undefined;
  /** Which part the carets mark; the value where left out. */
  readonly part?: Part;
  readonly related?: readonly Related[];
}

/** Makes an empty list of diagnostics and the way to add to it. */
export function startReport(): { readonly report: Report; readonly diagnostics: readonly Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const report: Report = (code, spot, message, more = {}) => {
    const where = spot.written.placeOf(spot.path, more.part ?? 'value');
    diagnostics.push(diagnosticOf(code, message, where, more));
    return undefined;
  };
  return { report, diagnostics };
}

/** Points at a part of a document from the diagnostic of another. */
export function relatedTo(spot: Spot, message: string, part: Part = 'value'): Related {
  const where = spot.written.placeOf(spot.path, part);
  return 'place' in where ? { message, place: where.place } : { message: `${message} (${where.path})` };
}

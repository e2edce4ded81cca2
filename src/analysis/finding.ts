import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { FINDINGS, type FindingCode, type FindingSeverity } from '../diagnostics/finding-codes.ts';
import type { Part, WrittenParts } from '../pack/written-parts.ts';

/** A request as a document. */
export type RequestDocument = Readonly<Record<string, unknown>>;

/** Something that the analysis of a pack found: plain data, safe to write as JSON. */
export interface Finding extends Pick<Diagnostic, 'message' | 'place' | 'path' | 'hint' | 'related'> {
  readonly code: FindingCode;
  readonly severity: FindingSeverity;
  /** The id of what it is about, by which it can be suppressed. */
  readonly of: string;
  /** The circumstances in which it is so, all of them; absent where it is not about requests. */
  readonly where?: readonly string[];
  /** A request in which it shows, as the pack answers it. */
  readonly request?: RequestDocument;
}

/** What is said of a finding besides its code and message. */
export interface Found extends Pick<Finding, 'where' | 'request'> {
  readonly of: string;
  /** Where it stands; the pack itself, where nothing is given. */
  readonly at?: Part;
  readonly hint?: string;
  /** Another part that has to do with it. */
  readonly see?: { readonly part: Part; readonly message: string };
}

/** Makes findings with their places. */
export type MakeFinding = (code: FindingCode, message: string, found: Found) => Finding;

/** Prepares to make findings about a pack. */
export function findingsIn(written: WrittenParts): MakeFinding {
  return (code, message, { of, at, hint, see, where, request }) => {
    const [severity, , mend] = FINDINGS[code];
    const related = see === undefined ? undefined : relatedTo(see, written);
    return {
      code,
      severity,
      of,
      message,
      ...(at === undefined ? { path: of } : written.placeOf(at)),
      hint: hint ?? mend,
      ...(related !== undefined && { related: [related] }),
      ...(where !== undefined && { where }),
      ...(request !== undefined && { request }),
    };
  };
}

function relatedTo({ part, message }: NonNullable<Found['see']>, { placeOf }: WrittenParts) {
  const where = placeOf(part);
  return 'place' in where ? { message, place: where.place } : { message };
}

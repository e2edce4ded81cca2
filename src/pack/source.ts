/** Where a clause, carve-out or ceasing is stated: a document, how good the evidence is, and the words relied on. */
export interface Source {
  readonly document: string;
  readonly grade: string;
  /** The document's own words, 25 at most. */
  readonly quote?: string;
  /** Where in the document, such as a section or note. */
  readonly at?: string;
}

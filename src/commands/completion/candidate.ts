/** A word that may be put, and what it means. */
export interface Candidate {
  readonly value: string;
  readonly about: string;
}

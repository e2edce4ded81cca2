/**
 * Numbers every combination of a root and a class of each level that the columns speak of: the key of a row. What a key
 * comes to is worked out once, and kept.
 */
export interface KeyLayout {
  readonly roots: readonly number[];
  /** Of levels that decide something what one class counts for, and how many there are. */
  readonly digits: ReadonlyMap<number, { readonly counts: number; readonly classes: number }>;
  /** By key the possible outcomes as bits, `BY_ITSELF`, or `NOT_YET`. */
  readonly answers: Uint8Array;
}

/** No row with this key has been decided yet. */
export const NOT_YET = 0;
/** Rows with this key are decided by all that they say. */
export const BY_ITSELF = 255;

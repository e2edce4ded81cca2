/** A column of values that are named in a list: each code is a place in `values`. A value left out or `unknown` is not known. */
export interface CodedColumn {
  readonly values: readonly unknown[];
  readonly codes: Uint8Array | Uint16Array | Uint32Array | Int32Array;
}

/** Known values of one fact; numbers, in the fact's unit, may stand as they are, not-a-number for what is not known. */
export type FactColumn = CodedColumn | Float64Array;

/** Many questions of one actor about one act, as columns of equal length. There is no deal on record for any of them. */
export interface Columns {
  readonly length: number;
  readonly actor: string;
  readonly act: string;
  readonly provider: CodedColumn;
  /** ISO days by code, or days since 1970-01-01. */
  readonly date: CodedColumn | Int32Array;
  /** By fact; facts left out are unknown. */
  readonly facts: Readonly<Record<string, FactColumn>>;
}

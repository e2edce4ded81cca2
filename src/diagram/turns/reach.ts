/** A stretch of days or of numbers, its first and its last included. */
export interface Reach {
  readonly from: number;
  readonly to: number;
}

/** A class for each level that has a say in a case. */
export type Point = ReadonlyMap<number, number>;

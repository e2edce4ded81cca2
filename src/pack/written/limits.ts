/** How much a loader reads before it refuses. */
export interface Limits {
  /** Files in one pack's folder. */
  readonly files: number;
  /** Bytes, or UTF-16 units of a text given in memory, in one file. */
  readonly fileSize: number;
  /** The same over all files of a pack. */
  readonly packSize: number;
  /** Pieces of YAML in one file: brackets, commas and quotes without content would take seconds to refuse. */
  readonly tokens: number;
}

export const LIMITS: Limits = { files: 1000, fileSize: 2_000_000, packSize: 32_000_000, tokens: 600_000 };

/** UTF-16 units of one request's text. */
export const LONGEST_REQUEST = 200_000;

/** What is read of one request: programs read requests from strangers, and refuse them fast. */
export const REQUEST_LIMITS: Limits = { ...LIMITS, fileSize: LONGEST_REQUEST, tokens: 40_000 };

/** Lists and maps inside one another. The tallest scope that means something is far below. */
export const DEEPEST = 64;

/** Parts of a document that aliases may repeat, and parts of a value that was never text. */
export const MOST_ALIASED_PARTS = 10_000;
export const MOST_PARTS = 20_000;

/** Says that a file, or a pack, is over its bound. */
export function tooLarge(size: number): string {
  return `there are more than ${String(size)} bytes`;
}

/** Says that a folder has more files than its bound. */
export function tooMany(files: number): string {
  return `there are more than ${String(files)} YAML files`;
}

import type { DocumentEdit } from '../pack/pack-documents.ts';
import type { Spot } from '../pack/written/written.ts';

export const MUTATION_KINDS = [
  'drop-clause',
  'drop-carve-out',
  'drop-displacement',
  'drop-cessation',
  'swap-holder',
  'keep-clause',
  'end-clause',
  'shift-day',
  'change-days',
  'move-window',
  'change-silence',
  'change-comparison',
  'move-threshold',
  'widen',
  'narrow',
  'change-level',
  'flip-value',
  'flip-reading',
] as const;
/** What sort of mistake a mutation stands for. */
export type MutationKind = (typeof MUTATION_KINDS)[number];

/** A change of a pack's documents such as a person makes by mistake, and some scenario should notice. */
export interface Mutation {
  /** The clause or other part, the kind and what is changed, as `supply/drop-carve-out/small-orders`; no two have the same. */
  readonly id: string;
  readonly kind: MutationKind;
  /** The clause, instrument or defined term in which something is changed. */
  readonly of: string;
  /** What ends the sentence "no scenario would notice if …". */
  readonly would: string;
  readonly edits: readonly DocumentEdit[];
}

/** Gives the edit that takes a part out. */
export function taking(spot: Spot): DocumentEdit {
  return { written: spot.written, path: spot.path, value: undefined };
}

/** Gives the edit that puts a value in the place of a part. */
export function putting(spot: Spot, value: unknown): DocumentEdit {
  return { written: spot.written, path: spot.path, value };
}

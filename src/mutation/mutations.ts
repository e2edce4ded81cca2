import type { PackDocuments } from '../pack/pack-documents.ts';
import { changeComparison } from './kinds/change-comparison.ts';
import { changeDays } from './kinds/change-days.ts';
import { changeLevel } from './kinds/change-level.ts';
import { changeSilence } from './kinds/change-silence.ts';
import { changeValues } from './kinds/change-values.ts';
import { dropCarveOut } from './kinds/drop-carve-out.ts';
import { dropCessation } from './kinds/drop-cessation.ts';
import { dropClause } from './kinds/drop-clause.ts';
import { dropDisplacement } from './kinds/drop-displacement.ts';
import { endClause } from './kinds/end-clause.ts';
import { flipReading } from './kinds/flip-reading.ts';
import { flipValue } from './kinds/flip-value.ts';
import { keepClause } from './kinds/keep-clause.ts';
import { moveThreshold } from './kinds/move-threshold.ts';
import { moveWindow } from './kinds/move-window.ts';
import { shiftDay } from './kinds/shift-day.ts';
import { swapHolder } from './kinds/swap-holder.ts';
import type { Mutation } from './mutation.ts';
import { writtenPack, type WrittenPack } from './written-pack.ts';

const KINDS: readonly ((written: WrittenPack) => readonly Mutation[])[] = [
  dropClause,
  dropCarveOut,
  dropDisplacement,
  dropCessation,
  swapHolder,
  keepClause,
  endClause,
  shiftDay,
  changeDays,
  moveWindow,
  changeSilence,
  changeComparison,
  moveThreshold,
  changeValues,
  changeLevel,
  flipValue,
  flipReading,
];

/** Gives every mutation of a pack's documents, kind by kind in the order of the files. Not each of them loads. */
export function mutationsOf(documents: PackDocuments): readonly Mutation[] {
  const written = writtenPack(documents);
  const seen = new Map<string, number>();
  return KINDS.flatMap((kind) => kind(written)).map((mutation) => {
    const before = seen.get(mutation.id) ?? 0;
    seen.set(mutation.id, before + 1);
    return before === 0 ? mutation : { ...mutation, id: `${mutation.id}#${String(before + 1)}` };
  });
}

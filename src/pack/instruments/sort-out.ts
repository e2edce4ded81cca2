import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { startReport } from '../written/report.ts';
import { child, isMap, topOf, type Written } from '../written/written.ts';

/** What lies in a pack's folder besides `pack.yaml`. */
export interface SortedOut {
  readonly instruments: readonly Written[];
  /** One for each file that does not belong there. */
  readonly strays: readonly Diagnostic[];
  /** False where another file declares the words of a pack: then nothing can be said of the rest. */
  readonly isOnePack: boolean;
}

/** Tells instruments from files that do not belong in the folder of a pack. */
export function sortOut(files: readonly Written[]): SortedOut {
  const { report, diagnostics } = startReport();
  const instruments: Written[] = [];
  let isOnePack = true;
  for (const written of files) {
    const top = topOf(written);
    const has = (key: string): boolean => child(top, key).value !== undefined;
    if (!isMap(top.value) || has('instrument')) instruments.push(written);
    else if (has('pack') && (has('parties') || has('acts'))) {
      isOnePack = false;
      const message = 'the folder has a second file that declares a pack';
      report('pack/several-packs', child(top, 'pack'), message, {
        part: 'key',
        hint: 'give it a folder of its own',
      });
    } else if (has('scenarios')) {
      const message = 'scenarios live outside the folder of their pack';
      report('pack/scenarios-inside', child(top, 'scenarios'), message, {
        part: 'key',
        hint: 'move the file out',
      });
    } else instruments.push(written);
  }
  // What else is wrong would only follow from the second pack.
  const strays = isOnePack ? diagnostics : diagnostics.filter(({ code }) => code === 'pack/several-packs');
  return { instruments, strays, isOnePack };
}

import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Progress } from '../../diagnostics/progress.ts';

/** A line on stderr that says what is being done, until it is closed. */
export interface ProgressLine {
  readonly progress: Progress;
  readonly close: () => Promise<void>;
}

/** What the thread that draws is given: the words to begin with, the room, and where it says that it has drawn. */
export interface LineToDraw {
  readonly doing: string;
  readonly width: number;
  readonly hasDrawn: Int32Array;
}

/** What `process.stderr` writes to; in a thread of its own that is not said. */
export const STDERR = 2;

/** Back to the first column, and nothing left of the line. */
export const ERASE = '\r\u001B[2K';

/** Draws from a thread of its own: compiling keeps this one busy for seconds, and no timer runs meanwhile. */
export function openProgressLine(doing: string, columns = 0): ProgressLine {
  const hasDrawn = new Int32Array(new SharedArrayBuffer(4));
  const workerData: LineToDraw = { doing, width: (columns > 0 ? columns : 80) - 1, hasDrawn };
  const thread = new Worker(new URL('draw-progress.js', import.meta.url), { workerData });
  thread.unref();
  // Without the line the work goes on all the same.
  thread.on('error', () => {});
  return {
    progress: (now, done, of) => {
      thread.postMessage(
        done === undefined || of === undefined ? now : `${now}: ${String(done)} of ${String(of)}`,
      );
    },
    close: async () => {
      await thread.terminate();
      if (Atomics.load(hasDrawn, 0) === 1) writeSync(STDERR, ERASE);
    },
  };
}

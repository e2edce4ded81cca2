import { writeSync } from 'node:fs';
import { parentPort, workerData } from 'node:worker_threads';
import { ERASE, STDERR, type LineToDraw } from './progress-line.ts';

// The thread of a progress line. It is ended from outside.

/** Work that takes less is not worth a word. */
const PATIENCE_MS = 1000;
const BETWEEN_MS = 200;

const line = workerData as LineToDraw;
let { doing } = line;
const started = performance.now();

parentPort?.on('message', (now: string) => {
  doing = now;
});
setTimeout(() => {
  draw();
  setInterval(draw, BETWEEN_MS);
}, PATIENCE_MS);

function draw(): void {
  const seconds = Math.floor((performance.now() - started) / 1000);
  try {
    writeSync(STDERR, `${ERASE}${`${doing} (${String(seconds)} s)`.slice(0, line.width)}`);
    Atomics.store(line.hasDrawn, 0, 1);
  } catch {
    // A terminal that takes no more just now is drawn on the next time.
  }
}

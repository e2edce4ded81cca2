import type { Columns } from './columns.ts';
import type { ColumnEngine } from './column-engine.ts';
import { columnReaders, INVALID, type ColumnReader } from './column-readers.ts';
import { questionAt } from './question-at.ts';

/** Rows are taken in blocks, so that what is worked on stays close at hand however many rows there are. */
const BLOCK = 1_024;

/** Decides every row by a walk of its own, where there are too many combinations to number. */
export function walkColumns(engine: ColumnEngine, columns: Columns, rootsOf: readonly number[]): Uint8Array {
  const answers = new Uint8Array(columns.length).fill(UNDECIDED);
  const { readers, roots } = columnReaders(engine, columns, rootsOf);
  const classes = new Int16Array(engine.fallbacks.length * BLOCK);
  engine.fallbacks.forEach((fallback, level) => classes.fill(fallback, level * BLOCK, (level + 1) * BLOCK));
  const starts = new Int32Array(BLOCK);
  for (let from = 0; from < answers.length; from += BLOCK) {
    const block = answers.subarray(from, Math.min(from + BLOCK, answers.length));
    readBlock(readers, from, classes, block);
    roots(from, starts, block);
    walkBlock(engine.code, classes, starts, block);
    for (let row = 0; row < block.length; row += 1) {
      if (block[row] === UNDECIDED) block[row] = engine.bitsOf(questionAt(columns, from + row));
    }
  }
  return answers;
}

/** What a walk alone does not decide: some class on the way is open, or hangs on the rest of the row. */
const UNDECIDED = 255;

function readBlock(
  readers: readonly ColumnReader[],
  from: number,
  classes: Int16Array,
  answers: Uint8Array,
): void {
  for (const { level, read } of readers) {
    read(from, classes.subarray(Math.max(level, 0) * BLOCK, (Math.max(level, 0) + 1) * BLOCK), answers);
  }
}

function walkBlock(code: Int32Array, classes: Int16Array, starts: Int32Array, answers: Uint8Array): void {
  for (let row = 0; row < answers.length; row += 1) {
    if (answers[row] === INVALID) continue;
    let node = starts[row] ?? 0;
    while (node >= 0) {
      const klass = classes[(code[node] ?? 0) * BLOCK + row] ?? 0;
      if (klass < 0) break;
      node = code[node + 1 + klass] ?? 0;
    }
    if (node < 0) answers[row] = 1 << ~node;
  }
}

import type { Columns } from './columns.ts';
import type { ColumnEngine } from './column-engine.ts';
import { BY_ITSELF, NOT_YET, type KeyLayout } from './column-key.ts';
import { answerFor, keyLayout } from './key-layout.ts';
import { NO_ROOT, rootReader, statedColumns, UNREADABLE, type KeyReader } from './key-readers.ts';
import { questionAt } from './question-at.ts';
import { walkColumns } from './walk-columns.ts';

/** Rows are taken in blocks, so that what is worked on stays close at hand however many rows there are. */
const BLOCK = 1_024;

/** Decides every row: the possible outcomes as bits, the worst first, or 0 where a value cannot be read. */
export function decideColumns(engine: ColumnEngine, columns: Columns): Uint8Array {
  const roots = rootsOf(engine, columns);
  const readers = keyReaders(engine, columns, roots);
  return readers === undefined ? walkColumns(engine, columns, roots) : decideByKeys(engine, columns, readers);
}

/** The root of each provider that is named in the list, `NO_ROOT` where there is none. */
function rootsOf({ rootOf }: ColumnEngine, { actor, act, provider }: Columns): readonly number[] {
  return provider.values.map((value) => {
    const root = rootOf({ actor, act, provider: String(value) });
    return typeof root === 'number' ? root : NO_ROOT;
  });
}

/** With more columns than this, what cannot be read could not be told from the sum. */
const MOST_COLUMNS = 1_000;

interface KeyReaders {
  readonly layout: KeyLayout;
  readonly readers: readonly KeyReader[];
}

/** Prepares to read rows into keys; `undefined` where keys would be too many. */
function keyReaders(
  engine: ColumnEngine,
  columns: Columns,
  roots: readonly number[],
): KeyReaders | undefined {
  const stated = statedColumns(engine, columns);
  if (stated.length > MOST_COLUMNS) return undefined;
  const different = [...new Set(roots)].filter((root) => root !== NO_ROOT);
  const layout = keyLayout(engine, different, stated);
  if (layout === undefined) return undefined;
  const readers = stated.map(({ level, readerFor }) => readerFor(layout.digits.get(level)?.counts ?? 0));
  return { layout, readers: [rootReader(columns.provider, roots, layout), ...readers] };
}

function decideByKeys(engine: ColumnEngine, columns: Columns, { layout, readers }: KeyReaders): Uint8Array {
  const answers = new Uint8Array(columns.length);
  const keys = new Int32Array(BLOCK);
  for (let from = 0; from < answers.length; from += BLOCK) {
    const block = answers.subarray(from, Math.min(from + BLOCK, answers.length));
    const own = keys.subarray(0, block.length).fill(0);
    for (const read of readers) read(from, own);
    if (!answerKeys(engine, layout, own, block)) continue;
    for (let row = 0; row < block.length; row += 1) {
      if (block[row] === BY_ITSELF) block[row] = engine.bitsOf(questionAt(columns, from + row));
    }
  }
  return answers;
}

/** Looks every key up, and works out those that are new; true where a row has to be decided by itself. */
function answerKeys(engine: ColumnEngine, layout: KeyLayout, keys: Int32Array, rows: Uint8Array): boolean {
  const { answers } = layout;
  let most = 0;
  for (let row = 0; row < rows.length; row += 1) {
    const key = keys[row] ?? 0;
    if (key >= UNREADABLE) continue;
    let bits = answers[key] ?? NOT_YET;
    if (bits === NOT_YET) bits = answers[key] = answerFor(engine, layout, key);
    most = Math.max(most, bits);
    rows[row] = bits;
  }
  return most === BY_ITSELF;
}

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { disagreementsOn, runDifferential, type Counterexample } from '../support/run-differential.ts';
import { newTally, writtenCounts } from '../support/tally.ts';
import { cover, coverEvents, type Covered } from './covered.ts';
import { readOptions, type FuzzOptions } from './read-options.ts';

/** Where counterexamples are kept; not part of the repository. */
const FOLDER = 'counterexamples';
const A_MINUTE = 60_000;
/** After so many a run has shown enough. */
const MOST_DISAGREEMENTS = 10;

const options = readOptions(process.argv.slice(2));
process.exitCode = (options.replay === undefined ? await run(options) : await replay(options.replay)) ? 0 : 1;

/** Compares until the time is over; its last line says how it went. */
async function run({ minutes, seed }: FuzzOptions): Promise<boolean> {
  const tally = newTally();
  const covered: Covered = new Map();
  const end = Date.now() + minutes * A_MINUTE;
  let disagreements = 0;
  let nextNote = Date.now() + A_MINUTE;
  say(`seed ${String(seed)}, ${String(minutes)} minutes`);
  await runDifferential({
    seed,
    tally,
    isOver: () => {
      if (Date.now() > nextNote) {
        say(writtenCounts(Object.entries(tally)));
        nextNote += A_MINUTE;
      }
      return Date.now() > end || disagreements >= MOST_DISAGREEMENTS;
    },
    onBatch: ({ pack, requests }) => {
      cover(covered, pack);
      for (const { request } of requests) coverEvents(covered, request);
    },
    onCounterexample: (found) => {
      disagreements += 1;
      save(found, `seed-${String(seed)}-pair-${String(tally.pairs)}.json`);
    },
  });
  say(`compared: ${writtenCounts(Object.entries(tally))}`);
  say(`covered: ${writtenCounts(covered)}`);
  const { pairs, incomplete } = tally;
  process.stdout.write(`${JSON.stringify({ pairs, incomplete, disagreements, seed })}\n`);
  return disagreements === 0;
}

/** Compares a saved pair again, and shows what is still disagreed on. */
async function replay(file: string): Promise<boolean> {
  const pair = JSON.parse(readFileSync(file, 'utf8')) as Counterexample;
  const found = await disagreementsOn(pair);
  process.stdout.write(`${JSON.stringify(found, undefined, 2)}\n`);
  return found.length === 0;
}

function save(counterexample: Counterexample, name: string): void {
  mkdirSync(FOLDER, { recursive: true });
  writeFileSync(path.join(FOLDER, name), `${JSON.stringify(counterexample, undefined, 2)}\n`);
  const { between, where, said } = counterexample.disagreement;
  say(`${between} disagree on ${where}: ${JSON.stringify(said)}\nsaved as ${FOLDER}/${name}`);
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

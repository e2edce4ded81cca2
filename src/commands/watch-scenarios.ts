import { watch, type FSWatcher } from 'node:fs';
import { stat } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { EXIT, type ExitCode } from './exit-code.ts';
import { findScenarioFiles, scenarioPlaces } from './find-scenario-files.ts';
import type { TestsAsked } from './prepare-tests.ts';
import { packFolders } from './scenario-packs.ts';
import { startChanges } from './start-changes.ts';
import type { Surroundings } from './surroundings.ts';
import { UsageError } from './usage-error.ts';

/** How long nothing has to change before scenarios are run: editors write a file in several steps. */
const QUIET_MS = 150;

/** Moves to the top left and clears the terminal, what has been scrolled away included. */
const CLEAR = '\u001B[2J\u001B[3J\u001B[H';

/**
 * Runs scenarios, and again whenever rules or scenarios change, until the user has had enough. A run is not broken
 * off; what changes during it makes another. What is wrong meanwhile, half a file say, is shown and waited out.
 */
export async function watchScenarios(
  asked: TestsAsked,
  runOnce: () => Promise<ExitCode>,
  surroundings: Surroundings,
): Promise<ExitCode> {
  if (asked.paths.includes('-')) throw new UsageError('--watch cannot watch standard input');
  const changes = startChanges();
  const watchers = await watchAll(asked, changes.note, surroundings);
  let stopped = false;
  surroundings.onInterrupt?.(() => {
    stopped = true;
    changes.note();
  });
  try {
    while (!stopped) {
      if (surroundings.isTerminal) surroundings.stdout.write(CLEAR);
      await runShowingMistakes(runOnce, surroundings);
      surroundings.stderr.write('watching; Ctrl-C ends\n');
      await changes.wait();
      while (!stopped && (await changes.wait(QUIET_MS)));
    }
  } finally {
    for (const watcher of watchers) watcher.close();
  }
  return EXIT.interrupted;
}

/** A folder that is being moved may be no pack for a moment; that is no reason to stop watching. */
async function runShowingMistakes(runOnce: () => Promise<ExitCode>, { stderr }: Surroundings): Promise<void> {
  try {
    await runOnce();
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    stderr.write(`error: ${error.message}\n`);
  }
}

/** Folders are watched whole. A file is watched through its folder, for editors put a new one in its place. */
async function watchAll(
  { paths, rules }: TestsAsked,
  note: () => void,
  surroundings: Surroundings,
): Promise<readonly FSWatcher[]> {
  const files = await findScenarioFiles(paths, surroundings);
  const packs = await packFolders(files.ok ? files.value : [], rules, surroundings);
  const folders = new Map<string, boolean>();
  const places = [
    ...new Set(packs.flatMap((each) => each.folders)),
    ...(await scenarioPlaces(paths, surroundings)),
  ];
  for (const place of places) {
    const path = resolve(surroundings.cwd, place);
    const isFolder = await stat(path).then(
      (found) => found.isDirectory(),
      () => undefined,
    );
    if (isFolder === undefined) throw new UsageError(`there is no \`${place}\` to watch`);
    if (isFolder) folders.set(path, true);
    else folders.set(dirname(path), folders.get(dirname(path)) ?? false);
  }
  return [...folders].map(([folder, recursive]) =>
    watch(folder, { recursive }, (_event, name) => {
      if (name === null || /\.ya?ml$/u.test(name)) note();
    }),
  );
}

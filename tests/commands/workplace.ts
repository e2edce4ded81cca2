import path from 'node:path';
import { runInProcess, type Run } from '../support/run-in-process.ts';

/** A folder with a pack in `rules`, scenarios, a request, and some packs that are in the way. */
export const WORKPLACE = path.join(import.meta.dirname, 'workplace');

/** Runs a command line, written as one would type it without quotes, in the workplace. */
export function run(commandLine: string, stdin = ''): Promise<Run> {
  return runInProcess(commandLine.split(' '), WORKPLACE, stdin);
}

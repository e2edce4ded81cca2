import { unheard, type Progress } from '../../diagnostics/progress.ts';
import type { Surroundings } from '../surroundings.ts';

/**
 * Does work, and on a terminal shows below it, from its second second on, what it is at. The line is gone before anything
 * else is written; in a pipe and in CI there is none.
 */
export async function showingProgress<T>(
  surroundings: Surroundings,
  doing: string,
  work: (progress: Progress) => T | Promise<T>,
): Promise<T> {
  if (!isWatched(surroundings)) return work(unheard);
  const { openProgressLine } = await import('./progress-line.ts');
  const line = openProgressLine(doing, surroundings.columns);
  try {
    return await work(line.progress);
  } finally {
    await line.close();
  }
}

/** Whether somebody sits before a terminal that can take a line back. */
function isWatched({ stderrIsTerminal = false, env }: Surroundings): boolean {
  return stderrIsTerminal && ['', 'false', '0'].includes(env['CI'] ?? '') && env['TERM'] !== 'dumb';
}

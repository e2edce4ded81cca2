import type { Surroundings } from './surroundings.ts';

const PIPED_WIDTH = 80;
const NARROWEST = 60;
const WIDEST = 100;

/** How text is laid out here: as wide as the terminal within bounds, 80 columns in a pipe, colour only on a terminal. */
export function textLayout(surroundings: Surroundings): { readonly width: number; readonly color: boolean } {
  const { isTerminal, columns, env } = surroundings;
  const width = isTerminal && columns !== undefined && columns > 0 ? columns : PIPED_WIDTH;
  const declined = (env['NO_COLOR'] ?? '') !== '' || env['TERM'] === 'dumb';
  return { width: Math.min(Math.max(width, NARROWEST), WIDEST), color: isTerminal && !declined };
}

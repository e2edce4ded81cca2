import type { CountedNodes } from './counted-nodes.ts';
import type { MovableDiagrams } from './movable-diagrams.ts';

/** How far sifting may go. */
export interface SiftLimits {
  /** A variable moves on while there are no more nodes than at its best place and so many for each node of its own. */
  readonly slack: number;
  /** What the swaps may cost, in `work`. A variable on its way when that is spent still goes to its best place. */
  readonly work: number;
}

/**
 * Moves one variable after the other, those with most nodes first, through the order and leaves each where there are
 * fewest nodes, among the places that take no more cells. There are never more of either afterwards.
 */
export function siftVariables(diagrams: MovableDiagrams, limits: SiftLimits): void {
  const { nodes, order } = diagrams;
  const variables = order.toSorted((one, other) => nodes.countOf(other) - nodes.countOf(one));
  for (const variable of variables) {
    if (nodes.countOf(variable) > 0) siftVariable(diagrams, variable, limits);
  }
}

/** The best place found so far, and how many nodes and cells there are with the variable there. */
interface Best {
  place: number;
  size: number;
  cells: number;
}

/** Tries the places up to the nearer end first, then those up to the other. */
function siftVariable(diagrams: MovableDiagrams, variable: number, { slack, work }: SiftLimits): void {
  const { nodes, order } = diagrams;
  const start = order.indexOf(variable);
  const best = { place: start, size: nodes.size, cells: nodes.cells };
  const within = { more: slack * nodes.countOf(variable), work };
  for (const step of start < order.length / 2 ? [-1, 1] : [1, -1]) {
    const end = tryPlaces(diagrams, { start, step }, within, best);
    move(diagrams, end, start);
  }
  move(diagrams, start, best.place);
}

/** Moves a variable step by step as long as the limits allow, and gives the place reached. */
function tryPlaces(
  diagrams: MovableDiagrams,
  { start, step }: { readonly start: number; readonly step: number },
  within: { readonly more: number; readonly work: number },
  best: Best,
): number {
  const { nodes, order } = diagrams;
  const last = step < 0 ? 0 : order.length - 1;
  let place = start;
  while (place !== last && diagrams.work < within.work && nodes.size <= best.size + within.more) {
    move(diagrams, place, place + step);
    place += step;
    if (isBetter(nodes, best)) Object.assign(best, { place, size: nodes.size, cells: nodes.cells });
  }
  return place;
}

/** Fewer nodes of wide variables can take more memory than many of narrow ones: neither may grow for the other. */
function isBetter({ size, cells }: CountedNodes, best: Best): boolean {
  return size <= best.size && cells <= best.cells && (size < best.size || cells < best.cells);
}

/** Takes the variable at one place to another, past all those between. */
function move(diagrams: MovableDiagrams, from: number, to: number): void {
  for (let place = from; place < to; place += 1) diagrams.swap(place);
  for (let place = from; place > to; place -= 1) diagrams.swap(place - 1);
}

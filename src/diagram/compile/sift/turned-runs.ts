import type { CountedNodes, Runs } from './counted-nodes.ts';

/**
 * Gives the runs of a node once it branches on the lower of two neighbouring variables first, and makes the nodes of the
 * upper one that they lead to. Some child of the node has to be of the lower variable.
 */
export function turnedRuns(nodes: CountedNodes, runs: Runs, upper: number, lower: number): Runs {
  const below = childrenBelow(nodes, runs, lower);
  const turned: number[] = [];
  for (let end = segmentEnd(below); end !== undefined; end = segmentEnd(below)) {
    pushRun(turned, nodes.nodeOf(upper, runsInSegment(runs, below)), end);
    for (const child of below) {
      if (child !== undefined && child.runs[child.place + 1] === end) child.place += 2;
    }
  }
  return turned;
}

/** A child of the lower variable, and the run of it that is looked at. */
interface Below {
  readonly runs: Runs;
  place: number;
}

/** By run: the child, where it is of the lower variable. */
function childrenBelow(nodes: CountedNodes, runs: Runs, lower: number): readonly (Below | undefined)[] {
  const below: (Below | undefined)[] = [];
  for (let run = 0; run < runs.length; run += 2) {
    const child = runs[run] ?? 0;
    below.push(nodes.variableOf(child) === lower ? { runs: nodes.runsOf(child), place: 0 } : undefined);
  }
  return below;
}

/** The last class of the lower variable up to which no child changes; undefined behind the last class of all. */
function segmentEnd(below: readonly (Below | undefined)[]): number | undefined {
  let end: number | undefined;
  for (const child of below) {
    const last = child?.runs[child.place + 1];
    if (last !== undefined && (end === undefined || last < end)) end = last;
  }
  return end;
}

/** The runs of a node of the upper variable, where the lower one is in the segment looked at. */
function runsInSegment(runs: Runs, below: readonly (Below | undefined)[]): Runs {
  const inner: number[] = [];
  for (let run = 0; run < runs.length; run += 2) {
    const child = below[run / 2];
    pushRun(
      inner,
      child === undefined ? (runs[run] ?? 0) : (child.runs[child.place] ?? 0),
      runs[run + 1] ?? 0,
    );
  }
  return inner;
}

/** Adds a run, or makes the last one longer where it leads to the same child. */
function pushRun(runs: number[], child: number, last: number): void {
  if (runs.length > 0 && runs[runs.length - 2] === child) runs[runs.length - 1] = last;
  else runs.push(child, last);
}

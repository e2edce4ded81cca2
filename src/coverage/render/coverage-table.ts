import type { PackCoverage } from '../coverage.ts';
import type { PartKind } from '../parts/contract-part.ts';
import { percentIn, type Share } from '../share.ts';

/** Lays out how much is covered: lines for all parts and each kind, and for regions, unless none was counted. */
export function coverageTable({ parts, regions }: PackCoverage): readonly string[] {
  const isUncounted = regions.of === 0 && regions.gaveUp.length > 0;
  const rows: readonly (readonly [string, Share])[] = [
    ['parts that decide a scenario', parts],
    ...parts.kinds
      .filter(({ of }) => of > 0)
      .map(({ kind, ...share }) => [`  ${KIND_WORDS[kind]}`, share] as const),
    ...(isUncounted
      ? []
      : ([
          ['regions with a scenario', regions],
          ['  ordinary ones', regions.ordinary],
        ] as const)),
  ];
  const widthOf = (cells: readonly string[]): number => Math.max(...cells.map((cell) => cell.length));
  const [labels, reached, all, percents] = [
    widthOf(rows.map(([label]) => label)),
    widthOf(rows.map(([, share]) => String(share.reached))),
    widthOf(rows.map(([, share]) => String(share.of))),
    widthOf(rows.map(([, share]) => percentIn(share))),
  ];
  return rows.map(([label, share]) => {
    const counts = `${String(share.reached).padStart(reached)} of ${String(share.of).padStart(all)}`;
    return `  ${label.padEnd(labels)}  ${counts}  ${percentIn(share).padStart(percents)}`;
  });
}

const KIND_WORDS: Readonly<Record<PartKind, string>> = {
  clause: 'clauses',
  'carve-out': 'carve-outs',
  displacement: 'displacements',
  ending: 'endings',
  reading: 'options of readings',
  state: 'states of first rights',
};

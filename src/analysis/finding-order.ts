import type { Finding } from './finding.ts';

/** Sorts findings by file, line, column and code, as diagnostics are. */
export function inFindingOrder(findings: readonly Finding[]): readonly Finding[] {
  return findings.toSorted((one, other) => {
    const theirs = sortKey(other);
    for (const [index, key] of sortKey(one).entries()) {
      const their = theirs[index] ?? key;
      if (key !== their) return key < their ? -1 : 1;
    }
    return 0;
  });
}

function sortKey({ place, path = '', code, message }: Finding): readonly (string | number)[] {
  return place === undefined
    ? [path, 0, 0, code, message]
    : [place.file, place.line, place.column, code, message];
}

import type { ClauseTrace } from '../evaluation/trace.ts';
import type { Finding } from '../vocabulary/finding.ts';
import { reasonsFor } from './criterion-words.ts';

/** Names the ways in which a clause loses its force that have this finding, each with its reasons and any election. */
export function ceasingReasons({ ceasings = [] }: ClauseTrace, finding: Finding): readonly string[] {
  return ceasings
    .filter((ceasing) => ceasing.finding === finding)
    .map(({ id, title, scope, election }) => {
      const elected = election === undefined ? [] : [`${election.of.name} ${ELECTED[election.finding]}`];
      return `“${title ?? id}” (${[reasonsFor(scope), ...elected].join('; ')})`;
    });
}

const ELECTED: Readonly<Record<Finding, string>> = {
  met: 'has elected so',
  'not-met': 'has not elected so',
  unknown: 'may have elected so',
};

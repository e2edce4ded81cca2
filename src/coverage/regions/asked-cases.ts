import type { Cases } from '../../analysis/open/cases.ts';
import type { OpenPack } from '../../analysis/open/open-pack.ts';
import type { Diagram } from '../../diagram/algebra/diagrams.ts';
import { forSome } from '../../diagram/algebra/for-some.ts';
import type { About } from '../../diagram/variables/variable.ts';

/** Requests as they can be put: what no request settles is taken away from what can be. */
export interface AskedCases {
  /** Cases that count: assumed values and readings as the pack assumes them. */
  readonly among: Diagram;
  /** What a request leaves open of them however it is put. */
  readonly unsettled: ReadonlySet<number>;
  /** What can be asked: `among` without what is unsettled. */
  readonly canBe: Diagram;
}

/** Questions that no request answers: what the text leaves unknown, uncertain starts, days that a calendar does not cover. */
const UNSETTLED: readonly About['is'][] = ['parameter', 'start', 'calendar', 'record', 'unrecorded', 'share'];

/** Gives requests in which every reading that the pack does not assume is left open. */
export function withReadingsOpen(open: OpenPack, { assumed }: Cases): AskedCases {
  return asked(open, assumed, [...UNSETTLED, 'reading']);
}

/** Gives requests in which every reading is taken one way or another. */
export function withReadingsTaken(open: OpenPack, { stated }: Cases): AskedCases {
  return asked(open, stated, UNSETTLED);
}

function asked({ diagrams, variables }: OpenPack, among: Diagram, kinds: readonly About['is'][]): AskedCases {
  const unsettled = new Set(
    variables.flatMap(({ about }, level) => (kinds.includes(about.is) ? [level] : [])),
  );
  return { among, unsettled, canBe: forSome(diagrams, among, unsettled) };
}

/** Where a region holds whatever becomes of what a request leaves open. */
export function wherever(
  { diagrams }: OpenPack,
  { among, unsettled, canBe }: AskedCases,
  region: Diagram,
): Diagram {
  const fails = forSome(diagrams, diagrams.and(among, diagrams.not(region)), unsettled);
  return diagrams.and(canBe, diagrams.not(fails));
}

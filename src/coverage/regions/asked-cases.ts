import type { Cases } from '../../analysis/open/cases.ts';
import type { OpenPack } from '../../analysis/open/open-pack.ts';
import type { Diagram } from '../../diagram/algebra/diagrams.ts';
import { forSome } from '../../diagram/algebra/for-some.ts';
import { statesOf } from '../parts/states-of.ts';
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

function asked(open: OpenPack, among: Diagram, kinds: readonly About['is'][]): AskedCases {
  const { diagrams, variables } = open;
  const unsettled = new Set(
    variables.flatMap(({ about }, level) => (kinds.includes(about.is) ? [level] : [])),
  );
  const reached = diagrams.and(among, statesThatCanBe(open));
  return { among: reached, unsettled, canBe: forSome(diagrams, reached, unsettled) };
}

/** A first right stands only in states to which its procedure may come. */
function statesThatCanBe({ diagrams, variables, pack }: OpenPack): Diagram {
  return diagrams.all(
    variables.flatMap(({ about, classes }, level) => {
      const procedure = pack.clauses.find(({ id }) => id === about.id)?.procedure;
      if (about.is !== 'state' || procedure === undefined) return [];
      const states: readonly string[] = statesOf(procedure);
      return [diagrams.test(level, (klass) => states.includes(classes[klass]?.label ?? ''))];
    }),
  );
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

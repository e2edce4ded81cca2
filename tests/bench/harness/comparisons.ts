import type { Figure } from '../figures.ts';
import type { PeerName, ProductName, SubjectName } from './subjects.ts';

/** How many times as fast as a peer the product means to be. */
interface Comparison {
  readonly product: ProductName;
  readonly peer: PeerName;
  readonly least: number;
  readonly aim: string;
}

const COMPARISONS: readonly Comparison[] = [
  { product: 'decide', peer: 'json-rules-engine', least: 1000, aim: '≥ 1000' },
  { product: 'decide', peer: 'zen-engine', least: 200, aim: '≥ 200' },
  { product: 'decide', peer: 'cedar-wasm', least: 200, aim: '≥ 200' },
  { product: 'decide', peer: 'casbin', least: 200, aim: '≥ 200' },
  { product: 'decide', peer: 'json-logic-engine', least: 1.5, aim: '≥ 1.5' },
  { product: 'decide', peer: 'hand-written over objects', least: 0.1, aim: '≥ 0.1' },
  { product: 'exported module', peer: 'hand-written over objects', least: 0.8, aim: '≥ 0.8' },
  { product: 'decideColumns', peer: 'hand-written over columns', least: 0.5, aim: '≥ 0.5' },
];

const FEWEST_EXPLAINED_A_SECOND = 1e6;

/** Nanoseconds of one decision by each subject that was measured. */
export type Nanoseconds = ReadonlyMap<SubjectName, number>;

/** Gives each comparison of which both sides were measured. */
export function compareSpeeds(nanoseconds: Nanoseconds): readonly Figure[] {
  return COMPARISONS.flatMap(({ product, peer, least, aim }) => {
    const [ours, theirs] = [nanoseconds.get(product), nanoseconds.get(peer)];
    if (ours === undefined || theirs === undefined) return [];
    const ratio = theirs / ours;
    return [
      { figure: `${product}; × as fast as ${peer}`, value: ours / 1e6, ratio, aim, met: ratio >= least },
    ];
  });
}

/** Gives how many explained answers there are in a second, if they were measured. */
export function explainedASecond(nanoseconds: Nanoseconds): readonly Figure[] {
  const ours = nanoseconds.get('explained');
  if (ours === undefined) return [];
  const ratio = 1e9 / ours;
  const met = ratio >= FEWEST_EXPLAINED_A_SECOND;
  return [{ figure: 'explained answers in a second', value: ours / 1e6, ratio, aim: '≥ 1000000', met }];
}

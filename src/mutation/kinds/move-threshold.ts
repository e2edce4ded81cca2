import { child } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import { leavesIn, type WrittenLeaf } from '../written-leaves.ts';
import type { WrittenPack } from '../written-pack.ts';
import { writtenTests } from '../written-scopes.ts';

/** Moves a figure by one in its last place, either way. */
export function moveThreshold(written: WrittenPack): readonly Mutation[] {
  const tested = writtenTests(written).flatMap(({ of, part, owner, subject, spot }) =>
    leavesIn(spot, `${part}.${subject}`).flatMap((leaf) => moved(leaf, of, owner)),
  );
  const agreed = written.clauses.flatMap(({ id, title, spot }) =>
    leavesIn(child(spot, 'procedure')).flatMap((leaf) => moved(leaf, id, `"${title}"`)),
  );
  return [...tested, ...agreed];
}

function moved({ name, spot }: WrittenLeaf, of: string, owner: string): readonly Mutation[] {
  const { value } = spot;
  const [, figure, unit = ''] = /^(-?\d+(?:\.\d+)?)( [a-zA-Z]+)?$/.exec(String(value)) ?? [];
  const isFigure = typeof value === 'number' || (unit !== '' && !DURATIONS.test(unit));
  if (figure === undefined || !isFigure) return [];
  return WAYS.map(([way, by]) => {
    const other = inLastPlace(figure, by);
    return {
      id: `${of}/move-threshold/${name}/${way}`,
      kind: 'move-threshold',
      of,
      would: `${owner} said ${other}${unit} instead of ${figure}${unit} (${name})`,
      edits: [putting(spot, typeof value === 'number' ? Number(other) : `${other}${unit}`)],
    };
  });
}

const DURATIONS = /^ (weeks?|months?|years?)$/;

const WAYS = [
  ['lower', -1],
  ['higher', 1],
] as const;

/** One more or less in the last place that is written, without the errors of binary fractions. */
function inLastPlace(figure: string, by: number): string {
  const places = figure.split('.')[1]?.length ?? 0;
  return ((Math.round(Number(figure) * 10 ** places) + by) / 10 ** places).toFixed(places);
}

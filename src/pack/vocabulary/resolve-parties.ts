import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape } from '../forms/check-shape.ts';
import { inCodeOrder } from '../forms/in-code-order.ts';
import { readName, type Names } from '../forms/names.ts';
import { readList, readOneOrMore } from '../forms/read-list.ts';
import type { Group, Party } from '../pack.ts';
import type { Report } from '../written/report.ts';
import { child, entriesOf, type Spot } from '../written/written.ts';
import { GROUP_SHAPE } from './vocabulary-shapes.ts';

const A_PARTY = { code: 'pack/undeclared-party', noun: 'a party' } as const;

/** Gives each party with all those of whose group it is, theirs included. */
export function withAffiliations(spot: Spot, parties: Names<Party>, report: Report): Names<Party> {
  const direct = new Map(
    entriesOf(spot).map(([id, party]) => [id, readAffiliations(id, party, parties, report)]),
  );
  const declared = [...parties.declared].map(([id, party]) => {
    const above = allAbove(id, direct);
    const affiliateOf = above.length === 0 ? {} : { affiliateOf: above };
    return [id, party && { ...party, ...affiliateOf }] as const;
  });
  return { ...parties, declared: new Map(declared) };
}

/** Resolves a named list of parties. */
export function resolveGroup(
  id: string,
  spot: Spot,
  parties: Names<Party>,
  report: Report,
): Group | undefined {
  const shape = checkShape(spot, GROUP_SHAPE, report);
  if (shape === undefined) return undefined;
  const read = (each: Spot) => readName(each, parties, A_PARTY, report);
  const members = readList(child(spot, 'parties'), read, report);
  return members && { id, means: shape.means, parties: members };
}

function readAffiliations(id: string, party: Spot, parties: Names<Party>, report: Report): readonly string[] {
  const spot = child(party, 'affiliate-of');
  if (spot.value === undefined) return [];
  const read = (each: Spot) => {
    const above = readName(each, parties, A_PARTY, report);
    if (above !== id) return above;
    return report('pack/affiliate-of-itself', each, `${inBackticks(id)} is no affiliate of itself`);
  };
  return readOneOrMore(spot, read, report) ?? [];
}

function allAbove(id: string, direct: ReadonlyMap<string, readonly string[]>): readonly string[] {
  const found = new Set<string>();
  const queue = [...(direct.get(id) ?? [])];
  for (let above = queue.pop(); above !== undefined; above = queue.pop()) {
    if (above === id || found.has(above)) continue;
    found.add(above);
    queue.push(...(direct.get(above) ?? []));
  }
  return [...found].toSorted(inCodeOrder);
}

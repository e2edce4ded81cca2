import { countsWithHolder } from '../../pack/counts-with-holder.ts';
import type { Clause, HolderRelation } from '../../pack/pack.ts';
import type { Finding } from '../../vocabulary/finding.ts';
import type { Circumstances } from './circumstances.ts';
import { limitOf, openIdsOf } from '../../pack/settlement.ts';

/** Whether the candidate is a clause's holder or counts with it, and the unknown on which that depends. */
export interface Holding {
  readonly finding: Finding;
  readonly dependsOn: readonly string[];
}

/** Finds whether a candidate stands in the holder's place: it is the holder, or one of those the clause counts with it. */
export function holdingOf(clause: Clause, circumstances: Circumstances): Holding {
  const { holder } = clause;
  if (holder === undefined) return NOT_HELD;
  if (circumstances.candidate === holder) return { finding: 'met', dependsOn: [] };
  const relations = relationsTo(holder, circumstances);
  if (relations.length === 0) return NOT_HELD;
  const parameter = countsWithHolder(clause);
  const limit = limitOf(parameter, circumstances.settlement);
  if (limit === undefined) {
    const counts = circumstances.settlement.questions.get(parameter.id);
    if (counts !== undefined) return counts ? { finding: 'met', dependsOn: [] } : NOT_HELD;
    return { finding: 'unknown', dependsOn: openIdsOf(parameter, circumstances.settlement) };
  }
  const counted = limit.is === 'set' && relations.some((relation) => limit.value.includes(relation));
  return counted ? { finding: 'met', dependsOn: [] } : NOT_HELD;
}

const NOT_HELD: Holding = { finding: 'not-met', dependsOn: [] };

function relationsTo(holder: string, { pack, request, candidate }: Circumstances): readonly HolderRelation[] {
  const party = pack.parties.find(({ id }) => id === candidate);
  const designees = request.designees ?? {};
  const designated = Object.hasOwn(designees, holder) ? (designees[holder] ?? []) : [];
  return [
    ...(party?.affiliateOf?.includes(holder) === true ? (['affiliates'] as const) : []),
    ...(designated.includes(candidate) ? (['designees'] as const) : []),
    ...(request.through === holder ? (['subcontractors'] as const) : []),
  ];
}

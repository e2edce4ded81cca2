import type { Clause, HolderRelation } from '../../pack/pack.ts';
import { countsWithHolder } from '../../pack/counts-with-holder.ts';
import { FALSE, TRUE, type Diagram } from '../algebra/diagrams.ts';
import { designeeVariable, throughVariable } from '../variables/other-variables.ts';
import { is, type CandidateGround } from './ground.ts';
import { decidedBy } from './stated-diagram.ts';

/** True where the candidate is a clause's holder, or one of those that the clause counts with it. */
export function holderDiagram(ground: CandidateGround, clause: Clause): Diagram {
  const { diagrams, candidate } = ground;
  const { holder } = clause;
  if (holder === undefined) return FALSE;
  if (candidate === holder) return TRUE;
  const relations = relationDiagrams(ground, holder);
  const related = diagrams.any([...relations.values()]);
  if (related === FALSE) return FALSE;
  const counted = decidedBy(ground, countsWithHolder(clause), (limit) =>
    limit.is === 'none'
      ? FALSE
      : diagrams.any(limit.value.map((relation) => relations.get(relation) ?? FALSE)),
  );
  return diagrams.and(related, counted);
}

function relationDiagrams(ground: CandidateGround, holder: string): ReadonlyMap<HolderRelation, Diagram> {
  const party = ground.pack.parties.find(({ id }) => id === ground.candidate);
  return new Map([
    ['affiliates', party?.affiliateOf?.includes(holder) === true ? TRUE : FALSE],
    ['designees', is(ground, designeeVariable(holder), 'yes')],
    ['subcontractors', is(ground, throughVariable(holder), 'yes')],
  ]);
}

import type { Clause, HolderRelation } from '../../src/pack/pack.ts';
import { limitOf, type World } from './naive-world.ts';

/** The holder itself, and those who stand in its place by what the clause says; where it does not say, perhaps. */
export function isAsHolder(world: World, clause: Clause): boolean {
  const { holder, countsWithHolder } = clause;
  if (holder === undefined) return false;
  if (world.provider === holder) return true;
  const relations = relationsTo(world, holder);
  if (relations.length === 0) return false;
  const counted = countsWithHolder === undefined ? undefined : limitOf(world, countsWithHolder);
  if (counted !== undefined) {
    return counted.is === 'set' && relations.some((relation) => counted.value.includes(relation));
  }
  const id = countsWithHolder?.id ?? `${clause.id}.counts-with-holder`;
  return world.choose({ key: `parameter ${id}`, reportedAs: id }, [true, false]);
}

function relationsTo({ pack, request, provider }: World, holder: string): HolderRelation[] {
  const party = pack.parties.find((one) => one.id === provider);
  const { designees = {}, through } = request;
  const designated = Object.hasOwn(designees, holder) ? designees[holder] : undefined;
  return [
    ...(party?.affiliateOf?.includes(holder) === true ? (['affiliates'] as const) : []),
    ...(designated?.includes(provider) === true ? (['designees'] as const) : []),
    ...(through === holder ? (['subcontractors'] as const) : []),
  ];
}

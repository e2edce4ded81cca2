import type { Pack, Party } from '../../pack/pack.ts';
import { child, textIn } from '../../pack/written/written.ts';
import { putting, type Mutation } from '../mutation.ts';
import type { WrittenClause, WrittenPack } from '../written-pack.ts';

/** Gives a right to somebody else: to its grantor, who then is bound no more, or to the next provider of the pack. */
export function swapHolder({ pack, clauses }: WrittenPack): readonly Mutation[] {
  return clauses.flatMap((clause) => {
    const holder = textIn(child(clause.spot, 'holder'));
    if (holder === '') return [];
    const grantor = textIn(child(clause.spot, 'grantor'));
    const providers = pack.parties.filter(({ id, provider }) => provider && id !== grantor);
    const place = providers.findIndex(({ id }) => id === holder);
    const next = providers[(place + 1) % providers.length];
    const isOther = place !== -1 && next !== undefined && next.id !== holder;
    return [
      ...(grantor === '' ? [] : [exchanged(clause, holder, grantor)]),
      ...(isOther ? [given(clause, nameIn(pack, holder), next)] : []),
    ];
  });
}

function exchanged({ id, title, spot }: WrittenClause, holder: string, grantor: string): Mutation {
  return {
    id: `${id}/swap-holder/${grantor}`,
    kind: 'swap-holder',
    of: id,
    would: `holder and grantor of "${title}" changed places`,
    edits: [putting(child(spot, 'holder'), grantor), putting(child(spot, 'grantor'), holder)],
  };
}

function given({ id, title, spot }: WrittenClause, holder: string, other: Party): Mutation {
  return {
    id: `${id}/swap-holder/${other.id}`,
    kind: 'swap-holder',
    of: id,
    would: `"${title}" were for ${other.name} instead of ${holder}`,
    edits: [putting(child(spot, 'holder'), other.id)],
  };
}

function nameIn({ parties }: Pack, id: string): string {
  return parties.find((party) => party.id === id)?.name ?? id;
}

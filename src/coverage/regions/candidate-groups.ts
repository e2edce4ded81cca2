import type { OpenAct, OpenPack } from '../../analysis/open/open-pack.ts';
import { TERMINALS } from '../../diagram/algebra/diagrams.ts';
import { ANY_OTHER } from '../../diagram/compile/any-other.ts';
import type { Pack } from '../../pack/pack.ts';

/** An act with candidates among whom the contracts make no difference. */
export interface CandidateGroup {
  /** The act with one of them. */
  readonly of: OpenAct;
  readonly candidates: readonly string[];
  /** Those that clauses tell apart, and that come to something else. */
  readonly others: readonly string[];
  /** Who stands for all of them in a request. */
  readonly asked: string;
}

/** Gathers, for each actor and act, the candidates that come to the same in every request. An act on which nothing hangs is left out. */
export function candidateGroups({ acts, pack, candidates }: OpenPack): readonly CandidateGroup[] {
  const groups = new Map<string, { of: OpenAct; candidates: string[] }>();
  for (const of of acts) {
    const key = JSON.stringify([of.actor, of.act, of.outcome]);
    const group = groups.get(key) ?? { of, candidates: [] };
    groups.set(key, group);
    group.candidates.push(of.candidate);
  }
  const told = candidates.map(({ candidate }) => candidate);
  const all = [...groups.values()].map((group) => ({
    ...group,
    others: told.filter((each) => !group.candidates.includes(each)),
    asked: standsFor(group.candidates, { pack, told, actor: group.of.actor }),
  }));
  return all.filter(({ of, others }) => others.length > 0 || of.outcome >= TERMINALS);
}

interface Parties {
  readonly pack: Pack;
  readonly told: readonly string[];
  readonly actor: string;
}

/** Somebody by name, whom requests examine as a provider, and the actor itself last. */
function standsFor(group: readonly string[], { pack, told, actor }: Parties): string {
  const untold = group.includes(ANY_OTHER) ? pack.parties.filter(({ id }) => !told.includes(id)) : [];
  const named = [...pack.parties.filter(({ id }) => group.includes(id)), ...untold];
  const rank = ({ id, provider }: Pack['parties'][number]): number => (id === actor ? 2 : provider ? 0 : 1);
  const [first] = named.toSorted((one, other) => rank(one) - rank(other));
  return first === undefined || (first.id === actor && group.includes(ANY_OTHER)) ? ANY_OTHER : first.id;
}

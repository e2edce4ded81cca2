import type { OpenAct, OpenPack } from '../../analysis/open/open-pack.ts';
import { TERMINALS } from '../../diagram/algebra/diagrams.ts';

/** An act with candidates among whom the contracts make no difference. */
export interface CandidateGroup {
  /** The act with the first of them. */
  readonly of: OpenAct;
  readonly candidates: readonly string[];
}

/** Gathers, for each actor and act, the candidates that come to the same in every request. An act on which nothing hangs is left out. */
export function candidateGroups({ acts, pack }: OpenPack): readonly CandidateGroup[] {
  const groups = new Map<string, { of: OpenAct; candidates: string[] }>();
  const providers = new Set(pack.parties.filter((party) => party.provider).map(({ id }) => id));
  const examinedFirst = acts.toSorted((one, other) => rank(one, providers) - rank(other, providers));
  for (const of of examinedFirst) {
    const key = JSON.stringify([of.actor, of.act, of.outcome]);
    const group = groups.get(key) ?? { of, candidates: [] };
    groups.set(key, group);
    group.candidates.push(of.candidate);
  }
  const all = [...groups.values()];
  return all.filter(({ of }) => {
    const sameAct = all.filter((each) => each.of.actor === of.actor && each.of.act === of.act);
    return sameAct.length > 1 || of.outcome >= TERMINALS;
  });
}

/** Who is examined as a provider stands for its group before others, and the actor itself last. */
function rank({ actor, candidate }: OpenAct, providers: ReadonlySet<string>): number {
  if (candidate === actor) return 2;
  return providers.has(candidate) ? 0 : 1;
}

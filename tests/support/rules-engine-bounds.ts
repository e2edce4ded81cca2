import { mayBeLive } from '../../src/evaluation/clauses/may-be-live.ts';
import { verdictOn } from '../../src/evaluation/outcomes/verdict.ts';
import { openWorlds } from '../../src/evaluation/outcomes/worlds.ts';
import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import type { Settlement } from '../../src/pack/settlement.ts';
import type { SettledOutcome } from '../../src/vocabulary/outcome.ts';

/** What the rules engine alone finds possible of a candidate for one act of a deal that is not to be made smaller. */
export async function rulesEngineBounds(
  pack: Pack,
  request: Request,
  settlement: Settlement,
  { provider, act }: { readonly provider: string; readonly act: string },
): Promise<readonly SettledOutcome[]> {
  const clauses = pack.clauses.filter(
    (clause) =>
      clause.binds.includes(request.actor) &&
      clause.acts.includes(act) &&
      mayBeLive(clause, pack, request, settlement),
  );
  const worlds = await openWorlds(clauses, pack, request, settlement);
  return verdictOn(provider, clauses, worlds.base).possible;
}

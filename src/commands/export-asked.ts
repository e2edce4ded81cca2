import type { Checked } from '../diagnostics/diagnostic.ts';
import { listed } from '../diagnostics/plain-text.ts';
import type { Asked } from '../export/drawing/asked.ts';
import { checkRequest } from '../pack/check-request.ts';
import type { Pack } from '../pack/pack.ts';
import type { Settled } from '../pack/settlement.ts';
import type { ClauseKind } from '../vocabulary/clause-kind.ts';
import { UsageError } from './usage-error.ts';

/** What options ask a picture to show, as they were typed. */
export interface AskedFor {
  readonly actor?: readonly string[];
  readonly act?: readonly string[];
  readonly provider?: readonly string[];
  readonly date?: string;
  readonly set?: readonly string[];
  /** False where what hangs on a deal that is on record is left out. */
  readonly deal: boolean;
}

/** Checks what a picture is to show, as requests are checked. Where there is one choice only, it need not be made. */
export function askedOf(pack: Pack, { actor, act, provider, date, set, deal }: AskedFor): Checked<Asked> {
  const acts = pack.acts.map(({ id }) => id);
  const providers = pack.parties.filter((party) => party.provider).map(({ id }) => id);
  const chosen = {
    actor: theOne('actor', actor, limitedIn(pack)),
    act: theOne('act', act, acts),
    provider: theOne('provider', provider, providers),
  };
  const request = checkRequest(pack, {}, 'command line', {
    actor: chosen.actor,
    acts: [chosen.act],
    providers: [chosen.provider],
    date: date ?? ANY_DAY,
    ...(set !== undefined && { facts: set }),
  });
  if (!request.ok) return request;
  const known = { isDated: date !== undefined, isWithoutDeal: !deal };
  return { ...request, value: { ...chosen, ...known, request: request.value } };
}

/** Those whose acts some clause can limit; a permission or a duty alone limits nobody. */
function limitedIn({ clauses, parties }: Pack): readonly string[] {
  const limiting = clauses.filter(({ kind }) => !LIMITING_NOBODY.includes(kind));
  const limited = new Set(limiting.flatMap(({ binds }) => binds));
  return parties.map(({ id }) => id).filter((id) => limited.has(id));
}

const LIMITING_NOBODY: readonly ClauseKind[] = ['permission', 'continued-use', 'obligation'];

/** Checks the readings that are taken for everything written. */
export function settledBy(
  pack: Pack,
  readings: readonly string[] = [],
  assumptions: Settled['assumptions'] = 'as-stated',
): Checked<Settled> {
  const [actor = '', act = ''] = [pack.parties[0]?.id, pack.acts[0]?.id];
  const request = checkRequest(pack, {}, 'command line', { actor, acts: [act], date: ANY_DAY, readings });
  if (!request.ok) return request;
  return { ...request, value: { readings: request.value.readings, assumptions } };
}

/** Stands where a request needs a day and nobody named one; nothing that is written hangs on it. */
const ANY_DAY = '2000-01-01';

function theOne(
  option: 'actor' | 'act' | 'provider',
  given: readonly string[] | undefined,
  choices: readonly string[],
): string {
  const [only, ...others] = given ?? choices;
  if (only !== undefined && others.length === 0) return only;
  if (given !== undefined) throw new UsageError(`a picture shows one ${option}; give --${option} once`);
  const between = choices.length === 0 ? '' : `: ${listed(choices)}`;
  throw new UsageError(`a picture shows one ${option}; choose with --${option}${between}`);
}

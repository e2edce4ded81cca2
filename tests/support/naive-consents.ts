import type { Clause } from '../../src/pack/pack.ts';
import type { Opportunity } from '../../src/pack/request.ts';
import { stillReaches } from './naive-waivers.ts';
import type { World } from './naive-world.ts';

/**
 * The last word of a party on the deal, `undefined` for none: a consent to the deal as it was may not be one to the deal as
 * it is. After the record ends, the party may have said anything.
 */
export function consentOf(
  world: World,
  opportunity: Opportunity,
  { party, clause }: { readonly party: string; readonly clause: Clause },
): 'consent' | 'refusal' | undefined {
  const { date } = world.request;
  const recorded = lastWord(world, opportunity, { party, clause });
  if (opportunity.completeTo >= date) return recorded;
  const variable = { key: `consent of ${party}`, reportedAs: 'opportunity.complete-to' };
  const said = world.choose(variable, ['as recorded', 'consent', 'refusal'] as const);
  return said === 'as recorded' ? recorded : said;
}

function lastWord(
  world: World,
  opportunity: Opportunity,
  { party, clause }: { readonly party: string; readonly clause: Clause },
): 'consent' | 'refusal' | undefined {
  const said = opportunity.events.flatMap((event, index) =>
    (event.is === 'consent' || event.is === 'refusal') &&
    event.party === party &&
    event.on <= world.request.date
      ? [{ is: event.is, index }]
      : [],
  );
  const last = said.at(-1);
  if (last?.is !== 'consent') return last?.is;
  return stillReaches(world, opportunity, { index: last.index, clause }) ? 'consent' : undefined;
}

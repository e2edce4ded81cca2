import type { PackComparison } from '../../comparison/comparison.ts';
import type { Pack } from '../../pack/pack.ts';
import { isDocument, type RequestToTry } from './telling-request.ts';

type Document = RequestToTry['request'];

/**
 * Gives the requests that a comparison found: first as people would make them, with a provider that the pack knows and no
 * less than nothing of anything, and then as they were found.
 */
export function witnessRequests(comparison: PackComparison, { parties }: Pack): readonly RequestToTry[] {
  const known = parties.filter(({ provider }) => provider).map(({ id }) => id);
  const found = comparison.changes.flatMap(({ witness, actor, providers, otherProviders }) => {
    const request = witness?.before.request;
    const told = [...providers, ...otherProviders].map(({ id }) => id);
    // Who is not told apart stands for all the others.
    const named =
      providers.find(({ id }) => known.includes(id))?.id ??
      known.find((id) => !told.includes(id) && id !== actor.id);
    return request === undefined ? [] : [{ request, named }];
  });
  return [
    ...found.flatMap(({ request, named }) =>
      named === undefined ? [] : [plain(withProvider(request, named))],
    ),
    ...found.flatMap(({ request, named }) => (named === undefined ? [] : [withProvider(request, named)])),
    ...found.flatMap(({ request }) => [plain(request), request]),
  ].map((request) => ({ request }));
}

/** The deal on record goes with the provider that it was made up for. */
function withProvider(request: Document, provider: string): Document {
  const { providers, opportunity } = request;
  const [before] = Array.isArray(providers) ? (providers as readonly unknown[]) : [];
  const isOwn = isDocument(opportunity) && opportunity['counterparty'] === before;
  return {
    ...request,
    providers: [provider],
    ...(isOwn && { opportunity: { ...opportunity, counterparty: provider } }),
  };
}

function plain(request: Document): Document {
  const { facts } = request;
  if (!isDocument(facts)) return request;
  const natural = Object.entries(facts).map(([fact, value]) => [
    fact,
    typeof value === 'number' && value < 0 ? 0 : value,
  ]);
  return { ...request, facts: Object.fromEntries(natural) as Document };
}

import fc from 'fast-check';

import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import type { Emphasis } from './generate-clauses.ts';
import { filesOf, packs, type PackDocuments } from './generate-packs.ts';
import { requests } from './generate-requests.ts';
import { isoDay, type Document, type Part } from './generated-words.ts';
import { checkedRequest, loadedPack } from './load-documents.ts';
import type { AssumptionMode } from './naive-world.ts';

/** A pack and a question to it, as documents: a counterexample is printed as what a person would write. */
export interface Pair {
  readonly pack: PackDocuments;
  readonly request: Document;
  readonly assumptions: AssumptionMode;
}

export const pairs: fc.Arbitrary<Pair> = fc
  .constantFrom<Emphasis[]>('scopes', 'procedures', 'procedures', 'precedence', 'quantities', 'anything')
  .chain(pairsAbout);

/** Pairs that put one thing to the test. */
export function pairsAbout(emphasis: Emphasis): fc.Arbitrary<Pair> {
  return fc
    .record({
      pack: packs(emphasis),
      request: requests(emphasis),
      elections: fc.array(fc.constantFrom('not-made', isoDay(0), isoDay(5), isoDay(12), undefined), {
        minLength: 6,
        maxLength: 6,
      }),
      assumptions: fc.constantFrom<AssumptionMode[]>('as-stated', 'as-stated', 'open'),
    })
    .map(({ elections, ...pair }) => ({ ...pair, request: fittedTo(pair, elections) }));
}

/** Gives the elections that the pack takes, and names its clauses where a waiver does. */
export function fittedTo(
  { pack, request }: Pick<Pair, 'pack' | 'request'>,
  drawn: readonly (string | undefined)[],
): Document {
  return withElections({ pack, request: withWaived({ pack, request }) }, drawn);
}

function withWaived({ pack, request }: Pick<Pair, 'pack' | 'request'>): Document {
  const { opportunity } = request;
  if (opportunity === undefined) return request;
  const rights = Object.values(pack).flatMap(({ clauses }) => documentsIn(clauses).filter(isRight));
  const { events, ...deal } = opportunity as Document;
  const named = documentsIn(events).map((event) => {
    const { waiver, of: places } = event;
    if (waiver === undefined || !Array.isArray(places)) return event;
    const owed = rights.filter(({ holder }) => holder === event['by']).map(idOf);
    const waived = (places as readonly number[]).flatMap((place) => owed[place % owed.length] ?? []);
    const { of: _places, ...rest } = event;
    return waived.length === 0 ? rest : { ...rest, of: [...new Set(waived)] };
  });
  return { ...request, opportunity: events === undefined ? deal : { ...deal, events: named } };
}

/** What is owed to its holder and to nobody else. */
function isRight({ kind, holder }: Document): boolean {
  return holder !== undefined && RIGHTS.includes(kind);
}

const RIGHTS: readonly unknown[] = ['exclusivity', 'first-refusal', 'first-offer', 'first-negotiation'];

/** Gives the elections that the pack takes, in their order; some are not known. */
function withElections(
  { pack, request }: Pick<Pair, 'pack' | 'request'>,
  drawn: readonly (string | undefined)[],
): Document {
  const open = Object.values(pack).flatMap(({ clauses }) => documentsIn(clauses).flatMap(electionsOf));
  const elections = Object.fromEntries(
    open.flatMap((id, place) => {
      const election = drawn[place % drawn.length];
      return election === undefined ? [] : [[id, election] as const];
    }),
  );
  return Object.keys(elections).length === 0 ? request : { ...request, elections };
}

function electionsOf(clause: Document): string[] {
  const elective = documentsIn(clause['ceases']).filter(({ by }) => typeof by === 'object');
  return elective.map((ceasing) => [clause, ceasing].map(idOf).join('.'));
}

function idOf({ id }: Document): string {
  return typeof id === 'string' ? id : '';
}

function documentsIn(part: Part | undefined): readonly Document[] {
  return Array.isArray(part) ? (part as readonly Document[]) : [];
}

export interface LoadedPair {
  readonly pack: Pack;
  readonly request: Request;
  readonly assumptions: AssumptionMode;
}

/** Throws with the diagnostics where a generated pack or request is refused. */
export function loaded({ pack: documents, request: document, assumptions }: Pair): LoadedPair {
  const pack = loadedPack(filesOf(documents));
  return { pack, request: checkedRequest(pack, document), assumptions };
}

import fc from 'fast-check';

import type { Pack } from '../../src/pack/pack.ts';
import type { Request } from '../../src/pack/request.ts';
import type { Emphasis } from './generate-clauses.ts';
import { filesOf, packs, type PackDocuments } from './generate-packs.ts';
import { requests } from './generate-requests.ts';
import type { Document } from './generated-words.ts';
import { checkedRequest, loadedPack } from './load-documents.ts';
import type { AssumptionMode } from './naive-world.ts';

/** A pack and a question to it, as documents: a counterexample is printed as what a person would write. */
export interface Pair {
  readonly pack: PackDocuments;
  readonly request: Document;
  readonly assumptions: AssumptionMode;
}

export const pairs: fc.Arbitrary<Pair> = fc
  .constantFrom<Emphasis[]>('scopes', 'procedures', 'procedures', 'precedence', 'anything')
  .chain((emphasis) =>
    fc.record({
      pack: packs(emphasis),
      request: requests(emphasis),
      assumptions: fc.constantFrom<AssumptionMode[]>('as-stated', 'as-stated', 'open'),
    }),
  );

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

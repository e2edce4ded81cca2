import fc from 'fast-check';

import type { Emphasis } from './generate-clauses.ts';
import { packs, type PackDocuments } from './generate-packs.ts';
import { fittedTo, type Pair } from './generate-pairs.ts';
import { requests } from './generate-requests.ts';
import { CANDIDATES, isoDay, type Document, type Part } from './generated-words.ts';
import type { AssumptionMode } from './naive-world.ts';

/** One pack and many requests to it, so that a pack is loaded and compiled once for all of them. */
export interface Batch {
  readonly pack: PackDocuments;
  readonly requests: readonly Pick<Pair, 'request' | 'assumptions'>[];
}

const REQUESTS = 20;

const EMPHASES: readonly Emphasis[] = [
  'scopes',
  'procedures',
  'procedures',
  'precedence',
  'quantities',
  'measures',
  'anything',
  'anything',
];

/** How a batch is drawn: anything, or what puts one thing to the test, with so many requests to each pack. */
export interface Drawing {
  readonly about?: Emphasis;
  readonly requests?: number;
}

function batches({ about, requests: many = REQUESTS }: Drawing = {}): fc.Arbitrary<Batch> {
  const emphases = about === undefined ? fc.constantFrom(...EMPHASES) : fc.constant(about);
  return emphases.chain((emphasis) =>
    fc
      .record({
        pack: packs(emphasis),
        requests: fc.array(drawn(emphasis), { minLength: many, maxLength: many }),
      })
      .map(({ pack, requests: all }) => ({
        pack,
        requests: all.map(({ request, elections, assumptions, shape, at }) => ({
          request: SHAPES[shape](fittedTo({ pack, request }, elections), at),
          assumptions,
        })),
      })),
  );
}

/** Every batch that follows from a seed, one after the other. */
export function* batchesFrom(seed: number, drawing: Drawing = {}): Generator<Batch> {
  for (let chunk = 0; ; chunk += 1) {
    yield* fc.sample(batches(drawing), { seed: (seed + chunk * AFAR) | 0, numRuns: CHUNK });
  }
}

const CHUNK = 10;
/** Keeps the chunks of neighbouring seeds apart. */
const AFAR = 1_000_003;

function drawn(emphasis: Emphasis) {
  return fc.record({
    request: requests(emphasis),
    elections: fc.array(fc.constantFrom('not-made', isoDay(0), isoDay(5), isoDay(12), undefined), {
      minLength: 6,
      maxLength: 6,
    }),
    assumptions: fc.constantFrom<AssumptionMode[]>('as-stated', 'as-stated', 'open'),
    shape:
      emphasis === 'procedures'
        ? fc.constantFrom<Shape[]>('small', 'deal', 'deal', 'deal', 'deal', 'deal', 'plain', 'full')
        : fc.constantFrom<Shape[]>('small', 'deal', 'plain', 'plain', 'full'),
    at: fc.nat(5),
  });
}

type Shape = keyof typeof SHAPES;

/**
 * Most requests are about one provider and one act; some of them about the counterparty of the deal on record, and some
 * have nothing but facts, which a compiled pack can be asked.
 */
const SHAPES = {
  small: (request: Document, at: number): Document => onlyOne(request, at),
  deal: (request: Document, at: number): Document => {
    const { opportunity = {} } = request;
    const party =
      typeof opportunity === 'object' && 'counterparty' in opportunity && opportunity['counterparty'];
    return typeof party === 'string' ? onlyOne({ ...request, providers: [party] }, at) : onlyOne(request, at);
  },
  plain: (request: Document, at: number): Document => {
    const { opportunity: _o, designees: _d, through: _t, elections: _e, divisible: _q, ...plain } = request;
    return onlyOne(plain, at);
  },
  full: (request: Document): Document => request,
};

function onlyOne(request: Document, at: number): Document {
  const { acts, providers = CANDIDATES } = request;
  return { ...request, acts: oneOf(acts, at), providers: oneOf(providers, at) };
}

function oneOf(list: Part | undefined, at: number): readonly Part[] {
  const parts = Array.isArray(list) ? (list as readonly Part[]) : [];
  return parts.slice(at % parts.length).slice(0, 1);
}

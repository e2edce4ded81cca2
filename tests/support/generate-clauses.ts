import fc from 'fast-check';

import { CLAUSE_KINDS, isFirstRight, type ClauseKind } from '../../src/vocabulary/clause-kind.ts';
import { CANDIDATES, GENERATED_ACTS, type Document, type Part } from './generated-words.ts';
import { beginnings, endings, periods } from './generate-days.ts';
import { sometimes, withoutBlanks } from './generate-parts.ts';
import { procedures } from './generate-procedures.ts';
import { scopes, stated, type Palette } from './generate-scopes.ts';

/** What a case is to put to the test; clauses that do not serve it are rare, for they would drown it. */
export type Emphasis = 'scopes' | 'procedures' | 'precedence' | 'quantities' | 'measures' | 'anything';

interface Weighting {
  readonly kinds: readonly ClauseKind[];
  /** How many clauses in ten have a scope, carve-outs, and an end of their own. */
  readonly scoped: number;
  readonly carvedOut: number;
  readonly ending: number;
  /** How many in ten may lose their force, go on after their end, and say who counts with the holder. */
  readonly second: number;
}

const WEIGHTINGS: Record<Emphasis, Weighting> = {
  scopes: {
    kinds: ['exclusivity', 'permission', 'prohibition', 'precondition', 'continued-use'],
    scoped: 8,
    carvedOut: 4,
    ending: 2,
    second: 2,
  },
  procedures: {
    kinds: [
      ...(['first-refusal', 'first-refusal', 'first-refusal', 'first-refusal', 'first-offer'] as const),
      ...(['first-negotiation', 'precondition', 'permission', 'exclusivity'] as const),
    ],
    scoped: 0,
    carvedOut: 0,
    ending: 2,
    second: 1,
  },
  precedence: {
    kinds: [
      ...(['permission', 'permission', 'permission', 'prohibition', 'prohibition', 'exclusivity'] as const),
      ...(['precondition', 'precondition', 'first-offer', 'continued-use'] as const),
    ],
    scoped: 2,
    carvedOut: 0,
    ending: 1,
    second: 1,
  },
  quantities: {
    kinds: ['prohibition', 'prohibition', 'first-refusal', 'exclusivity', 'permission', 'precondition'],
    scoped: 9,
    carvedOut: 3,
    ending: 0,
    second: 1,
  },
  measures: {
    kinds: ['prohibition', 'prohibition', 'exclusivity', 'permission', 'precondition'],
    scoped: 9,
    carvedOut: 3,
    ending: 0,
    second: 3,
  },
  anything: { kinds: CLAUSE_KINDS, scoped: 6, carvedOut: 3, ending: 3, second: 3 },
};

/** A clause before it has an id, an instrument and a place in precedence. */
export function clauses(palette: Palette, emphasis: Emphasis): fc.Arbitrary<Document> {
  const { kinds, scoped, carvedOut, ending, second } = WEIGHTINGS[emphasis];
  return fc.constantFrom(...kinds).chain((kind) => {
    const hasHolder = !['permission', 'prohibition', 'precondition', 'obligation'].includes(kind);
    const parts = {
      ...ownParts(kind, palette),
      ceases: sometimes(second, fc.array(ceasings(palette), { minLength: 1, maxLength: 2 })),
      suspended: sometimes(
        Math.floor(second / 2),
        fc.array(suspensions(palette), { minLength: 1, maxLength: 1 }),
      ),
      survives: sometimes(second, stated(periods)),
      from: sometimes(Math.ceil(ending / 2), beginnings),
      ...(hasHolder ? { 'counts-with-holder': sometimes(5, stated(counted)) } : {}),
      source: fc.constant({ document: 'deed', grade: 'A' }),
      act: emphasis === 'procedures' ? fc.constant([...GENERATED_ACTS]) : acts,
      when: sometimes(scoped, scopes(palette)),
      except: sometimes(carvedOut, fc.array(carveOuts(palette), { minLength: 1, maxLength: 2 })),
      [kind === 'precondition' ? 'ends' : 'until']: sometimes(ending, endings),
    };
    return fc.record(parts).map((given) => ({ kind, ...withoutBlanks(withoutNeedless(given)) }));
  });
}

const acts: fc.Arbitrary<Part> = fc.oneof(
  fc.constant([...GENERATED_ACTS]),
  fc.constantFrom(...GENERATED_ACTS),
);

function ownParts(kind: ClauseKind, palette: Palette): Record<string, fc.Arbitrary<Part | undefined>> {
  const holder = fc.constantFrom('alpha', 'alpha', 'beta');
  const grantor = fc.constantFrom('buyer', 'buyer', 'buyer', 'buyer', 'gamma');
  if (kind === 'obligation') return { grantor, duty: fc.constant('keeps records') };
  if (kind === 'exclusivity') return { holder, grantor, sole: sometimes(5, sole) };
  if (kind === 'continued-use') return { holder, grantor, duty: fc.constant('goes on') };
  if (isFirstRight(kind)) return { holder, grantor, procedure: procedures };
  const providers = sometimes(6, selections);
  if (kind === 'permission') return { providers, ...permitted };
  const named = { providers, grantor: sometimes(3, grantor) };
  if (kind === 'prohibition') return named;
  const step = fc.constantFrom(...CANDIDATES).map((by) => ({ do: 'asks for consent', by }));
  return {
    ...named,
    step,
    until: fc.oneof(scopes(palette, 1), consents),
    'reasonable-if': sometimes(4, fc.constant('refusal-reasonable')),
  };
}

/** Only a consent can have been refused without reason. */
function withoutNeedless(
  parts: Readonly<Record<string, Part | undefined>>,
): Readonly<Record<string, Part | undefined>> {
  const { until } = parts;
  const isConsent = typeof until === 'object' && 'consent-of' in until;
  return isConsent ? parts : { ...parts, 'reasonable-if': undefined };
}

const sole = fc.oneof(fc.constant(true), stated(fc.boolean(), false));

const counted = fc.subarray(['affiliates', 'designees', 'subcontractors'], { minLength: 1 });

function suspensions(palette: Palette): fc.Arbitrary<Document> {
  return scopes(palette, 1).map((when) => ({ when }));
}

function ceasings(palette: Palette): fc.Arbitrary<Document> {
  const by = sometimes(
    6,
    fc.constantFrom<Part[]>('automatic', { 'election-of': 'buyer' }, { 'election-of': 'alpha' }),
  );
  return fc.record({ when: scopes(palette, 1), by }).map(withoutBlanks);
}

/** Whose acts a permission speaks of, and who gave it: nobody in particular, or a holder, or both. */
const permitted = {
  holder: sometimes(3, fc.constantFrom('buyer', 'buyer', 'gamma')),
};

const consents: fc.Arbitrary<Part> = fc
  .constantFrom('alpha', 'beta')
  .map((party) => ({ 'consent-of': party }));

const selections: fc.Arbitrary<Part> = fc.oneof(
  fc.constant('any'),
  fc.constantFrom(...CANDIDATES),
  fc.subarray([...CANDIDATES], { minLength: 1, maxLength: 2 }),
  fc.constantFrom(...CANDIDATES).map((party) => ({ not: party })),
);

function carveOuts(palette: Palette, depth = 1): fc.Arbitrary<Document> {
  const inner =
    depth === 0
      ? fc.constant(undefined)
      : sometimes(
          4,
          carveOuts(palette, depth - 1).map((one) => [one]),
        );
  return fc.record({ when: scopes(palette, 1), except: inner }).map(withoutBlanks);
}

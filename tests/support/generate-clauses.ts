import fc from 'fast-check';

import { CLAUSE_KINDS, isFirstRight, type ClauseKind } from '../../src/vocabulary/clause-kind.ts';
import {
  CANDIDATES,
  GENERATED_ACTS,
  isoDay,
  NOTICE_CONTENTS,
  type Document,
  type Part,
} from './generated-words.ts';
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
    kinds: ['first-refusal', 'first-refusal', 'first-refusal', 'first-offer', 'precondition', 'permission'],
    scoped: 0,
    carvedOut: 0,
    ending: 1,
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
    const ends = fc.oneof(
      { weight: 3, arbitrary: stated(fc.integer({ min: 3, max: 18 }).map(isoDay)) },
      { weight: 1, arbitrary: fc.constant({ event: 'failure' }) },
    );
    const hasHolder = !['permission', 'prohibition', 'precondition', 'obligation'].includes(kind);
    const parts = {
      ...ownParts(kind, palette),
      ceases: sometimes(second, fc.array(ceasings(palette), { minLength: 1, maxLength: 2 })),
      suspended: sometimes(
        Math.floor(second / 2),
        fc.array(suspensions(palette), { minLength: 1, maxLength: 1 }),
      ),
      survives: sometimes(second, stated(durations)),
      ...(hasHolder ? { 'counts-with-holder': sometimes(5, stated(counted)) } : {}),
      source: fc.constant({ document: 'deed', grade: 'A' }),
      act: fc.oneof(fc.constant([...GENERATED_ACTS]), fc.constantFrom(...GENERATED_ACTS)),
      when: sometimes(scoped, scopes(palette)),
      except: sometimes(carvedOut, fc.array(carveOuts(palette), { minLength: 1, maxLength: 2 })),
      ...(kind === 'precondition' ? {} : { until: sometimes(ending, ends) }),
    };
    return fc.record(parts).map((given) => ({ kind, ...withoutBlanks(withoutNeedless(given)) }));
  });
}

function ownParts(kind: ClauseKind, palette: Palette): Record<string, fc.Arbitrary<Part | undefined>> {
  const holder = fc.constantFrom('alpha', 'alpha', 'beta');
  const grantor = fc.constantFrom('buyer', 'buyer', 'buyer', 'buyer', 'gamma');
  if (kind === 'obligation') return { grantor, duty: fc.constant('keeps records') };
  if (kind === 'exclusivity') return { holder, grantor, sole: sometimes(4, fc.constant(true)) };
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

const durations: fc.Arbitrary<Part> = fc.oneof(
  { weight: 4, arbitrary: fc.integer({ min: 1, max: 4 }).map((days) => `${String(days)} calendar-days`) },
  { weight: 1, arbitrary: fc.constant('1 weeks') },
);

const procedures: fc.Arbitrary<Document> = fc
  .record({
    requires: perhaps(stated(fc.subarray([...NOTICE_CONTENTS], { minLength: 1 }))),
    clock: perhaps(stated(fc.constantFrom('complete-notice-received', 'notice-received'), false)),
    within: perhaps(stated(durations)),
    silence: perhaps(stated(fc.constantFrom('releases', 'declines', 'does-not-release'), false)),
    releaseFor: perhaps(stated(durations)),
  })
  .map(({ requires, clock, within, silence, releaseFor }) =>
    withoutBlanks({
      notice: group({ requires, clock }),
      response: group({ within, silence }),
      release: group({ for: releaseFor }),
    }),
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

/** Left out, but for so many times in ten. */
export function sometimes<T>(timesInTen: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 10 - timesInTen, arbitrary: fc.constant(undefined) },
    { weight: timesInTen, arbitrary },
  );
}

/** Left out once in twenty: with five parts, one procedure in four lacks something. */
function perhaps<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 1, arbitrary: fc.constant(undefined) }, { weight: 19, arbitrary });
}

function group(parts: Readonly<Record<string, Part | undefined>>): Document | undefined {
  const given = withoutBlanks(parts);
  return Object.keys(given).length === 0 ? undefined : given;
}

export function withoutBlanks(parts: Readonly<Record<string, Part | undefined>>): Document {
  return Object.fromEntries(
    Object.entries(parts).flatMap(([key, value]) => (value === undefined ? [] : [[key, value] as const])),
  );
}

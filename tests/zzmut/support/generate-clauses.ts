import fc from 'fast-check';

import { CLAUSE_KINDS, isFirstRight, type ClauseKind } from '../../../src/vocabulary/clause-kind.ts';
import {
  CANDIDATES,
  GENERATED_ACTS,
  isoDay,
  NOTICE_CONTENTS,
  type Document,
  type Part,
} from './generated-words.ts';
import { scopes, stated, type Palette } from './generate-scopes.ts';

/** What sort of pack is wanted: one that tests scopes, one that tests procedures, or anything. */
export type Emphasis = 'scopes' | 'procedures' | 'anything';

/** A clause before it has an id, an instrument and a place in precedence. */
export function clauses(palette: Palette, emphasis: Emphasis): fc.Arbitrary<Document> {
  return fc.constantFrom(...kindsFor(emphasis)).chain((kind) => {
    const required = { ...ownParts(kind, palette), source: fc.constant({ document: 'deed', grade: 'A' }) };
    const optional = {
      act: fc.oneof(fc.constant([...GENERATED_ACTS]), fc.constantFrom(...GENERATED_ACTS)),
      when: sometimes(emphasis === 'procedures' ? 1 : 7, scopes(palette)),
      except: sometimes(
        emphasis === 'procedures' ? 1 : 3,
        fc.array(carveOuts(palette), { minLength: 1, maxLength: 2 }),
      ),
      ...(kind === 'precondition'
        ? {}
        : { until: sometimes(2, stated(fc.integer({ min: 3, max: 18 }).map(isoDay))) }),
    };
    return fc.record({ ...required, ...optional }).map((parts) => ({ kind, ...withoutBlanks(parts) }));
  });
}

function kindsFor(emphasis: Emphasis): readonly ClauseKind[] {
  if (emphasis === 'procedures')
    return ['first-refusal', 'first-refusal', 'first-offer', 'precondition', 'permission'];
  if (emphasis === 'scopes')
    return ['exclusivity', 'permission', 'prohibition', 'precondition', 'continued-use'];
  return CLAUSE_KINDS;
}

function ownParts(kind: ClauseKind, palette: Palette): Record<string, fc.Arbitrary<Part | undefined>> {
  const holder = fc.constantFrom('alpha', 'alpha', 'beta');
  const grantor = fc.constantFrom('buyer', 'buyer', 'buyer', 'buyer', 'gamma');
  if (kind === 'obligation') return { grantor, duty: fc.constant('keeps records') };
  if (kind === 'exclusivity') return { holder, grantor };
  if (kind === 'continued-use') return { holder, grantor, duty: fc.constant('goes on') };
  if (isFirstRight(kind)) return { holder, grantor, procedure: procedures };
  const providers = sometimes(6, selections);
  if (kind === 'permission') return { providers, ...permitted };
  const named = { providers, grantor: sometimes(3, grantor) };
  if (kind === 'prohibition') return named;
  const step = fc.constantFrom(...CANDIDATES).map((by) => ({ do: 'asks for consent', by }));
  return { ...named, step, until: fc.oneof(scopes(palette, 1), consents) };
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
  { weight: 5, arbitrary: fc.integer({ min: 1, max: 5 }).map((days) => `${String(days)} calendar-days`) },
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
function sometimes<T>(timesInTen: number, arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof(
    { weight: 10 - timesInTen, arbitrary: fc.constant(undefined) },
    { weight: timesInTen, arbitrary },
  );
}

function perhaps<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return sometimes(9, arbitrary);
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

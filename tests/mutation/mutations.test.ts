import { describe, expect, test } from 'vitest';
import { MUTATION_KINDS, type MutationKind } from '../../src/mutation/mutation.ts';
import { mutationsOf } from '../../src/mutation/mutations.ts';
import { withDocumentEdits } from '../../src/pack/pack-documents.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { deedWith, documentsOf, exclusivity, refusal, SOURCE } from './small-pack.ts';

const AMENDMENT = `
instrument: amendment
title: Amendment
parties: [buyer, seller]
basis: text
effective: { from: 2025-01-01, possibly-from: 2024-12-25 }
ends: [old]
amends: [{ clause: supply, when: { own: false }, ${SOURCE} }]
waives: [{ clause: supply, id: tests, when: { size: { at-most: 1 } }, ${SOURCE} }]
clauses: [{ id: free, title: Freedom, kind: permission, act: procure, providers: any, notwithstanding: [supply], ${SOURCE} }]`;

const OLD = `
  - { id: old, title: Old right, kind: exclusivity, holder: seller, grantor: buyer, act: procure, ${SOURCE} }`;

const THIRD = `
  - { id: third, title: Third right, kind: exclusivity, holder: seller, grantor: buyer, act: procure, ${SOURCE} }`;

/** By kind: what is written, and the mutations of the kind that come of it. */
const CASES: Readonly<Record<MutationKind, readonly [string, readonly string[]]>> = {
  'drop-clause': [
    exclusivity('sole: false'),
    ['supply/drop-clause', 'supply@amendment/drop-clause', 'free/drop-clause'],
  ],
  'drop-carve-out': [
    exclusivity(
      'except: [{ id: small, when: { size: { at-most: 5 } }, except: [{ id: unless-own, when: { own: true } }] }]',
    ),
    ['supply/drop-carve-out/small', 'supply/drop-carve-out/unless-own', 'supply/drop-carve-out/tests'],
  ],
  'drop-displacement': [
    exclusivity('subject-to: [old]'),
    ['supply/drop-displacement/old', 'free/drop-displacement/supply'],
  ],
  'drop-cessation': [
    exclusivity(
      'ceases: [{ id: shut, when: { own: true } }], suspended: [{ id: paused, when: { own: false } }]',
    ),
    ['supply/drop-cessation/shut', 'supply/drop-cessation/paused'],
  ],
  'swap-holder': [THIRD, ['third/swap-holder/buyer', 'third/swap-holder/rival']],
  'keep-clause': [exclusivity('until: 2026-01-01'), ['supply/keep-clause', 'old/keep-clause/amendment']],
  'end-clause': [THIRD, ['third/end-clause/amendment']],
  'shift-day': [
    exclusivity('from: 2024-02-01, when: { delivery: { before: 2025-06-01 } }'),
    [
      'supply/shift-day/from/earlier',
      'supply/shift-day/from/later',
      'supply/shift-day/when.delivery.before/earlier',
      'supply/shift-day/when.delivery.before/later',
      ...['from', 'possibly-from'].flatMap((key) =>
        ['earlier', 'later'].map((way) => `amendment/shift-day/effective.${key}/${way}`),
      ),
    ],
  ],
  'change-days': [
    exclusivity('until: { before: 10 business-days, of: { fact: expiry } }, survives: 30 calendar-days'),
    ['supply/change-days/until.before', 'supply/change-days/survives'],
  ],
  'move-window': [
    refusal('response: { within: { assume: 1 week, because: usual } }, release: { for: 3 months }'),
    [
      'refusal/move-window/response.within/longer',
      'refusal/move-window/release.for/shorter',
      'refusal/move-window/release.for/longer',
    ],
  ],
  'change-silence': [
    refusal('response: { silence: releases }'),
    ['refusal/change-silence/declines', 'refusal/change-silence/does-not-release'],
  ],
  'change-comparison': [
    exclusivity(
      'when: { size: { at-least: 5, less-than: 9 }, delivery: { after: 2024-05-01, on-or-before: 2024-06-01 } }',
    ),
    ['size.at-least', 'size.less-than', 'delivery.after', 'delivery.on-or-before'].map(
      (test) => `supply/change-comparison/when.${test}`,
    ),
  ],
  'move-threshold': [
    exclusivity('when: { size: { at-least: 1.25 GW } }'),
    ['supply/move-threshold/when.size.at-least/lower', 'supply/move-threshold/when.size.at-least/higher'],
  ],
  widen: [exclusivity('when: { product: [storage] }'), ['supply/widen/when.product.backup']],
  narrow: [
    exclusivity('when: { not: { product: [storage, live] } }'),
    ['supply/narrow/when.product.storage', 'supply/narrow/when.product.live'],
  ],
  'change-level': [
    exclusivity('when: { any: [{ product: live }, { product: { within: compute } }] }'),
    ['live-compute', 'compute-batch', 'compute-live'].map(
      (each) => `supply/change-level/when.product.${each}`,
    ),
  ],
  'flip-value': [exclusivity('when: { own: true }'), ['supply/flip-value/when.own']],
  'flip-reading': [
    refusal('notice: { requires: { reading: R-1, of: { counts: [price], excluded: [size] } } }'),
    ['R-2/flip-reading/long', 'refusal/flip-reading/notice.requires.excluded'],
  ],
};

describe('mutations of what is written', () => {
  test.each(MUTATION_KINDS)('%s', (kind) => {
    const [clauses, expected] = CASES[kind];
    const documents = documentsOf({
      ...deedWith(`${withSupply(clauses)}${OLD}`),
      'amendment.yaml': AMENDMENT,
    });

    const found = mutationsOf(documents).filter((each) => each.kind === kind);

    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining([...expected]));
    for (const { edits } of found.filter(({ id }) => expected.includes(id))) {
      const mutant = withDocumentEdits(documents, [...edits, ...withoutPromises(documents.words)]);
      expect(mutant.ok ? mutant.value.digest : mutant.diagnostics).not.toBe(documents.pack.digest);
      expect(mutant.ok).toBe(true);
    }
  });

  test('stand in the same order however often they are asked for, each with an id of its own', () => {
    const documents = documentsOf({
      ...deedWith(`${exclusivity('when: { own: true }')}${OLD}`),
      'amendment.yaml': AMENDMENT,
    });

    const ids = mutationsOf(documents).map(({ id }) => id);

    expect(mutationsOf(documents).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  test('take every mention of a clause out with it', () => {
    const documents = documentsOf({
      ...deedWith(`${exclusivity('sole: false')}${OLD}`),
      'amendment.yaml': AMENDMENT,
    });
    const dropped = mutationsOf(documents).find(({ id }) => id === 'supply/drop-clause');

    const mutant = withDocumentEdits(documents, [
      ...(dropped?.edits ?? []),
      ...withoutPromises(documents.words),
    ]);

    expect(
      mutant.ok ? mutant.value.clauses.map(({ id }: Pack['clauses'][number]) => id) : mutant.diagnostics,
    ).toEqual(['old', 'free']);
  });
});

/** The amendment speaks of this clause. */
function withSupply(clauses: string): string {
  return clauses.includes('id: supply') ? clauses : `${clauses}${exclusivity('sole: false')}`;
}

function withoutPromises(words: ReturnType<typeof documentsOf>['words']) {
  return [{ written: words, path: ['promises'], value: undefined }];
}

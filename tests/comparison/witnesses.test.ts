import { describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import type { PackComparison } from '../../src/comparison/comparison.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { loadedPack } from '../support/load-documents.ts';

const VOCABULARY = `
pack: counted
title: Days and sums that are counted
language: 1
disclaimer: Invented.
otherwise: permitted
parties: { buyer: { name: Buyer }, seller: { name: Seller, provider: true }, rival: { name: Rival, provider: true } }
acts: { procure: { title: procure capacity } }
facts:
  expiry: { type: date, question: When does it expire? }
happenings:
  order: { means: an order, amounts: { megawatts: { unit: MW } }, told-by: [provider] }
measures:
  this-year: { means: ordered this year, sums: { order: megawatts }, over: { calendar: year }, in: current }
calendars:
  city: { means: open days, closed: [saturday, sunday], covers: { from: 2024-01-01, to: 2024-12-31 } }
grades: { A: the text itself }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`;

describe('a request that shows a change', () => {
  test('has a day for a date from which is counted, ahead where that is meant', async () => {
    const { changes } = await comparedWith(
      'until: { before: 90 calendar-days, of: { fact: expiry } }',
      'until: { before: 60 calendar-days, of: { fact: expiry } }',
    );

    const expiries = requestsOf(changes).map(({ facts }) => facts?.['expiry']);
    expect(new Set(expiries)).toEqual(new Set(['2024-03-31']));
  });

  test('leaves open what a calendar does not cover', async () => {
    const { changes } = await comparedWith(
      'until: { before: 10 business-days, of: { fact: expiry } }',
      'until: { before: 11 business-days, of: { fact: expiry } }',
    );

    expect(requestsOf(changes).length).toBeGreaterThan(0);
  });

  test('is left out where it would take a record of what is counted', async () => {
    const { verdict, changes } = await comparedWith(
      'when: { this-year: { more-than: 500 } }',
      'when: { this-year: { more-than: 501 } }',
    );

    expect(verdict).toBe('more-permissive');
    expect(changes.length).toBeGreaterThan(0);
    expect(requestsOf(changes)).toEqual([]);
  });
});

describe('silence that counts as a decline', () => {
  const right = (silence: string, release: string): string =>
    `procedure: { response: { within: 30 calendar-days, silence: ${silence} }, release: { ${release} } }`;

  test('is silence that releases, where both free for one length', async () => {
    const { verdict } = await comparedWith(
      right('releases', 'for: 90 calendar-days'),
      right('declines', 'for: 90 calendar-days'),
      'first-refusal',
    );

    expect(verdict).toBe('equal');
  });

  test('is another stage where each has a length of its own', async () => {
    const each = 'declined: { for: 60 calendar-days }, silent: { for: 90 calendar-days }';

    const { verdict, otherChanges } = await comparedWith(
      right('releases', each),
      right('declines', each),
      'first-refusal',
    );

    expect(verdict).toBe('undirected');
    expect(otherChanges.map(({ name }) => name)).toEqual(['right.response.silence']);
  });
});

function comparedWith(before: string, after: string, kind = 'exclusivity'): Promise<PackComparison> {
  return compare(packWith(before, kind), packWith(after, kind));
}

function packWith(keys: string, kind: string): Pack {
  return loadedPack({
    'pack.yaml': VOCABULARY,
    'deed.yaml': `
instrument: deed
title: Deed
parties: [buyer, seller]
basis: text
effective: { from: 2024-01-01 }
clauses:
  - id: right
    title: Right
    kind: ${kind}
    holder: seller
    grantor: buyer
    act: procure
    ${keys}
    source: { document: deed, grade: A }
`,
  });
}

interface Asked {
  readonly facts?: Readonly<Record<string, unknown>>;
}

function requestsOf(changes: PackComparison['changes']): readonly Asked[] {
  return changes.flatMap(({ witness }) => (witness === undefined ? [] : [witness.before.request as Asked]));
}

import { describe, expect, test } from 'vitest';
import { covered } from './covered.ts';
import { deed } from './deed.ts';
import { loaded, smallTexts } from '../analysis/small-pack.ts';

const EXCLUSIVE =
  'id: first, kind: exclusivity, holder: seller, grantor: buyer, when: { size: { at-least: 5 } }, counts-with-holder: none';
const small = loaded(smallTexts({ clauses: [EXCLUSIVE] }));

const entry = (provider: string, facts: string, outcome: string, more = ''): string =>
  `  - { id: deal-${provider}, request: { actor: buyer, date: 2024-06-01, acts: [procure], providers: [${provider}], facts: { ${facts} } ${more} },` +
  ` expect: { ${provider}: { outcome: ${outcome} } } }\n`;

describe('the regions of a pack', () => {
  test('are the fewest products of choices with one set of outcomes, for each act and those whom nothing tells apart', async () => {
    const { regions } = await covered(small, '', { missed: 20 });

    const told = regions.missed.map(({ providers, outcomes, where }) => [
      providers.map(({ id }) => id).join(),
      outcomes.join(),
      where.join('; '),
    ]);
    expect(told).toEqual([
      ['seller', 'permitted', ''],
      ['other', 'permitted', 'before 2024-01-01'],
      ['other', 'permitted', 'size less than 5'],
      ['other', 'prohibited', 'size at least 5; from 2024-01-01; not waived by Seller'],
      ['other', 'permitted', 'the counterparty of the deal on record; waived by Seller'],
    ]);
    // Without a deal on record two regions meet: not waived, and not the counterparty of the deal.
    expect(regions).toMatchObject({ of: 6, untold: 0 });
  });

  test('are reached by a request whatever it leaves open of what they do not name', async () => {
    const { regions } = await covered(small, entry('rival', 'size: 3', 'permitted'));

    expect(regions).toMatchObject({ of: 6, reached: 1, ordinary: { of: 5, reached: 1 } });
  });

  test('are reached through any of the providers whom nothing tells apart', async () => {
    const { regions } = await covered(small, entry('other', 'size: 3', 'permitted'));

    expect(regions.reached).toBe(1);
  });

  test('are not reached by a request that leaves open what they name', async () => {
    const { regions } = await covered(small, entry('rival', '', 'undetermined'));

    expect(regions.reached).toBe(0);
  });

  test('with open questions are reached where these are left open, and not where they are answered', async () => {
    const open =
      '  - { id: open, request: { actor: buyer, date: 2024-06-01, acts: [procure], providers: [rival], facts: { size: 9, kind: old } },';
    const left = `${open} expect: { rival: { outcome: undetermined } } }\n`;
    const taken = `${open.replace(' } },', ' }, readings: { R-1: as-green } },')} expect: { rival: { outcome: permitted } } }\n`;

    const [whenLeft, whenTaken] = [await covered(deed(), left), await covered(deed(), taken)];

    expect(whenLeft.regions.reached).toBeGreaterThan(0);
    expect(whenTaken.regions.reached).toBe(0);
  });

  test('are not reached by a scenario that gives up what the pack assumes', async () => {
    const opened = entry('rival', 'size: 3', 'permitted').replace('  - {', '  - { assumptions: open,');

    expect((await covered(small, opened)).regions.reached).toBe(0);
  });

  test('that are too many are not counted, and that is said', async () => {
    const { regions } = await covered(small, '', { regions: 2 });

    expect(regions).toMatchObject({ of: 1, reached: 0 });
    expect(regions.gaveUp).toEqual([
      {
        actor: { id: 'buyer', name: 'Buyer' },
        act: { id: 'procure', name: 'procure' },
        providers: [{ id: 'other', name: 'another provider' }],
        notOf: [{ id: 'seller', name: 'Seller' }],
        because: 'there are more than 2 regions',
      },
    ]);
  });
});

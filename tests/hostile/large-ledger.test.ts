import { describe, expect, test } from 'vitest';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { forgedLedger, type ForgedLine } from '../support/forged-ledger.ts';
import { judge } from './judge.ts';

describe('a ledger of twenty thousand entries', { timeout: 60_000 }, () => {
  const opening = { recorded: '2025-03-01', open: { counterparty: 'rival' } };
  const event =
    (kind: string, party: object) =>
    (at: number): ForgedLine =>
      at === 0 ? opening : { recorded: '2025-03-01', event: { [kind]: '2025-03-01', ...party } };

  test.each<readonly [string, (at: number) => ForgedLine, number]>([
    ['of one deal', event('offer', {}), 0],
    ['of as many deals', (at) => ({ ...opening, opportunity: `deal-${String(at)}` }), 0],
    ['that are notices to one holder', event('notice', { to: 'seller' }), 0],
    ['that answer nothing over and over', event('decline', { by: 'seller' }), 19_998],
    [
      'each of which corrects the last',
      (at) =>
        at < 2
          ? event('notice', { to: 'seller' })(at)
          : { ...(event('notice', { to: 'seller' })(at) as object), supersedes: at },
      0,
    ],
  ])('%s is read within seconds', async (_, line, mistakes) => {
    const ledger = Buffer.from(forgedLedger(Array.from({ length: 20_000 }, (__, at) => line(at))));
    let found: readonly string[] = [];

    await judge(() => {
      const read = readLedger(ledger, 'deals.jsonl');
      found = read.ok ? [] : read.diagnostics.map(({ code }) => code);
      return [];
    });

    expect(found).toEqual(Array(mistakes).fill('ledger/second-response'));
  });
});

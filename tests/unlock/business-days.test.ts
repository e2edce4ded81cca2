import path from 'node:path';
import { expect, test } from 'vitest';
import { loadPack } from '../../src/pack/load-pack.ts';
import { unlock } from '../../src/unlock/unlock.ts';
import { valueOf } from '../pack/good-pack.ts';

const RULES = path.resolve(import.meta.dirname, '../../fixtures/semantics/rules/business-days');
const pack = valueOf(await loadPack(RULES));

/** The days from which silence, or nothing but time, would let the dealer serve. */
async function daysOfWaiting(act: string, date: string, notice: object): Promise<readonly string[]> {
  const opportunity = { id: 'archive', counterparty: 'dealer', 'complete-to': date, events: [notice] };
  const unlocked = await unlock(
    pack,
    { actor: 'press', date, acts: [act], providers: ['dealer'], opportunity },
    { atMost: 1 },
  );
  if (!unlocked.ok) throw new Error(JSON.stringify(unlocked.diagnostics));
  const ways = unlocked.unlocks.flatMap((each) => each.ways);
  return ways.flatMap(({ changes, day }) =>
    changes.every(({ kind }) => kind === 'silence' || kind === 'time') ? [day] : [],
  );
}

test('a window of business days is over on the day after the last of them', async () => {
  const notice = { notice: '2025-12-01', to: 'library', contains: ['price'] };

  expect(await daysOfWaiting('window', '2025-12-10', notice)).toEqual(['2025-12-16']);
});

test('a last day that is put off is waited for', async () => {
  // Ten days end on a Saturday, so that the window is open until Monday.
  const notice = { notice: '2025-12-03', to: 'library', contains: ['price'] };

  expect(await daysOfWaiting('put-off', '2025-12-10', notice)).toEqual(['2025-12-16']);
});

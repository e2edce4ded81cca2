import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readLedgerFile } from '../../src/ledger/read-ledger-file.ts';
import { recordedOpportunity } from '../../src/ledger/recorded-opportunity.ts';
import { loadPack } from '../../src/pack/load-pack.ts';
import { checkOpportunity } from '../../src/pack/records/check-opportunity.ts';
import { valueOf } from '../pack/good-pack.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from '../commands/workplace.ts';

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
afterAll(() => rm(folder, { recursive: true }));

const add = (file: string, line: string, stdin = ''): Promise<Run> =>
  runInProcess(`ledger add ${file} --opportunity site --by clerk ${line}`.split(' '), WORKPLACE, stdin);

/** Every kind of event that a first right knows, as it is written and as it is recorded: with its holder. */
const EVENTS: readonly (readonly [object, object])[] = [
  [{ intent: '2025-02-01' }, {}],
  [{ 'letter-of-intent': '2025-02-10' }, {}],
  [{ offer: '2025-02-20' }, {}],
  [{ notice: '2025-03-01', contains: ['price'], given: '2025-02-27' }, { to: 'incumbent' }],
  [{ 'information-request': '2025-03-03' }, { by: 'incumbent' }],
  [{ information: '2025-03-05' }, { to: 'incumbent' }],
  [{ interest: '2025-03-06' }, { by: 'incumbent' }],
  [{ agreement: '2025-03-20' }, { by: 'incumbent' }],
  [
    {
      exercise: '2025-03-21',
      takes: { megawatts: { taken: 120, of: 200 } },
      differs: { price: { from: 100, to: 92.5 }, location: 'changed' },
    },
    { by: 'incumbent' },
  ],
  [{ change: '2025-04-01', of: { price: 'lower', term: { from: 10, to: 12 } } }, {}],
  [{ waiver: '2025-04-02', by: 'incumbent', of: ['first-refusal'], 'any-terms': true }, {}],
];

describe('a ledger', () => {
  test('takes every event of a first right and gives it back as it was written', async () => {
    const file = path.join(folder, 'deals.jsonl');
    await add(file, '--open rival --recorded 2025-01-10');

    for (const [event] of EVENTS) {
      const { code, stderr } = await add(file, '--event - --recorded 2025-05-01', JSON.stringify(event));
      expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    }

    const recorded = valueOf(recordedOpportunity(valueOf(await readLedgerFile(file)), 'site'));
    const written = EVENTS.map(([event, holder]) => ({ ...event, ...holder }));
    expect((JSON.parse(JSON.stringify(recorded.data)) as { events: unknown }).events).toEqual(written);
    const pack = valueOf(await loadPack(path.join(WORKPLACE, 'rules/example')));
    expect(valueOf(checkOpportunity(pack, recorded)).events.map(({ is }) => is)).toEqual(
      EVENTS.map(([event]) => Object.keys(event)[0]),
    );
  });

  test('takes them as options too, and shows whom they concern', async () => {
    const file = path.join(folder, 'options.jsonl');
    await add(file, '--open rival --recorded 2025-01-10');
    const kinds = ['intent', 'notice', 'information-request', 'information', 'interest', 'agreement'];

    for (const kind of kinds) {
      const party = kind === 'intent' ? '' : ' --party incumbent';
      const options = `--event ${kind} --happened 2025-03-01${party} --recorded 2025-03-01`;
      expect((await add(file, options)).stderr).toBe('');
    }

    const { stdout } = await runInProcess(['ledger', 'show', file], WORKPLACE, '');
    expect([...stdout.matchAll(/site: (\S+ on 2025-03-01.*?) \(/g)].map(([, words]) => words)).toEqual([
      'intent on 2025-03-01',
      'notice on 2025-03-01 to incumbent',
      'information-request on 2025-03-01 by incumbent',
      'information on 2025-03-01 to incumbent',
      'interest on 2025-03-01 by incumbent',
      'agreement on 2025-03-01 by incumbent',
    ]);
  });

  test('refuses an event with a mistake, and writes nothing', async () => {
    const file = path.join(folder, 'refused.jsonl');
    await add(file, '--open rival --recorded 2025-01-10');
    const event = (written: object) => add(file, '--event - --recorded 2025-05-01', JSON.stringify(written));

    const refused = [
      await event({ interest: '2025-03-01' }),
      await event({ change: '2025-03-01', of: { price: 92 } }),
      await event({ notice: '2025-03-01', given: '2025-03-02' }),
      await event({ waiver: '2025-03-01', by: 'incumbent', of: ['second-refusal'] }),
    ];

    expect(refused.map(({ stderr }) => /error (\S+):/.exec(stderr)?.[1])).toEqual([
      'request/response-without-notice',
      'shape/wrong-value',
      'request/given-after-receipt',
      'request/unknown-clause',
    ]);
    expect(valueOf(await readLedgerFile(file)).entries).toHaveLength(1);
  });
});

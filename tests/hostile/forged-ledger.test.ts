import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { checkAgainstPack } from '../../src/ledger/check-against-pack.ts';
import { recordedHappenings } from '../../src/ledger/recorded-happenings.ts';
import { describeLedger } from '../../src/ledger/describe-ledger.ts';
import { readLedger } from '../../src/ledger/read-ledger.ts';
import { recordedOpportunity } from '../../src/ledger/recorded-opportunity.ts';
import { renderLedger } from '../../src/commands/render-ledger.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import { goodPack } from '../pack/good-pack.ts';
import { forgedLedger, SOUND, type ForgedLine } from '../support/forged-ledger.ts';
import { runs, SEED } from '../support/seed.ts';
import { judge, shownAnswer, shownRefusal } from './judge.ts';
import { ODD_TEXTS, POLLUTING_NAMES } from './odd-texts.ts';

const pack = goodPack();

const DAY = '2025-03-01';

beforeAll(() => {
  process.stdout.write(`forged ledgers: FC_SEED=${String(SEED)}\n`);
});

/** Codes with lines, such as `ledger/changed-line 3`. */
function complaintsOf(ledger: string): readonly string[] {
  const read = readLedger(Buffer.from(ledger), 'deals.jsonl');
  return read.ok ? [] : read.diagnostics.map(complaint);
}

function complaint({ code, place, path = '' }: Diagnostic): string {
  return `${code} ${place === undefined ? path : String(place.line)}`;
}

describe('a ledger that was forged with a chain that holds', { timeout: 60_000 }, () => {
  const [open = {}, noted = {}, declined = {}] = SOUND;
  const happening = { opportunity: undefined, recorded: DAY, happening: { order: DAY } };
  const offer = { recorded: '2025-03-01', event: { offer: '2025-03-01' } };

  test.each<readonly [string, readonly ForgedLine[], readonly string[]]>([
    ['an entry with the number of another', [open, { ...noted, entry: 3 }], ['ledger/broken-chain 3']],
    ['a happening of a deal', [open, { ...happening, opportunity: 'deal' }], ['ledger/bad-entry 3']],
    ['a happening without a day', [{ ...happening, happening: { order: 1 } }], ['ledger/bad-entry 2']],
    ['a happening of two days', [{ ...happening, happening: { a: DAY, b: DAY } }], ['ledger/bad-entry 2']],
    ['a happening that is a list', [{ ...happening, happening: [DAY] }], ['shape/wrong-value 2']],
    [
      'a happening that is to come',
      [{ ...happening, recorded: '2025-02-28' }],
      ['ledger/recorded-too-early 2'],
    ],
    [
      'happenings complete to a day that lies ahead',
      [{ ...happening, happening: undefined, 'happenings-complete-to': '2025-03-02' }],
      ['ledger/recorded-too-early 2'],
    ],
    [
      'a happening in place of an event',
      [open, noted, { ...happening, supersedes: 2 }],
      ['ledger/cannot-supersede 4'],
    ],
    [
      'a happening withdrawn for a deal',
      [happening, { ...open, recorded: DAY }, { recorded: DAY, withdrawn: 'so', supersedes: 1 }],
      ['ledger/cannot-supersede 4'],
    ],
    ['an event of no deal', [open, { ...noted, opportunity: undefined }], ['shape/missing-key 3']],
    ['a number as text', [open, { ...noted, entry: '2' }], ['ledger/broken-chain 3']],
    ['an entry that says nothing', [open, { recorded: '2025-03-01' }], ['ledger/bad-entry 3']],
    ['an entry that says two things', [open, { ...noted, withdrawn: 'so' }], ['ledger/bad-entry 3']],
    [
      'an event of two kinds',
      [open, { ...offer, event: { offer: '2025-03-01', signature: '2025-03-01' } }],
      ['ledger/bad-entry 3'],
    ],
    ['an event that is a list', [open, { ...offer, event: [] }], ['shape/wrong-value 3']],
    ['a kind that is none', [open, { ...offer, event: { ['__proto__']: 1 } }], ['ledger/bad-entry 3']],
    ['a key that is none', [open, { ...offer, ['__proto__']: 1 }], ['shape/unknown-key 3']],
    ['a key of objects', [{ ...open, constructor: 'x' }], ['shape/unknown-key 2']],
    ['a day of no calendar', [{ ...open, recorded: '2025-02-30' }], ['shape/impossible-date 2']],
    ['a day that is a number', [{ ...open, recorded: 20_250_101 }], ['shape/wrong-value 2']],
    ['a day ten thousand years off', [{ ...open, recorded: '12025-01-01' }], ['shape/wrong-value 2']],
    ['nobody', [{ ...open, by: '' }], ['shape/empty 2']],
    ['a correction of entry 0', [open, { ...noted, supersedes: 0 }], ['shape/wrong-value 3']],
    ['a correction of half an entry', [open, { ...noted, supersedes: 0.5 }], ['shape/wrong-value 3']],
    ['a correction of itself', [open, { ...noted, supersedes: 2 }], ['ledger/cannot-supersede 3']],
    [
      'a correction of what is to come',
      [open, { ...noted, supersedes: 3 }, offer],
      ['ledger/cannot-supersede 3'],
    ],
    ['a document without a hash', [{ ...open, documents: [{ name: 'a' }] }], ['shape/missing-key 2']],
    [
      'documents that are none',
      [{ ...open, documents: ['a', 1, null] }],
      ['shape/wrong-value 2', 'shape/wrong-value 2', 'shape/wrong-value 2'],
    ],
    [
      'recorded before it happened',
      [open, { ...noted, recorded: '2025-02-28' }],
      ['ledger/recorded-too-early 3'],
    ],
    [
      'recorded before the line before it',
      [{ ...open, recorded: '2025-03-02' }, noted],
      ['ledger/recorded-backwards 3'],
    ],
    [
      'complete to a day that lies ahead',
      [open, { recorded: '2025-03-01', 'complete-to': '2025-03-02' }],
      ['ledger/recorded-too-early 3'],
    ],
    [
      'another deal than the one opened',
      [open, { ...noted, opportunity: 'dael' }],
      ['ledger/unknown-opportunity 3'],
    ],
    [
      'an event before the opening',
      [noted, { ...open, recorded: '2025-03-01' }],
      ['ledger/unknown-opportunity 2'],
    ],
    ['a deal opened twice', [open, open], ['ledger/opened-twice 3']],
    [
      'two answers to one notice',
      [open, noted, declined, { ...declined, event: { exercise: '2025-03-11', by: 'seller' } }],
      ['ledger/second-response 5'],
    ],
    [
      'two answers, the earlier one recorded later',
      [open, noted, declined, { ...declined, event: { exercise: '2025-03-05', by: 'seller' } }],
      ['ledger/second-response 5'],
    ],
    [
      'two answers by a correction',
      [
        open,
        noted,
        declined,
        { ...noted, recorded: '2025-03-20', event: { notice: '2025-03-13', to: 'seller' } },
        { ...declined, recorded: '2025-03-20', event: { decline: '2025-03-14', by: 'seller' } },
        { recorded: '2025-03-20', withdrawn: 'never sent', supersedes: 4 },
      ],
      ['ledger/second-response 7'],
    ],
    [
      'a withdrawal of the opening',
      [open, { recorded: '2025-01-02', withdrawn: 'so', supersedes: 1 }],
      ['ledger/cannot-supersede 3'],
    ],
  ])('%s', async (_, entries, expected) => {
    const ledger = forgedLedger(entries);

    await judge(() => {
      const read = readLedger(Buffer.from(ledger), 'deals.jsonl');
      return read.ok ? [] : shownRefusal(read.diagnostics);
    });
    expect(complaintsOf(ledger)).toEqual(expected);
  });

  test.each<readonly [string, ForgedLine, string]>([
    ['no pack', { format: 'compute-rights/ledger/1' }, 'shape/missing-key 1'],
    ['a further key', { format: 'compute-rights/ledger/1', pack: 'good', further: 1 }, 'shape/unknown-key 1'],
    ['a pack that is a map', { format: 'compute-rights/ledger/1', pack: {} }, 'shape/wrong-value 1'],
    ['a format to come', { format: 'compute-rights/ledger/2', pack: 'good' }, 'ledger/not-a-ledger 1'],
  ])('a header with %s', (_, first, expected) => {
    expect(complaintsOf(forgedLedger(SOUND, first))).toEqual([expected]);
  });

  test('what only a pack can know is found with it', () => {
    const found = (entries: readonly ForgedLine[], id = 'deal', head?: ForgedLine): readonly string[] => {
      const read = readLedger(Buffer.from(forgedLedger(entries, head)), 'deals.jsonl');
      if (!read.ok) throw new Error(read.diagnostics.map(complaint).join());
      const checked = checkAgainstPack(read.value, id, pack);
      return checked.ok
        ? []
        : checked.diagnostics.map((each) => `${complaint(each)} ${each.hint ?? ''}`.trim());
    };

    expect(found(SOUND)).toEqual([]);
    expect(found([open, declined])).toEqual([expect.stringMatching(/^request\/response-without-notice 3/)]);
    expect(found([open, noted, { ...declined, event: { decline: '2025-02-28', by: 'seller' } }])).toEqual([
      expect.stringMatching(/^request\/response-without-notice 4/),
    ]);
    expect(found([open, { ...noted, event: { notice: '2023-12-31', to: 'seller' } }])).toEqual([
      expect.stringMatching(/^ledger\/before-agreement 3/),
    ]);
    expect(found([open, { ...noted, event: { notice: '2025-03-01', to: 'sellar' } }])).toEqual([
      'request/undeclared-party 3 did you mean `seller`?',
    ]);
    expect(found([{ ...open, open: { counterparty: 'rivall' } }])).toEqual([
      'request/undeclared-party 2 did you mean `rival`?',
    ]);
    expect(found(SOUND, 'dael')).toEqual(['ledger/unknown-opportunity deals.jsonl did you mean `deal`?']);
    expect(found(SOUND, 'deal', { format: 'compute-rights/ledger/1', pack: 'elsewhere' })).toEqual([
      expect.stringMatching(/^ledger\/other-pack deals\.jsonl/),
    ]);
  });
});

describe('a ledger that was spoilt at random', { timeout: 120_000 }, () => {
  const scalars = fc.oneof(
    fc.constantFrom<unknown>(
      ...POLLUTING_NAMES,
      ...ODD_TEXTS,
      '',
      'deal',
      'rival',
      'seller',
      '2025-03-01',
      0,
      1,
      2,
      -1,
      null,
      true,
    ),
    fc.string({ unit: 'grapheme' }),
    fc.integer(),
  );
  const keys = fc.constantFrom(
    'open',
    'event',
    'complete-to',
    'happening',
    'happenings-complete-to',
    'withdrawn',
    'supersedes',
    'documents',
    'recorded',
    'by',
    'entry',
    ...POLLUTING_NAMES,
  );
  const inner = fc.dictionary(
    fc.constantFrom('notice', 'to', 'by', 'decline', 'offer', 'contains', 'counterparty', ...POLLUTING_NAMES),
    scalars,
    { maxKeys: 3 },
  );
  const entry = fc
    .tuple(
      fc.constantFrom(...SOUND),
      fc.array(fc.tuple(keys, fc.oneof(scalars, inner, fc.array(inner, { maxLength: 2 }))), { maxLength: 3 }),
    )
    .map(([base, parts]) => Object.fromEntries([...Object.entries(base), ...parts]));

  test('is answered or diagnosed, and shown without anything that steers a terminal', async () => {
    let answered = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(entry, { maxLength: 6 }), async (entries) => {
        const text = forgedLedger([SOUND[0] ?? {}, ...entries].filter(canBeWritten));
        await judge(async () => {
          const read = readLedger(Buffer.from(text), 'deals.jsonl');
          if (!read.ok) return shownRefusal(read.diagnostics);
          const shown = renderLedger(describeLedger(read.value));
          const recorded = recordedOpportunity(read.value, 'deal');
          if (!recorded.ok) return [shown, ...shownRefusal(recorded.diagnostics)];
          answered += 1;
          const request = { actor: 'buyer', date: '2025-06-01', acts: ['procure'], providers: ['rival'] };
          const happened = (until?: number) => recordedHappenings(read.value, undefined, until);
          const known = { opportunity: recorded.value, happened, known: {} };
          return [shown, ...(await shownAnswer(pack, checkRequest(pack, request, '', {}, known)))];
        });
      }),
      { seed: SEED, numRuns: runs(400) },
    );
    expect(answered).toBeGreaterThan(0);
  });
});

/** A lone half of a surrogate pair has no canonical form that could be sealed. */
function canBeWritten(entry: ForgedLine): boolean {
  return !/\\ud[89a-f]/.test(JSON.stringify(entry));
}

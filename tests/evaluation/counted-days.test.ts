import { describe, expect, test } from 'vitest';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import { compileDiagrams } from '../../src/diagram/compile/compile-pack.ts';
import { settlementFor } from '../../src/pack/settlement.ts';
import { compile } from '../../src/diagram/compile/compile.ts';
import { isoFromDay } from '../../src/vocabulary/day.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { valueOf } from '../pack/good-pack.ts';

const vocabulary = `
pack: counted
language: 1
title: Days counted from others
disclaimer: Invented.
otherwise: permitted
parties: { buyer: { name: Buyer }, seller: { name: Seller, provider: true }, rival: { name: Rival, provider: true } }
acts: { procure: { title: procure } }
facts:
  launch: { type: event, question: When was it launched? }
  expiry: { type: date, question: When does it expire? }
readings: { R-1: { question: How long?, options: { short: a month, long: a year } } }
grades: { A: the text itself }
documents: { deed: { title: Deed, date: 2020-01-01 } }
calendars:
  city:
    means: days on which the banks of the city are open
    closed: [saturday, sunday]
    holidays: [2024-12-26, 2024-12-25, 2025-01-01]
    covers: { from: 2024-12-01, to: 2025-01-31 }
`;

const other = `
  - id: older
    title: Older
    kind: obligation
    grantor: buyer
    act: procure
    until: 2024-12-31
    source: { document: deed, grade: A }
`;

function packWith(life: string, effective = '{ from: 2020-01-01 }'): Pack {
  const deed = `
instrument: deed
title: Deed
parties: [buyer, seller]
basis: text
effective: ${effective}
clauses:
  - id: supply
    title: Supply
    kind: exclusivity
    holder: seller
    grantor: buyer
    act: procure
    ${life}
    source: { document: deed, grade: A }
${other}`;
  return valueOf(loadPackFiles({ 'pack.yaml': vocabulary, 'deed.yaml': deed }));
}

type Facts = Readonly<Record<string, string>>;

/** What the rival may do on a day, and on what that turns; found by both engines, which have to agree. */
async function onDay(pack: Pack, date: string, facts: Facts = {}): Promise<string> {
  const document = { actor: 'buyer', date, acts: ['procure'], providers: ['rival'], facts };
  const { answers } = await evaluateRequest(pack, valueOf(checkRequest(pack, document)));
  const [answer] = answers;
  const compiled = compile(pack).decide({ actor: 'buyer', act: 'procure', provider: 'rival', date, facts });
  expect('possible' in compiled ? compiled.possible : compiled).toEqual(answer?.possible);
  return [answer?.outcome, ...(answer?.turnsOn ?? []).map(({ id }) => id)].join(' ');
}

describe('a clause that begins so long after an event', () => {
  const pack = packWith('from: { after: 18 months, of: { event: launch } }');

  test.each([
    ['2024-11-21', { launch: '2023-05-22' }, 'permitted'],
    ['2024-11-22', { launch: '2023-05-22' }, 'prohibited'],
    ['2024-11-22', { launch: 'not-yet' }, 'permitted'],
    ['2024-11-22', {}, 'undetermined launch'],
    ['2021-02-28', { launch: '2019-08-31' }, 'prohibited'],
    ['2021-02-27', { launch: '2019-08-31' }, 'permitted'],
  ])('on %s, %o: %s', async (date, facts, outcome) => {
    expect(await onDay(pack, date, facts as Facts)).toBe(outcome);
  });

  test('says in its record from what day it is counted', async () => {
    const document = {
      actor: 'buyer',
      date: '2025-01-01',
      acts: ['procure'],
      facts: { launch: '2023-05-22' },
    };
    const { answers } = await evaluateRequest(pack, valueOf(checkRequest(pack, document)));
    const trace = answers[1]?.acts[0]?.trace.find(({ clause }) => clause === 'supply');

    expect(trace?.inForce.begins).toEqual({ on: '2024-11-22', counted: '18 months after `launch`' });
  });
});

describe('a clause that ends so long before a date', () => {
  const pack = packWith('until: { before: 90 calendar-days, of: { fact: expiry } }');

  test.each([
    ['2024-10-11', { expiry: '2025-01-10' }, 'prohibited'],
    ['2024-10-12', { expiry: '2025-01-10' }, 'permitted'],
    ['2026-10-12', { expiry: '2025-01-10' }, 'permitted'],
    ['2024-10-12', {}, 'undetermined expiry'],
  ])('on %s, %o: %s', async (date, facts, outcome) => {
    expect(await onDay(pack, date, facts as Facts)).toBe(outcome);
  });

  test('may count the day itself', async () => {
    const counting = packWith(
      'until: { before: 90 calendar-days, of: { fact: expiry }, day-itself: counts }',
    );

    expect(await onDay(counting, '2024-10-12', { expiry: '2025-01-10' })).toBe('prohibited');
    expect(await onDay(counting, '2024-10-13', { expiry: '2025-01-10' })).toBe('permitted');
  });
});

describe('a length that is not stated', () => {
  test('is unknown only on the side on which the day may lie', async () => {
    const later = packWith('from: { after: unknown, of: { event: launch } }');
    const sooner = packWith('until: { before: unknown, of: { fact: expiry } }');

    expect(await onDay(later, '2024-01-01', { launch: 'not-yet' })).toBe('permitted');
    expect(await onDay(later, '2024-01-01', { launch: '2023-01-01' })).toBe('undetermined supply.from.after');
    expect(await onDay(sooner, '2024-01-01', { expiry: '2024-01-01' })).toBe('permitted');
    expect(await onDay(sooner, '2024-01-01', { expiry: '2024-06-01' })).toBe(
      'undetermined supply.until.before',
    );
  });

  test('may hang on a reading', async () => {
    const pack = packWith(
      'from: { after: { reading: R-1, of: { short: 1 month, long: 1 year } }, of: { effective: deed } }',
    );

    expect(await onDay(pack, '2020-01-31')).toBe('permitted');
    expect(await onDay(pack, '2020-02-01')).toBe('undetermined R-1');
    expect(await onDay(pack, '2021-01-01')).toBe('prohibited');
  });
});

describe('a day counted from the start of an instrument', () => {
  const pack = packWith(
    'from: { after: 10 calendar-days, of: { effective: deed } }',
    '{ possibly-from: 2020-01-01, from: 2020-01-05 }',
  );

  test.each([
    ['2020-01-10', 'permitted'],
    ['2020-01-11', 'undetermined deed.effective'],
    ['2020-01-14', 'undetermined deed.effective'],
    ['2020-01-15', 'prohibited'],
  ])('shares its unknown: %s %s', async (date, outcome) => {
    expect(await onDay(pack, date)).toBe(outcome);
  });
});

describe('a day counted from the end of a clause', () => {
  const pack = packWith('from: { after: 2 business-days, of: { end-of: older } }');

  test.each([
    ['2025-01-02', 'permitted'],
    ['2025-01-03', 'prohibited'],
  ])('of 2024-12-31 on business days: %s %s', async (date, outcome) => {
    expect(await onDay(pack, date)).toBe(outcome);
  });
});

describe('a clause that survives by business days', () => {
  const pack = packWith('until: { event: launch }\n    survives: 5 business-days on city');

  test.each([
    ['2025-01-01', '2024-12-23', 'prohibited'],
    ['2025-01-02', '2024-12-23', 'permitted'],
    ['2025-01-05', '2024-12-27', 'prohibited'],
    ['2025-01-06', '2024-12-27', 'permitted'],
    ['2025-02-02', '2025-01-29', 'prohibited'],
    ['2025-02-03', '2025-01-29', 'undetermined calendar.city'],
    ['2030-01-01', '2025-01-29', 'undetermined calendar.city'],
    ['2030-01-01', '2025-01-20', 'permitted'],
    ['2030-01-01', '2010-01-20', 'permitted'],
    ['2024-12-02', '2024-11-27', 'prohibited'],
    ['2024-12-04', '2024-11-27', 'undetermined calendar.city'],
    ['2024-12-06', '2024-11-27', 'permitted'],
  ])('on %s, ended on %s: %s', async (date, launch, outcome) => {
    expect(await onDay(pack, date, { launch })).toBe(outcome);
  });
});

describe('the days on which something turns', () => {
  test('are cut where a counted day begins', () => {
    const pack = packWith('from: { after: 1 month, of: 2024-01-31 }');
    const { turns } = compileDiagrams(pack, settlementFor(pack)).date;

    expect(turns.map(isoFromDay)).toContain('2024-02-29');
  });
});

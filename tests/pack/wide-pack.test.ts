import { describe, expect, test } from 'vitest';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { BAR, clause, CONSENT, RIGHT } from './wide-pack.ts';

describe('a scope on values within values', () => {
  test.each([
    ['{ customer: { within: public } }', ['public', 'army', 'town'], undefined],
    ['{ customer: [army, town] }', ['public', 'army', 'town'], undefined],
    ['{ customer: army }', ['army'], ['public']],
    ['{ customer: [army, other] }', ['army', 'other'], ['public']],
    ['{ operator: { within: sellers } }', ['seller', 'rival'], undefined],
    ['{ provider: { within: sellers } }', ['seller', 'rival'], undefined],
  ])('%s: %j, perhaps %j', (when, values, perhaps) => {
    const comparison = { is: 'one-of', values, ...(perhaps && { perhaps }) };

    expect(clause(`${BAR}, when: ${when}`)?.when).toMatchObject({ is: 'test', comparison });
  });

  test.each([
    ['{ customer: { not: { within: public } } }', ['public', 'army', 'town']],
    ['{ provider: { not: { within: sellers } } }', ['seller', 'rival']],
  ])('%s negates it', (when, values) => {
    const of = { comparison: { is: 'one-of', values } };

    expect(clause(`${BAR}, when: ${when}`)?.when).toMatchObject({ is: 'not', of });
  });

  test.each([
    ['{ within: sellers }', { is: 'only', parties: ['seller', 'rival'] }],
    ['{ not: { within: sellers } }', { is: 'all-but', parties: ['seller', 'rival'] }],
  ])('names candidates: %s', (providers, expected) => {
    expect(clause(`${BAR}, providers: ${providers}`)?.providers).toEqual(expected);
  });
});

describe('a number with a unit', () => {
  test.each([
    ['1.2 GW', 1200],
    ['200 MW', 200],
    ['0.1 GW', 100],
    ['7 kW', 0.007],
    ['5', 5],
  ])('%s: %d', (bound, value) => {
    expect(clause(`${BAR}, when: { power: { at-least: ${bound} } }`)?.when).toMatchObject({
      comparison: { bound: { stated: { is: 'set', value } } },
    });
  });
});

describe('the second part of the language', () => {
  test('replaces defined terms by what they stand for, under one parameter each', () => {
    const bound = { id: 'little.power.at-most', stated: { is: 'set', value: 0.005 } };

    expect(clause(`${BAR}, when: { defined: [tiny, little] }`)?.when).toMatchObject({
      is: 'any',
      of: [
        { is: 'defined', id: 'tiny', of: { of: [{ is: 'defined', of: { comparison: { bound } } }, {}] } },
        { is: 'defined', id: 'little', of: { comparison: { bound } } },
      ],
    });
  });

  test('reads what a right may say about its holder and its end', () => {
    const keys = `${RIGHT}, sole: true, counts-with-holder: [affiliates], survives: 6 months, until: { event: opening }`;

    expect(clause(keys)).toMatchObject({
      sole: { id: 'extra-clause.sole', stated: { is: 'set', value: true } },
      countsWithHolder: {
        id: 'extra-clause.counts-with-holder',
        stated: { is: 'set', value: ['affiliates'] },
      },
      survives: { id: 'extra-clause.survives', stated: { value: { count: 6, unit: 'months' } } },
      until: { stated: { is: 'none' } },
      untilEvent: 'opening',
    });
  });

  test('reads the end of a precondition, beside what shows that its step is done', () => {
    const keys = 'kind: precondition, act: procure, step: { do: ask, by: buyer }, until: { size: small }';

    expect(clause(`${keys}, ends: { assume: 2025-06-30, because: usual }`)).toMatchObject({
      precondition: { until: { is: 'criterion' } },
      until: {
        id: 'extra-clause.until',
        stated: { is: 'assumed', limit: { value: expect.any(Number) as unknown } },
      },
    });
    expect(clause(`${keys}, ends: { event: opening }`)).toMatchObject({ untilEvent: 'opening' });
    expect(clause(keys)).toMatchObject({ until: { stated: { is: 'none' } } });
  });

  test('reads the ways to lose force', () => {
    const ceases = '{ id: gone, when: { power: { less-than: 5 } }, by: { election-of: buyer } }';
    const suspended = '{ id: paused, when: { size: small } }';

    expect(clause(`${RIGHT}, ceases: [${ceases}], suspended: [${suspended}]`)?.ceases).toMatchObject([
      {
        id: 'gone',
        electionOf: 'buyer',
        when: { comparison: { bound: { id: 'extra-clause.gone.power.less-than' } } },
      },
      { id: 'paused' },
    ]);
  });

  test('reads a value by its reading', () => {
    const until = '{ reading: R-1, of: { yes-it-does: unknown, no-it-does-not: 2026-01-01 } }';

    expect(clause(`${RIGHT}, until: ${until}`)?.until.stated).toEqual({
      is: 'by-reading',
      reading: 'R-1',
      of: {
        'yes-it-does': { is: 'unknown' },
        'no-it-does-not': { is: 'set', value: dayFromIso('2026-01-01') },
      },
    });
  });

  test('reads the assessment that a refusal was reasonable', () => {
    expect(clause(`${CONSENT}, reasonable-if: reasonable`)?.precondition?.reasonableIf).toBe('reasonable');
  });
});

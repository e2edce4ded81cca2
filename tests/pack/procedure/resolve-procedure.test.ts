import { describe, expect, test } from 'vitest';
import { procedureParameters } from '../../../src/pack/procedure-parameters.ts';
import type { Procedure } from '../../../src/pack/procedure.ts';
import { clauseOf } from '../good-pack.ts';
import { procedureOf, schemaAgainst } from './procedure-of.ts';

const right = 'kind: first-refusal, holder: seller, grantor: buyer, act: procure';

/** Each part under the keys by which the rule language knows it. */
const PARTS: Readonly<Record<string, (procedure: Procedure) => { id: string; stated: unknown }>> = {
  trigger: ({ trigger }) => trigger,
  'notice.requires': ({ requires }) => requires,
  'notice.clock': ({ clock }) => clock,
  'response.within': ({ within }) => within,
  'response.silence': ({ silence }) => silence,
  'exercise.part': ({ part }) => part,
  'exercise.match': ({ match }) => match,
  'exercise.falls-short': ({ fallsShort }) => fallsShort,
  'exercise.effect': ({ effect }) => effect,
  'negotiation.within': ({ talks }) => talks,
  'negotiation.no-agreement': ({ noAgreement }) => noAgreement,
  'release.for': ({ releaseFor }) => releaseFor.declined,
  'terms.others': ({ terms }) => terms.others,
  'terms.reopen-on': ({ terms }) => terms.reopenOn,
  pending: ({ pending }) => pending,
};

describe('a procedure that is left out', () => {
  const procedure = clauseOf(right).procedure as Procedure;

  test('is unknown in every part but the effect of an exercise, which reserves', () => {
    const stated = Object.entries(PARTS).map(([keys, part]) => [keys, part(procedure)]);

    expect(stated).toEqual(
      Object.keys(PARTS).map((keys) => [
        keys,
        {
          id: `extra-clause.${keys}`,
          stated: keys === 'exercise.effect' ? { is: 'set', value: 'reserves' } : { is: 'unknown' },
        },
      ]),
    );
  });

  test('has no limit on notices, no gate and no terms, and releases towards the counterparty', () => {
    expect(procedure).not.toHaveProperty('frequency');
    expect(procedure).not.toHaveProperty('able');
    expect(procedure.releaseTo).toBe('counterparty');
    expect(procedure.terms).toMatchObject({ better: {}, tolerance: {} });
  });

  test('has one release for all three exits', () => {
    const { releaseFor } = procedure;

    expect(releaseFor.silent).toBe(releaseFor.declined);
    expect(releaseFor.noAgreement).toBe(releaseFor.declined);
    expect(procedureParameters(procedure).map(({ id }) => id)).toEqual(
      Object.keys(PARTS)
        .map((keys) => `extra-clause.${keys}`)
        .toSorted(byStage),
    );
  });
});

describe('a part of a procedure', () => {
  const days = (count: number) => ({ is: 'set', value: { count, unit: 'calendar-days' } });
  const set = (value: unknown) => ({ is: 'set', value });

  test.each([
    ['trigger', ['intent', 'letter-of-intent', 'offer']],
    [
      'notice.clock',
      ['complete-notice-received', 'notice-received', 'notice-given', 'last-information-received'],
    ],
    ['response.silence', ['releases', 'declines', 'does-not-release']],
    ['exercise.part', ['allowed', 'not-allowed']],
    ['exercise.match', ['same', 'same-or-better', 'any-terms']],
    ['exercise.falls-short', ['declines', 'no-answer']],
    ['exercise.effect', ['reserves', 'reserves-nothing']],
    ['negotiation.no-agreement', ['releases', 'does-not-release']],
    ['terms.others', ['immaterial', 'material']],
    ['terms.reopen-on', ['any-change', 'better-for-grantor', 'worse-for-grantor', 'none']],
    ['pending', ['survives', 'extinguished']],
  ])('%s is one of %j, or open in one of three ways', (keys, words) => {
    const [first = '', second = ''] = words;
    const written = [
      ...words.map((word) => [word, set(word)] as const),
      ['unknown', { is: 'unknown' }] as const,
      [`{ assume: ${second}, because: so }`, { is: 'assumed', limit: set(second), because: 'so' }] as const,
      [
        `{ reading: R-1, of: { yes-it-does: ${first}, no-it-does-not: unknown } }`,
        {
          is: 'by-reading',
          reading: 'R-1',
          of: { 'yes-it-does': set(first), 'no-it-does-not': { is: 'unknown' } },
        },
      ] as const,
    ];

    const read = written.map(([value]) => PARTS[keys]?.(procedureOf(nested(keys, value))).stated);

    expect(read).toEqual(written.map(([, stated]) => stated));
    expect(written.flatMap(([value]) => schemaAgainst(nested(keys, value)))).toEqual([]);
  });

  test.each(['response.within', 'negotiation.within', 'release.for'])('%s is a duration or none', (keys) => {
    const read = ['30 calendar-days', 'none', 'unknown', '{ assume: none, because: so }'].map(
      (value) => PARTS[keys]?.(procedureOf(nested(keys, value))).stated,
    );

    const none = { is: 'none' };
    expect(read).toEqual([days(30), none, { is: 'unknown' }, { is: 'assumed', limit: none, because: 'so' }]);
  });

  test.each(['1 calendar-day', '36500 calendar-days', '5214 weeks'])('may last %s', (duration) => {
    expect(procedureOf(`release: { for: ${duration} }`).releaseFor.silent.stated).toMatchObject({
      is: 'set',
    });
  });

  test('of a notice is a list of contents, or none where any notice will do', () => {
    expect(procedureOf('notice: { requires: [price, size] }').requires.stated).toEqual(
      set(['price', 'size']),
    );
    expect(procedureOf('notice: { requires: none }').requires.stated).toEqual({ is: 'none' });
  });

  test('of the talks may say that there are none, and may assume it', () => {
    const talks = (value: string) => procedureOf(`negotiation: ${value}`).talks;

    expect(talks('none')).toEqual({ id: 'extra-clause.negotiation.within', stated: set('no-talks') });
    expect(talks('{ within: no-talks }')).toEqual(talks('none'));
    expect(talks('{ within: { assume: no-talks, because: so } }').stated).toMatchObject({
      is: 'assumed',
      limit: set('no-talks'),
    });
    expect(schemaAgainst('negotiation: { within: { assume: no-talks, because: so } }')).toEqual([]);
    expect(procedureOf('negotiation: none').noAgreement.stated).toEqual({ is: 'unknown' });
  });

  test('of a release may be written for one exit alone, and the others share the rest', () => {
    const { releaseFor } = procedureOf('release: { for: 90 calendar-days, silent: { for: none } }');

    expect(releaseFor.silent).toEqual({ id: 'extra-clause.release.silent.for', stated: { is: 'none' } });
    expect(releaseFor.declined).toEqual({ id: 'extra-clause.release.for', stated: days(90) });
    expect(releaseFor.noAgreement).toBe(releaseFor.declined);
  });

  test('of a release that is written for every exit has three parameters', () => {
    const exits = 'declined: { for: none }, silent: { for: unknown }, no-agreement: { for: 1 year }';
    const procedure = procedureOf(`release: { ${exits}, to: anyone }`);

    const ids = procedureParameters(procedure).map(({ id }) => id);
    expect(ids.filter((id) => id.includes('release'))).toEqual([
      'extra-clause.release.declined.for',
      'extra-clause.release.silent.for',
      'extra-clause.release.no-agreement.for',
    ]);
    expect(procedure.releaseTo).toBe('anyone');
    expect(schemaAgainst(`release: { ${exits}, to: anyone }`)).toEqual([]);
  });

  test('limits notices by how many in how long', () => {
    const atMost = 'notice: { at-most: { notices: 2, in: 6 months } }';

    expect(procedureOf(atMost).frequency).toEqual({ notices: 2, period: { count: 6, unit: 'months' } });
    expect(schemaAgainst(atMost)).toEqual([]);
  });

  test('names the finding that the holder is able', () => {
    expect(procedureOf('exercise: { able: reasonable }').able).toBe('reasonable');
    expect(schemaAgainst('exercise: { able: reasonable }')).toEqual([]);
  });

  test('lists the terms that matter, with tolerances in percent', () => {
    const terms = 'better-for-grantor: { price: lower, term: higher, place: unordered }';
    const tolerance = 'tolerance: { price: 2.5 %, term: 10% }';
    const read = procedureOf(`terms: { ${terms}, ${tolerance} }`).terms;

    expect({ ...read.better }).toEqual({ price: 'lower', term: 'higher', place: 'unordered' });
    expect({ ...read.tolerance }).toEqual({ price: 2.5, term: 10 });
    expect(schemaAgainst(`terms: { ${terms}, ${tolerance} }`)).toEqual([]);
  });
});

const STAGES = ['trigger', 'notice', 'response', 'exercise', 'negotiation', 'release', 'terms', 'pending'];

function byStage(one: string, other: string): number {
  return stageOf(one) - stageOf(other);
}

function stageOf(id: string): number {
  return STAGES.findIndex((stage) => id.includes(`.${stage}`));
}

/** `notice.clock` with a value as flow YAML. */
function nested(keys: string, value: string): string {
  const [stage = '', part] = keys.split('.');
  return part === undefined ? `${stage}: ${value}` : `${stage}: { ${part}: ${value} }`;
}

import { describe, expect, test } from 'vitest';
import { checkRequest, readRequest } from '../../src/pack/check-request.ts';
import type { Overrides } from '../../src/pack/override-request.ts';
import { dayFromIso } from '../../src/vocabulary/day.ts';
import { complaints, goodPack, goodTexts, valueOf } from './good-pack.ts';

const words = '  own-site: { type: boolean, question: Own? }\n';
const pack = goodPack({
  'pack.yaml': (goodTexts['pack.yaml'] ?? '').replace('facts:\n', `facts:\n${words}`),
});
const text = 'actor: buyer\ndate: 2025-06-01\nacts: [procure]\nfacts: { size: small, megawatts: 5 }\n';

function complaintsWith(overrides: Overrides): readonly string[] {
  return complaints(readRequest(pack, text, 'r.yaml', overrides));
}

describe('overrides', () => {
  test('take the place of what the request says, and leave the rest', () => {
    const overrides = {
      date: '2026-01-01',
      providers: ['rival'],
      facts: ['size=large', 'delivery=2026-05-01'],
      readings: ['R-1=yes-it-does'],
    };

    const request = valueOf(readRequest(pack, text, 'r.yaml', overrides));

    expect(request).toMatchObject({
      date: dayFromIso('2026-01-01'),
      providers: ['rival'],
      providersNamed: true,
      facts: { size: 'large', megawatts: 5, delivery: dayFromIso('2026-05-01') },
      readings: { 'R-1': 'yes-it-does' },
    });
  });

  test('are enough for a request of their own', () => {
    const request = checkRequest(pack, {}, '', { actor: 'buyer', date: '2025-01-01', acts: ['procure'] });

    expect(valueOf(request)).toMatchObject({ actor: 'buyer', acts: ['procure'] });
  });

  test.each([
    ['megawatts=200', { megawatts: 200 }],
    ['megawatts=200 MW', { megawatts: 200 }],
    ['megawatts=-1.5e3', { megawatts: -1500 }],
    ['own-site=true', { 'own-site': true }],
    [' size = large ', { size: 'large' }],
    ['megawatts=unknown', {}],
  ])('read %j by the type of the fact', (fact, facts) => {
    const request = checkRequest(pack, { actor: 'buyer', date: '2025-01-01', acts: ['procure'] }, '', {
      facts: [fact],
    });

    expect(valueOf(request).facts).toEqual(facts);
  });

  test.each([
    [{ facts: ['size'] }, 'request/bad-override command line: facts[0]'],
    [{ facts: ['=large'] }, 'request/bad-override command line: facts[0]'],
    [{ facts: ['size=large', 'size=small'] }, 'request/bad-override command line: facts[1]'],
    [{ readings: ['R-1'] }, 'request/bad-override command line: readings[0]'],
    [{ facts: ['sise=large'] }, 'request/undeclared-fact command line: facts.sise'],
    [{ facts: ['__proto__=large'] }, 'request/undeclared-fact command line: facts.__proto__'],
    [{ facts: ['size='] }, 'request/unfit-value command line: facts.size'],
    [{ facts: ['megawatts=200 GW'] }, 'request/undeclared-unit command line: facts.megawatts'],
    [{ facts: ['megawatts=0x10'] }, 'request/unfit-value command line: facts.megawatts'],
    [{ facts: ['own-site=yes'] }, 'request/unfit-value command line: facts.own-site'],
    [{ readings: ['R-1=perhaps'] }, 'request/undeclared-option command line: readings.R-1'],
    [{ date: '2025-02-30' }, 'shape/impossible-date command line: date'],
    [{ acts: ['sell'] }, 'request/undeclared-act command line: acts[0]'],
    [{ providers: ['rival', 'rival'] }, 'shape/repeated command line: providers[1]'],
    [{ acts: [] }, 'shape/empty command line: acts'],
  ])('%j: %s', (overrides, complaint) => {
    expect(complaintsWith(overrides)).toEqual([complaint]);
  });

  test.each([
    [{ facts: [Symbol('a')] }, 'value/not-plain command line: facts[0]'],
    [{ facts: [5] }, 'request/bad-override command line: facts[0]'],
    [{ facts: 'size=large' }, 'shape/wrong-value command line: facts'],
    [{ date: 5 }, 'shape/wrong-value command line: date'],
  ])('may be hostile: %#', (overrides, complaint) => {
    expect(complaintsWith(overrides as unknown as Overrides)).toEqual([complaint]);
  });

  test('leave the places of the file to what they do not touch', () => {
    const wrong = text.replace('size: small', 'size: medium');

    expect(complaints(readRequest(pack, wrong, 'r.yaml', { date: '2026-01-01' }))).toEqual([
      'request/undeclared-value r.yaml:4:16',
    ]);
    expect(complaints(readRequest(pack, wrong, 'r.yaml', { facts: ['size=large'] }))).toEqual([]);
  });

  test('do not hide that a request is no map, or its facts are none', () => {
    expect(complaints(checkRequest(pack, 'text', '', { date: '2025-01-01' }))).toEqual([
      'shape/wrong-value request',
    ]);
    const facts = { actor: 'buyer', date: '2025-01-01', acts: ['procure'], facts: 'none' };
    expect(complaints(checkRequest(pack, facts, '', { facts: ['size=large'] }))).toEqual([
      'shape/wrong-value facts',
    ]);
  });
});

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { evaluate, loadPack } from '../../src/index.ts';
import '../../src/vitest.ts';
import { valueOf } from '../pack/good-pack.ts';

const pack = valueOf(
  await loadPack(path.resolve(import.meta.dirname, '../commands/workplace/rules/example')),
);
const both = { actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity', 'distribute'] };
const facts = { capacity: 'new', megawatts: 200, 'own-site': true };
const asked = await evaluate(pack, { ...both, facts });
if (!asked.ok) throw new Error('the request is refused');
const { decision } = asked;
const procure = { act: 'procure-capacity' };

describe('matchers for decisions', () => {
  test('hold where the answer is what was expected, in any order', () => {
    expect(asked).toBePermitted('incumbent');
    expect(decision).toHaveOutcome('rival', 'prohibited');
    expect(decision).toBeGovernedBy('rival', ['exclusive-distribution']);
    expect(decision).toTurnOn('rival', []);
    expect(decision).toHaveOutcome('rival', 'undetermined', procure);
    expect(decision).toHavePossible('rival', ['permitted', 'first-refusal'], procure);
    expect(decision).toTurnOn('rival', ['R-1'], procure);
    expect(decision).toBeGovernedBy('rival', ['own-sites', 'first-refusal'], procure);
  });

  test('hold with not where it is anything else', () => {
    expect(decision).not.toBePermitted('rival');
    expect(decision).not.toHaveOutcome('rival', 'undetermined');
    expect(decision).not.toHavePossible('rival', ['permitted'], procure);
    expect(decision).not.toBeGovernedBy('rival', ['first-refusal'], procure);
    expect(decision).not.toTurnOn('rival', ['R-1', 'capacity'], procure);
  });

  test('say what was found', () => {
    expect(() => expect(decision).toBePermitted('rival', procure)).toThrow(
      'expected rival, for procure-capacity, to be permitted, found undetermined\n' +
        'outcome: undetermined; governed by: first-refusal, own-sites; turns on: R-1',
    );
    expect(() => expect(decision).toTurnOn('incumbent', ['R-1'])).toThrow(
      'expected incumbent to turn on R-1, found nothing',
    );
  });

  test('are errors, and so with not, where there is no such answer', async () => {
    const refused = await evaluate(pack, { ...both, facts: { capcity: 'new' } });

    const named = 'no answer for nobody; there is one for incumbent, rival';
    expect(() => expect(decision).toBePermitted('nobody')).toThrow(named);
    expect(() => expect(decision).not.toBePermitted('nobody')).toThrow(named);
    expect(() => expect(decision).not.toTurnOn('rival', [], { act: 'sell' })).toThrow('the act sell');
    expect(() => expect(refused).toBePermitted('rival')).toThrow('request/undeclared-fact');
    expect(() => expect(refused).not.toBePermitted('rival')).toThrow('request/undeclared-fact');
    expect(() => expect('permitted').not.toBePermitted('rival')).toThrow('this is no decision');
    expect(() => expect({ answers: [] }).not.toBePermitted('rival')).toThrow('this is no decision');
  });
});

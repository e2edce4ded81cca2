import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkRequest, evaluate, loadPack, renderDiagnostic, renderText, type Pack } from '../src/index.ts';

const ROOT = path.resolve(import.meta.dirname, '..');
const pack = await examplePack();
const request = { actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity'], providers: ['rival'] };

describe('the library', () => {
  test('decides a request that a program gives', async () => {
    const asked = await evaluate(pack, { ...request, facts: { capacity: 'existing' } });

    expect(asked.ok && asked.decision.answers.map(({ outcome }) => outcome)).toEqual(['permitted']);
  });

  test('opens assumptions where it is asked to', async () => {
    const offered = {
      ...request,
      facts: { capacity: 'new', megawatts: 200, 'own-site': false },
      opportunity: {
        id: 'deal',
        counterparty: 'rival',
        events: [{ notice: '2025-01-01' }],
        'complete-to': '2025-03-31',
      },
    };

    const stated = await evaluate(pack, offered);
    const open = await evaluate(pack, offered, { assumptions: 'open' });

    expect(stated.ok && stated.decision.answers[0]?.outcome).toBe('permitted');
    expect(open.ok && open.decision.answers[0]?.outcome).toBe('undetermined');
  });

  test.each([
    ['nothing', undefined],
    ['text', 'actor: buyer'],
    ['a function', () => request],
    ['a date object', { ...request, date: new Date(0) }],
    ['a getter', Object.defineProperty({ ...request }, 'facts', { get: () => ({}), enumerable: true })],
    ['a polluting key', JSON.parse('{ "__proto__": { "actor": "buyer" } }')],
  ])('says what is wrong with %s, and does not throw', async (_, document) => {
    const asked = await evaluate(pack, document);

    expect(asked.ok ? [] : asked.diagnostics.map(renderDiagnostic)).not.toEqual([]);
    expect(checkRequest(pack, document).ok).toBe(false);
  });

  test('looks up facts that a request leaves out, each once', async () => {
    const wanted: unknown[] = [];
    const lookUps = {
      capacity: (about: unknown) => {
        wanted.push(about);
        return Promise.resolve('existing');
      },
      megawatts: () => undefined,
      'own-site': () => {
        throw new Error('stated facts are not looked up');
      },
    };

    const asked = await evaluate(pack, { ...request, facts: { 'own-site': false } }, { lookUps });

    expect(wanted).toEqual([{ fact: 'capacity', actor: 'buyer', date: '2025-03-31' }]);
    expect(asked.ok && asked.decision.request.facts).toEqual([
      { fact: 'capacity', value: 'existing' },
      { fact: 'own-site', value: 'no' },
    ]);
  });

  test.each([
    ['throws', () => JSON.parse('{')],
    ['rejects', () => Promise.reject(new Error('\u001b[31mno answer'))],
    ['gives what is no plain value', () => Symbol('secret')],
    ['gives what the fact cannot be', () => 'purple'],
  ])('says so where a look-up %s, and decides nothing', async (_, capacity) => {
    const asked = await evaluate(pack, request, { lookUps: { capacity } });

    const rendered = asked.ok ? [] : asked.diagnostics.map(renderDiagnostic);
    expect(rendered).toHaveLength(1);
    expect(rendered.join()).not.toContain('\u001b');
  });

  test('names failed look-ups in one order, whichever fails first', async () => {
    const later = (): Promise<never> =>
      new Promise((_, reject) => setTimeout(() => reject(new Error('late')), 20));
    const lookUps = { capacity: later, megawatts: () => Promise.reject(new Error('early')) };

    const asked = await evaluate(pack, request, { lookUps });

    expect(asked.ok ? [] : asked.diagnostics.map((diagnostic) => diagnostic.path)).toEqual([
      'facts.capacity',
      'facts.megawatts',
    ]);
  });

  test('gives plain data that JSON keeps, and text', async () => {
    const asked = await evaluate(pack, request);

    if (!asked.ok) throw new Error('the request was refused');
    expect(JSON.parse(JSON.stringify(asked.decision))).toEqual(asked.decision);
    expect(renderText(asked.decision, { explain: 'brief', width: 80, color: false })).toContain(
      'Rival Cloud',
    );
  });

  test('gives the same decision whatever the order of keys and of evaluations', async () => {
    const reordered = Object.fromEntries(Object.entries(request).toReversed());

    const [one, other] = await Promise.all([evaluate(pack, request), evaluate(pack, reordered)]);

    expect(other).toEqual(one);
  });
});

async function examplePack(): Promise<Pack> {
  const loaded = await loadPack(path.join(ROOT, 'tests/commands/workplace/rules/example'));
  if (!loaded.ok) throw new Error(loaded.diagnostics.map(renderDiagnostic).join('\n'));
  return loaded.value;
}

import { describe, expect, test } from 'vitest';
import { evaluate, loadPack, renderMarkdown, renderText, type Decision } from '../../../src/index.ts';

const REQUEST = { actor: 'buyer', date: '2025-01-01', providers: ['rival'], divisible: ['megawatts'] };

describe('an answer about a deal that can be made smaller', () => {
  test('cites the clause that sets the limit, in text', async () => {
    const decision = await decided({ acts: ['capped'], facts: { megawatts: 200 } });

    const text = renderText(decision, { explain: 'brief', width: 200, color: false });

    expect(text).toContain('Rival: conditional, megawatts at most 100 MW\n');
    expect(text).toContain('  - Buyer: reduce megawatts to at most 100 MW, under 1 (Cap)\n');
  });

  test('cites it in Markdown, beside what the request calls divisible', async () => {
    const decision = await decided({ acts: ['capped'], facts: { megawatts: 200 } });

    const memo = renderMarkdown(decision, { explain: 'full' });

    expect(memo).toContain('| Rival | conditional, megawatts at most 100 MW |');
    expect(memo).toContain('- Buyer: reduce megawatts to at most 100 MW, under 1 (Cap)');
    expect(memo).toContain('| Divisible | megawatts |');
  });

  test('says that the quantity is not certain, and on what it rests', async () => {
    const uncertain = await decided({ acts: ['named'], facts: { megawatts: 200 } });
    const assumed = await decided({ acts: ['assumed'], facts: { megawatts: 200 } });

    const [first = '', second = ''] = [uncertain, assumed].map((decision) =>
      renderText(decision, { explain: 'full', width: 200, color: false }),
    );

    expect(first).toContain('(Cap for some) (as the unknowns above turn out, not needed or not enough)\n');
    expect(second).toContain('The limit rests on assumed values: assumed-cap.megawatts.more-than\n');
  });

  test('gives one quantity for the deal and one for each act', async () => {
    const decision = await decided({ acts: ['capped', 'small'], facts: { megawatts: 120 } });

    const text = renderText(decision, { explain: 'brief', width: 200, color: false });

    expect(text.split('\n').filter((line) => line.includes(': conditional'))).toEqual([
      'Rival: conditional, megawatts at most 50 MW',
      'Do what is capped: conditional, megawatts at most 100 MW',
      'Do what is capped low: conditional, megawatts at most 50 MW',
    ]);
  });
});

async function decided(request: object): Promise<Decision> {
  const pack = await loadPack('fixtures/semantics/rules/quantities');
  const asked = pack.ok ? await evaluate(pack.value, { ...REQUEST, ...request }) : undefined;
  if (asked?.ok !== true) throw new Error('the request is not decided');
  return asked.decision;
}

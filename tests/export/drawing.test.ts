import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { compile } from '../../src/diagram/compile/compile.ts';
import type { Asked } from '../../src/export/drawing/asked.ts';
import { drawDiagram } from '../../src/export/drawing/draw-diagram.ts';
import type { Drawing } from '../../src/export/drawing/drawing.ts';
import { renderDot } from '../../src/export/drawing/render-dot.ts';
import { renderMermaid } from '../../src/export/drawing/render-mermaid.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { pairs } from '../support/generate-pairs.ts';
import { checkedRequest, loadedPack } from '../support/load-documents.ts';
import { runs, SEED } from '../support/seed.ts';
import { questionsFrom } from './random-questions.ts';

const WORDS = `
pack: drawn
language: 1
title: Drawn
disclaimer: Invented for a test.
otherwise: permitted
parties:
  buyer: { name: Buyer }
  incumbent: { name: Incumbent, provider: true }
  rival: { name: Rival, provider: true }
acts: { procure: { title: procure capacity } }
facts:
  size: { type: number, unit: MW, question: How large? }
  colour:
    type: enum
    question: Which colour?
    values: { red: red, green: green, blue: blue, white: white, black: black, brown: brown }
  own: { type: boolean, question: Is it "own"? }
  delivery: { type: date, question: When is it delivered? }
  failure: { type: event, question: Has it failed? }
grades: { A: certain }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`;

const SOURCE = 'source: { document: deed, grade: A }';

describe('a drawing', () => {
  test.each([
    [
      'a number',
      '{ size: { at-least: 5, less-than: 200 } }',
      '',
      ['less than 5 MW or at least 200 MW > permitted', 'at least 5 and less than 200 MW > prohibited'],
    ],
    [
      'exactly a number',
      '{ size: [7] }',
      '',
      ['less than 7 MW or more than 7 MW > permitted', '7 MW > prohibited'],
    ],
    [
      'days',
      '{ delivery: { on-or-after: 2025-01-21, before: 2025-10-28 } }',
      '',
      ['before 2025-01-21 or from 2025-10-28 > permitted', '2025-01-21 to 2025-10-27 > prohibited'],
    ],
    [
      'one day',
      '{ delivery: 2025-01-21 }',
      '',
      ['before 2025-01-21 or from 2025-01-22 > permitted', '2025-01-21 > prohibited'],
    ],
    [
      'values',
      '{ colour: [red, blue] }',
      '',
      ['red or blue > prohibited', 'green, white, black or brown > permitted'],
    ],
    ['many values', '{ colour: red }', '', ['red > prohibited', 'any other > permitted']],
    ['yes and no', '{ own: true }', '', ['yes > prohibited', 'no > permitted']],
    [
      'the date',
      '{ date: { before: 2025-03-01 } }',
      '',
      ['before 2024-01-01 or from 2025-03-01 > permitted', '2024-01-01 to 2025-02-28 > prohibited'],
    ],
    ['an event', '{}', 'until: { event: failure }', ['not yet > prohibited', 'happened > permitted']],
  ])('puts %s in words', (_, when, more, expected) => {
    const isAboutDays = when.includes('date');
    const drawing = drawn(packOf(when, more), isAboutDays ? {} : { date: '2024-06-01' });

    expect(drawing.edges.map(({ label, to }) => `${label} > ${to}`)).toEqual(expected);
  });

  test('tells how long ago an event was, as far as a clause asks, and nothing that cannot be', () => {
    const more = 'until: { event: failure }\n  survives: 6 months';

    const { edges } = drawn(packOf('{}', more), {}, { isDated: false });

    expect(edges.filter(({ from }) => from !== 'q1').map(({ label, to }) => `${label} > ${to}`)).toEqual([
      'not yet, still to come or happened, less than 6 months ago > prohibited',
      'happened, at least 6 months ago > permitted',
    ]);
  });

  test('asks the pack’s question, and names the fact', () => {
    const { nodes } = drawn(packOf('{ own: true }'), { date: '2024-06-01' });

    expect(nodes).toEqual([
      { id: 'q1', label: 'Is it "own"?', name: 'own', is: 'question' },
      { id: 'prohibited', label: 'prohibited', is: 'outcome' },
      { id: 'permitted', label: 'permitted', is: 'outcome' },
    ]);
  });

  test('is one outcome where nothing is left to ask', () => {
    const { nodes, edges } = drawn(packOf('{ own: true }'), { date: '2024-06-01', facts: { own: true } });

    expect(nodes.map(({ id }) => id)).toEqual(['prohibited']);
    expect(edges).toEqual([]);
  });

  test(
    `comes to the outcomes of the compiled pack, whatever is known (seed ${String(SEED)})`,
    { timeout: 120_000 },
    () => {
      const counted = { answers: 0, several: 0 };
      fc.assert(
        fc.property(pairs, (pair) => {
          const { pack, request, settled, questions } = questionsFrom(pair);
          const { decide } = compile(pack, settled);
          for (const question of questions) {
            const drawing = drawDiagram(pack, settled, {
              ...question,
              request: { ...request, divisible: [] },
              isDated: true,
              isWithoutDeal: true,
            });
            const decided = decide(question);
            const possible = 'invalid' in decided ? [] : decided.possible;
            counted.answers += 1;
            if (possible.length > 1) counted.several += 1;
            const outcomes = drawing.nodes.filter(({ is }) => is === 'outcome').map(({ id }) => id);
            expect({ question, outcomes }).toEqual({ question, outcomes: possible });
          }
        }),
        { seed: SEED, numRuns: runs(200) },
      );

      expect(counted.several).toBeGreaterThan(counted.answers / 20);
    },
  );
});

describe('a drawing of hostile words', () => {
  const hostile = packOf('{ own: true }', '', 'Is "it" `a` <b>\\ & %%{init: {}}%% #35; own:#?');
  const drawing = drawn(hostile, { date: '2024-06-01' });

  test('stays one text in Mermaid', () => {
    const line =
      renderMermaid(drawing)
        .split('\n')
        .find((each) => each.includes('q1(')) ?? '';

    expect(line).toBe(
      '  q1("Is #34;it#34; #96;a#96; #60;b#62;\\ #38; #37;#37;{init: {}}#37;#37; #35;35; own#58;#35;?<br/>[own]")',
    );
  });

  test('stays one text in dot', () => {
    const line =
      renderDot(drawing)
        .split('\n')
        .find((each) => each.includes('"q1" [')) ?? '';

    expect(line).toBe('  "q1" [label="Is \\"it\\" `a` <b>\\\\ &amp; %%{init:\\n{}}%% #35; own:#?\\n[own]"];');
  });

  test('shows rules, digest and disclaimer in both', () => {
    for (const text of [renderDot(drawing), renderMermaid(drawing)]) {
      expect(text).toContain(hostile.digest);
      expect(text).toContain('Invented for a test.');
      expect(text).toContain('May Buyer procure capacity with Rival as the provider?');
      expect(text).toContain('date = 2024-06-01');
    }
  });
});

function packOf(when: string, more = '', question = 'Is it "own"?'): Pack {
  const words = WORDS.replace('Is it "own"?', JSON.stringify(question));
  const deed = `
instrument: deed-1
title: Deed
parties: [buyer, incumbent]
basis: text
effective: { from: 2024-01-01 }
clauses:
- id: bar
  title: Bar
  kind: prohibition
  grantor: buyer
  act: procure
  when: ${when === '{}' ? '{ own: [true, false] }' : when}
  ${more}
  ${SOURCE}
`;
  return loadedPack({ 'pack.yaml': words, 'deed.yaml': deed });
}

function drawn(
  pack: Pack,
  stated: Readonly<Record<string, unknown>>,
  { isDated = 'date' in stated, isWithoutDeal = true }: Partial<Asked> = {},
): Drawing {
  const document = { actor: 'buyer', acts: ['procure'], providers: ['rival'], date: '2000-01-01', ...stated };
  const request = checkedRequest(pack, document);
  return drawDiagram(
    pack,
    {},
    { actor: 'buyer', act: 'procure', provider: 'rival', request, isDated, isWithoutDeal },
  );
}

import { describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import { reportOn, type ComparisonReport } from '../../src/comparison/report.ts';
import { renderMarkdown } from '../../src/comparison/render/render-markdown.ts';
import { renderText } from '../../src/comparison/render/render-text.ts';
import { loadedPack } from '../support/load-documents.ts';

const NASTY = 'A | b\u001b[31m <script>alert(1)</script> [x](http://evil.example) `c` \u202e';

const vocabulary = {
  pack: 'nasty',
  title: NASTY,
  language: 1,
  disclaimer: 'Invented.',
  otherwise: 'permitted',
  parties: { buyer: { name: NASTY }, constructor: { name: NASTY, provider: true } },
  acts: { procure: { title: NASTY } },
  facts: { toString: { type: 'boolean', question: 'Is it?' } },
  grades: { A: 'the text itself' },
  documents: { deed: { title: NASTY, date: '2024-01-01' } },
};

const deed = (when: object) => ({
  instrument: 'deed',
  title: NASTY,
  parties: ['buyer', 'constructor'],
  basis: 'text',
  effective: { from: '2024-01-01' },
  clauses: [
    {
      id: 'valueOf',
      title: NASTY,
      kind: 'prohibition',
      act: 'procure',
      when,
      source: { document: 'deed', grade: 'A' },
    },
  ],
});

const pack = (when: object) =>
  loadedPack({ 'pack.yaml': JSON.stringify(vocabulary), 'deed.yaml': JSON.stringify(deed(when)) });

async function report(): Promise<ComparisonReport> {
  const found = await compare(pack({ toString: true }), pack({ toString: false }));
  const agreed = new Map(found.changes.map(({ id }) => [id, { who: NASTY, why: NASTY }]));
  return reportOn(found, agreed, {});
}

const STEERING = ['\u001b', '\u202e'];

describe('words of others in a comparison', () => {
  test('cannot steer a terminal', async () => {
    const text = renderText(await report(), { width: 80, all: true });

    expect(STEERING.filter((sign) => text.includes(sign))).toEqual([]);
    expect(text).toContain('toString');
  });

  test('are no markup in Markdown, and stay in their cells', async () => {
    const markdown = renderMarkdown(await report());

    expect(STEERING.filter((sign) => markdown.includes(sign))).toEqual([]);
    expect(markdown).not.toContain('<script>');
    expect(markdown).not.toMatch(/[^\\]\]\(http/);
    const rows = markdown.split('\n').filter((line) => line.startsWith('| ') && line.includes('prohibited'));
    expect(rows.length).toBeGreaterThan(0);
    for (const row of rows) expect(row.replaceAll(/\\\\|\\\|/g, '').split('|')).toHaveLength(7);
  });
});

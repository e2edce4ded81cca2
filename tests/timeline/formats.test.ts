import path from 'node:path';
import { describe, expect, test } from 'vitest';

import { loadPack } from '../../src/pack/load-pack.ts';
import { renderMarkdown } from '../../src/timeline/render/render-markdown.ts';
import { renderSvg } from '../../src/timeline/render/render-svg.ts';
import { renderText } from '../../src/timeline/render/render-text.ts';
import type { Timeline } from '../../src/timeline/timeline.ts';
import { timeline as follow } from '../../src/timeline/timeline-of.ts';
import { runInProcess } from '../support/run-in-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const REQUEST = 'fixtures/openai/requests/coreweave-window-open.yaml';
const ASKED = [
  [
    'five-regimes',
    'timeline --actor openai --act procure-capacity --set capacity=new --set workload=training --from 2018-01-01 --to 2027-12-31',
  ],
  ['deal-on-record', `timeline ${REQUEST} --from 2025-01-01 --to 2025-12-31`],
  [
    'sizes',
    'timeline --rules fixtures/semantics/rules/quantities --actor buyer --act banded --date 2025-01-01 --vary megawatts --from 0 --to 500',
  ],
] as const;

const RENDERERS = {
  text: (timeline: Timeline) => renderText(timeline, { width: 80 }),
  markdown: renderMarkdown,
  svg: renderSvg,
};

describe('a timeline', () => {
  test.each(ASKED)('reads as reviewed: %s', async (name, line) => {
    const said = async (format: string): Promise<string> => {
      const { stdout, stderr } = await runInProcess([...line.split(' '), '--format', format], ROOT);
      expect(stderr).toBe('');
      return stdout;
    };
    const text = await said('text');

    expect(text.split('\n').filter((each) => each.length > 80)).toEqual([]);
    await expect(text).toMatchFileSnapshot(`../golden/timeline/${name}.txt`);
    await expect(await said('markdown')).toMatchFileSnapshot(`../golden/timeline/${name}.md`);
    await expect(await said('svg')).toMatchFileSnapshot(`../golden/timeline/${name}.svg`);
  });

  test.each(Object.entries(RENDERERS))('is written as %s from its data alone', async (_, render) => {
    const timeline = await example();
    const read = JSON.parse(JSON.stringify(timeline)) as Timeline;

    expect(render(read)).toBe(render(timeline));
  });

  test('is a picture without anything to load or run, whatever the pack says', async () => {
    const picture = renderSvg(hostile(await example()));

    expect(tagsIn(picture)).toEqual(
      ['desc', 'defs', 'g', 'path', 'pattern', 'rect', 'style', 'svg', 'text', 'title'].toSorted(),
    );
    expect(picture).not.toMatch(/https?:(?!\/\/www\.w3\.org\/2000\/svg")|@import/u);
    expect(picture).not.toContain('\u001b');
    expect(picture).toContain('&#60;script&#62;');
    expectBalanced(picture);
  });

  test('takes no markup from the pack into Markdown, nor control signs into text', async () => {
    const timeline = hostile(await example());
    const [chart = '', ...rest] = renderMarkdown(timeline).split('```mermaid')[1]?.split('```') ?? [];

    expect(chart).not.toMatch(/[<>;#"]/u);
    expect(rest.join('')).not.toMatch(/(?<!\\)[<]|(?<!\\)\]\(/u);
    expect(renderText(timeline, { width: 80 })).not.toContain('\u001b');
  });
});

async function example(): Promise<Timeline> {
  const pack = await loadPack(path.join(ROOT, 'rules/openai'));
  if (!pack.ok) throw new Error('the pack does not load');
  const request = {
    actor: 'openai',
    date: '2025-03-31',
    acts: ['procure-capacity'],
    providers: ['oracle'],
    facts: { capacity: 'new' },
  };
  const followed = await follow(pack.value, request, { from: '2024-01-01', to: '2026-12-31' });
  if (!followed.ok) throw new Error(JSON.stringify(followed.diagnostics));
  return followed.timeline;
}

const HOSTILE = `<script>alert('1')</script> "&]]> [x](javascript:1) \u001b[31m :crit, #;`;

/** The same timeline with something nasty in every text that a pack or a request can put there. */
function hostile(timeline: Timeline): Timeline {
  const nasty = JSON.parse(JSON.stringify(timeline), (key, value: unknown) =>
    typeof value === 'string' && NAMED.has(key) ? `${HOSTILE} ${value}` : value,
  ) as Timeline;
  expect(JSON.stringify(nasty).split('<script>').length).toBeGreaterThan(20);
  return nasty;
}

const NAMED: ReadonlySet<string> = new Set([
  'name',
  'title',
  'event',
  'fact',
  'question',
  'value',
  'disclaimer',
  'grade',
  'clause',
]);

function tagsIn(picture: string): readonly string[] {
  return [...new Set([...picture.matchAll(/<([a-z]+)/gu)].map(([, tag = '']) => tag))].toSorted();
}

/** Every element that begins ends, in order. */
function expectBalanced(picture: string): void {
  const open: string[] = [];
  for (const [, closed, begun, self] of picture.matchAll(
    /<(?:\/([a-z]+)|([a-z]+)(?: [a-zA-Z:-]+="[^"<]*")*(\/?))>/gu,
  )) {
    if (begun !== undefined && self === '') open.push(begun);
    if (closed !== undefined) expect(open.pop()).toBe(closed);
  }
  expect(open).toEqual([]);
}

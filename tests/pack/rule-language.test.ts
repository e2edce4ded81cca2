import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readRequest } from '../../src/pack/check-request.ts';
import { checkScenarioRequest } from '../../src/pack/check-scenario-request.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPackFiles } from '../../src/pack/load-pack.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { complaints, valueOf } from './good-pack.ts';

const page = readFileSync('docs/rule-language.md', 'utf8');
const blocks = [...page.matchAll(/^```yaml (\w+)\n([\s\S]*?)^```$/gm)].map(([, tag = '', text = '']) => ({
  tag,
  text,
}));

describe('docs/rule-language.md', () => {
  test('has blocks of every sort, and no YAML block without one', () => {
    const tags = new Set(blocks.map(({ tag }) => tag));

    expect([...tags].toSorted()).toEqual(['fragment', 'instrument', 'pack', 'request', 'scenarios']);
    expect(blocks).toHaveLength(page.split('```yaml').length - 1);
  });

  test('shows one pack that loads', () => {
    const pack = documented();

    expect(pack.id).toBe('example');
    expect(pack.clauses.map(({ id }) => id)).toEqual(['exclusive-supply', 'first-refusal', 'own-sites']);
  });

  test('shows requests that the pack accepts', () => {
    const requests = textsTagged('request');

    expect(requests.map((text) => complaints(readRequest(documented(), text, 'request.yaml')))).toEqual([[]]);
  });

  test('shows scenarios that the pack accepts', () => {
    const scenarios = textsTagged('scenarios').flatMap(
      (text) => valueOf(readScenarios(text, 'scenarios.yaml')).scenarios,
    );

    expect(scenarios.map((scenario) => complaints(checkScenarioRequest(documented(), scenario)))).toEqual([
      [],
    ]);
  });
});

function documented(): Pack {
  const [pack = ''] = textsTagged('pack');
  const instruments = textsTagged('instrument').map((text, index) => [
    `instrument-${String(index)}.yaml`,
    text,
  ]);
  return valueOf(
    loadPackFiles({ 'pack.yaml': pack, ...(Object.fromEntries(instruments) as Record<string, string>) }),
  );
}

function textsTagged(wanted: string): readonly string[] {
  return blocks.filter(({ tag }) => tag === wanted).map(({ text }) => text);
}

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { foundInAnswer } from '../../src/regression/found-in-answer.ts';
import { proposeScenario } from '../../src/regression/propose-scenario.ts';
import { readCases } from '../../src/regression/read-cases.ts';
import { runCases } from '../../src/regression/run-cases.ts';
import { loadedPack } from '../support/load-documents.ts';

const RULES = path.join(import.meta.dirname, '../commands/workplace/rules/example');
const pack = loadedPack({
  'pack.yaml': await readFile(path.join(RULES, 'pack.yaml'), 'utf8'),
  'deed.yaml': await readFile(path.join(RULES, 'deed.yaml'), 'utf8'),
});
const asked = { actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity'], providers: ['rival'] };

describe('proposing a scenario', () => {
  test('expects what the engine answers, and what governs it', async () => {
    const facts = { capacity: 'new', megawatts: 200, 'own-site': false };

    const proposed = await proposeScenario(pack, { id: 'unoffered', request: { ...asked, facts } });

    expect(proposed?.scenario.expect).toEqual({
      rival: { outcome: 'first-refusal', governing: ['first-refusal'] },
    });
  });

  test('says of an open answer what is possible and what it turns on', async () => {
    const proposed = await proposeScenario(pack, { id: 'open', request: asked });

    expect(proposed?.scenario.expect['rival']).toEqual({
      outcome: 'undetermined',
      possible: ['first-refusal', 'permitted'],
      governing: ['first-refusal', 'own-sites'],
      turnsOn: ['megawatts', 'capacity', 'own-site', 'R-1'],
    });
  });

  test('gives a text that holds where it is pasted, for several acts and with nothing assumed too', async () => {
    const proposed = await proposeScenario(pack, {
      id: 'both-acts',
      why: 'To be said: why?',
      request: { ...asked, acts: ['procure-capacity', 'distribute'] },
      assumptions: 'open',
    });

    const text = `pack: example\nscenarios:\n${proposed?.text ?? ''}`;
    const report = await runCases(readCases([{ file: 'pasted.yaml', text, packs: [pack] }]));

    expect(report).toMatchObject({ passed: 1, failed: 0, unusable: [] });
    expect(Object.keys(proposed?.scenario.expect['rival']?.acts ?? {})).toEqual([
      'procure-capacity',
      'distribute',
    ]);
    expect(text).toContain('assumptions: open');
  });

  test('names a clause once that governs several of the possible outcomes', () => {
    const governing = { clause: 'first-refusal', title: 'First refusal', always: false };
    const open = {
      outcome: 'undetermined',
      possible: ['first-refusal', 'conditional'],
      governing: [
        { ...governing, outcome: 'first-refusal' },
        { ...governing, outcome: 'conditional' },
      ],
      turnsOn: [],
    } as const;

    const found = foundInAnswer({ provider: 'rival', name: 'Rival', ...open, acts: [] });

    expect(found.governing).toEqual(['first-refusal']);
  });

  test('is refused where the pack refuses the request', async () => {
    expect(
      await proposeScenario(pack, { id: 'bad', request: { ...asked, actor: 'nobody' } }),
    ).toBeUndefined();
  });
});

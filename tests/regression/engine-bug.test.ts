import path from 'node:path';
import { expect, test, vi } from 'vitest';
import { runScenario } from '../../src/regression/run-scenario.ts';
import { readScenarios } from '../../src/pack/check-scenarios.ts';
import { loadPack } from '../../src/pack/load-pack.ts';

vi.mock('../../src/evaluation/evaluate-request.ts', () => ({
  evaluateRequest: () => Promise.reject(new Error('broken on purpose')),
}));

test('a bug in the engine is passed on with the name of the scenario that shows it', async () => {
  const pack = await loadPack(path.join(import.meta.dirname, '../commands/workplace/rules/example'));
  const file = readScenarios(
    'pack: example\nscenarios: [{ id: shows-it, request: { actor: buyer, date: 2025-01-01, acts: [distribute] }, expect: { rival: { outcome: permitted } } }]',
    'orders.yaml',
  );
  const [scenario] = file.ok ? file.value.scenarios : [];
  if (!pack.ok || scenario === undefined) throw new Error('the documents do not load');

  await expect(runScenario(pack.value, scenario)).rejects.toThrow('scenario shows-it: broken on purpose');
});

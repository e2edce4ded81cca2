import { readdirSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { runInProcess } from '../support/run-in-process.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const REQUESTS = 'fixtures/openai/requests';
const requests = readdirSync(path.join(ROOT, REQUESTS)).filter((file) => file.endsWith('.yaml'));
/** JSON is long: one answer with a deadline and one that is undetermined stand for the rest. */
const KEPT_AS_JSON: ReadonlySet<string> = new Set(['coreweave-window-open', 'civilian-agency-api']);
const LONGEST_ADDRESS = /^\s*https?:\S+$/u;

describe('an answer in words', () => {
  test('is kept for at least six requests', () => {
    expect(requests.length).toBeGreaterThanOrEqual(6);
  });

  test.each(requests)('reads as reviewed: %s', async (file) => {
    const name = path.basename(file, '.yaml');
    const full = await runInProcess(['evaluate', `${REQUESTS}/${file}`, '--explain', 'full'], ROOT);
    const brief = await runInProcess(['evaluate', `${REQUESTS}/${file}`, '--explain', 'brief'], ROOT);
    const json = await runInProcess(['evaluate', `${REQUESTS}/${file}`, '--format', 'json'], ROOT);

    const memo = await runInProcess(
      ['evaluate', `${REQUESTS}/${file}`, '--format', 'markdown', '--explain', 'full'],
      ROOT,
    );

    await expect(memo.stdout).toMatchFileSnapshot(`../golden/${name}.md`);
    await expect(full.stdout).toMatchFileSnapshot(`../golden/${name}.txt`);
    await expect(brief.stdout).toMatchFileSnapshot(`../golden/${name}.brief.txt`);
    if (KEPT_AS_JSON.has(name)) await expect(json.stdout).toMatchFileSnapshot(`../golden/${name}.json`);

    expect(full.stdout.split('\n').filter((line) => line.length > 80 && !LONGEST_ADDRESS.test(line))).toEqual(
      [],
    );
    expect([full.stderr, brief.stderr, json.stderr]).toEqual(['', '', '']);
  });
});

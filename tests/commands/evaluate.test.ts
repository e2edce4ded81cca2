import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Decision } from '../../src/evaluation/decision.ts';
import { run, WORKPLACE } from './workplace.ts';

const request = await readFile(path.join(WORKPLACE, 'request.yaml'), 'utf8');

describe('the exit code of evaluate', () => {
  test.each([
    ['a named provider is permitted', 'request.yaml --provider incumbent', 0],
    ['a named provider may not be used', 'request.yaml --provider rival --act distribute', 1],
    ['a named provider has to wait for another', 'request.yaml --provider rival', 1],
    ['one of the named providers may not be used', 'request.yaml --provider incumbent --provider rival', 1],
    [
      'it is open for a named provider',
      '--actor buyer --act procure-capacity --date 2025-03-31 --provider rival',
      3,
    ],
    [
      'it is open for one act and settled against the provider for another',
      '--actor buyer --act procure-capacity --act distribute --date 2025-03-31 --provider rival',
      1,
    ],
    [
      'it is open for one provider and permitted for another',
      '--actor buyer --act procure-capacity --date 2025-03-31 --provider rival --provider incumbent',
      3,
    ],
    ['no provider is named, whatever the answers', 'request.yaml', 0],
    ['no provider is named and it is open', '--actor buyer --act procure-capacity --date 2025-03-31', 0],
  ])('where %s: %s gives %i', async (_, options, code) => {
    const result = await run(`evaluate ${options}`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
    expect(result.stdout).not.toBe('');
  });
});

describe('what evaluate reads', () => {
  test('is a file, standard input or options, with the same answer', async () => {
    const fromFile = await run('evaluate request.yaml --format json');
    const fromInput = await run('evaluate - --format json', request);
    const fromOptions = await run(
      'evaluate --actor buyer --act procure-capacity --date 2025-03-31 --format json' +
        ' --set capacity=new --set megawatts=200 --set own-site=false',
    );

    expect(fromInput).toEqual(fromFile);
    expect(fromOptions).toEqual(fromFile);
  });

  test('is JSON as well', async () => {
    const json = '{"actor": "buyer", "date": "2025-03-31", "acts": ["distribute"], "providers": ["rival"]}';

    const result = await run('evaluate -', json);

    expect(result.code).toBe(1);
  });

  test.each([
    ['--set megawatts=4', 'permitted'],
    ['--set own-site=true --reading R-1=only-growth', 'permitted'],
    ['--set own-site=true --reading R-1=any-order', 'first-refusal'],
    ['--date 2023-12-31', 'permitted'],
    ['--act distribute', 'prohibited'],
  ])('gives way to %s', async (options, outcome) => {
    const result = await run(`evaluate request.yaml --provider rival --format json ${options}`);

    expect(decisionIn(result.stdout).answers.map((answer) => answer.outcome)).toEqual([outcome]);
  });

  test('loses its assumptions with --no-assumptions', async () => {
    const offered = `${request}providers: [rival]
opportunity: { id: deal, counterparty: rival, complete-to: 2025-03-31, events: [{ notice: 2025-01-01 }] }\n`;

    const stated = await run('evaluate - --format json', offered);
    const open = await run('evaluate - --format json --no-assumptions', offered);

    expect([stated.code, open.code]).toEqual([0, 3]);
    expect(decisionIn(open.stdout).answers[0]?.possible).toEqual(['first-refusal', 'permitted']);
  });
});

describe('what evaluate writes', () => {
  test('is the decision, as JSON that ends with a line break', async () => {
    const { stdout } = await run('evaluate request.yaml --format json');

    expect(decisionIn(stdout).format).toBe('compute-rights/decision/1');
    expect(stdout).toBe(`${JSON.stringify(JSON.parse(stdout), undefined, 2)}\n`);
  });

  test('is full for one candidate and brief for several, unless told otherwise', async () => {
    const one = 'evaluate request.yaml --provider rival';
    const several = 'evaluate request.yaml --provider rival --provider incumbent';

    expect(await run(one)).toEqual(await run(`${one} --explain full`));
    expect(await run(several)).toEqual(await run(`${several} --explain brief`));
    const lengths = await Promise.all(
      ['full', 'brief'].map(async (how) => (await run(`${one} --explain ${how}`)).stdout),
    );
    expect(lengths[0]?.length).toBeGreaterThan(lengths[1]?.length ?? Infinity);
  });

  test('may be a memo', async () => {
    const { stdout } = await run('evaluate request.yaml --format markdown');

    expect(stdout).toMatch(/^# /u);
  });

  test('does not take a reading and open it', async () => {
    expect(await run('evaluate request.yaml --reading R-1=wide --no-assumptions')).toMatchObject({
      code: 2,
      stdout: '',
    });
  });

  test('keeps to 80 columns in a pipe and has no escape sequences', async () => {
    const { stdout } = await run('evaluate request.yaml');

    expect(Math.max(...stdout.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(stdout).not.toContain('\u001B');
  });
});

function decisionIn(stdout: string): Decision {
  return JSON.parse(stdout) as Decision;
}

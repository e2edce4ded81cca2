import { describe, expect, test } from 'vitest';
import { run } from './workplace.ts';

const DAYS = '--from 2023-07-01 --to 2024-06-30';

describe('timeline', () => {
  test('follows every provider of the pack, and exits with 0 whatever it finds', async () => {
    const { code, stdout, stderr } = await run(`timeline request.yaml ${DAYS} --format json`);

    const { providers } = JSON.parse(stdout) as {
      readonly providers: readonly { readonly provider: string }[];
    };
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(providers.map(({ provider }) => provider)).toEqual(['incumbent', 'rival']);
  });

  test('takes its first day for the date where there is no file', async () => {
    const { code, stdout } = await run(`timeline --actor buyer --act distribute --provider rival ${DAYS}`);

    expect(code).toBe(0);
    expect(stdout).toContain('  - from 2024-01-01 to 2024-06-30: prohibited\n');
  });

  test.each([
    [
      '0 where there is a first day',
      `request.yaml ${DAYS} --earliest rival`,
      0,
      'first permitted on 2023-07-01',
    ],
    [
      '3 where there is one on which it may be permitted',
      'request.yaml --from 2024-01-01 --to 2024-06-30 --set own-site=true --earliest rival',
      3,
      'may be\npermitted from 2024-01-01',
    ],
    [
      '1 where there is none',
      'request.yaml --from 2024-01-01 --to 2024-06-30 --earliest rival',
      1,
      'permitted on no day between 2024-01-01 and 2024-06-30.',
    ],
  ])('exits with %s', async (_, line, code, words) => {
    const result = await run(`timeline ${line}`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code, stderr: '' });
    expect(result.stdout.replace(/\n(?=\S)/gu, ' ')).toContain(words.replace('\n', ' '));
  });

  test.each([
    ['its end before its beginning', 'request.yaml --from 2024-02-01 --to 2024-01-01', 'timeline/reversed'],
    ['more than a hundred years', 'request.yaml --from 1900-01-01 --to 2024-01-01', 'timeline/too-long'],
    ['no day', 'request.yaml --from yesterday --to 2024-01-01', 'command line: from'],
    ['an impossible day', 'request.yaml --from 2023-02-30 --to 2024-01-01', 'shape/impossible-date'],
    ['no number', 'request.yaml --vary megawatts --from many --to 500', 'request/unfit-value'],
    ['an unknown fact', 'request.yaml --vary megawats --from 0 --to 500', 'did you mean `megawatts`?'],
    ['a fact without order', 'request.yaml --vary own-site --from 0 --to 500', 'timeline/unordered-fact'],
    ['an unknown provider', `request.yaml ${DAYS} --earliest rivel`, 'request/undeclared-party'],
    ['two ways to name providers', `request.yaml ${DAYS} --earliest rival --provider rival`, '--earliest'],
    ['a first day of a number', 'request.yaml --vary megawatts --from 0 --to 1 --earliest rival', '--vary'],
    ['no end', 'request.yaml --from 2024-01-01', '--to'],
  ])('refuses %s', async (_, line, words) => {
    const { code, stdout, stderr } = await run(`timeline ${line}`);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(words);
  });
});

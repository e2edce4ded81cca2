import { describe, expect, test } from 'vitest';
import { run, WORKPLACE } from './workplace.ts';
import { runInProcess } from '../support/run-in-process.ts';

describe('a mistyped command line gives exit code 2 and no result', () => {
  test.each([
    ['evalute request.yaml', 'Did you mean evaluate?'],
    ['evaluate request.yaml --formt json', 'Did you mean --format?'],
    ['evaluate request.yaml --format xml', 'Allowed choices are text, json, markdown.'],
    ['evaluate request.yaml --explain long', 'Allowed choices are brief, full.'],
    ['evaluate request.yaml other.yaml', 'too many arguments'],
    ['evaluate request.yaml --date', 'argument missing'],
    ['evaluate', 'missing: --actor, --act, --date'],
    ['evaluate --actor buyer --act distribute', 'missing: --date'],
    ['evaluate request.yaml --rules two-packs', '`two-packs/one` or `two-packs/two`'],
    ['evaluate request.yaml --rules scenarios', 'there is no `pack.yaml` in `scenarios`'],
    ['test --rules same-id', 'two of the packs have the same id: `one`'],
    ['check scenarios', 'there is no `pack.yaml` in `scenarios`'],
    ['check rules --rigid', "unknown option '--rigid'"],
    ['export', "required option '--to <form>' not specified"],
    ['export --to svg', 'Allowed choices are dot, mermaid, json, json-rules-engine, module.'],
    ['export --to json two-packs', 'there is more than one pack; name its folder: `two-packs/one` or'],
    ['export --to json scenarios', 'there is no `pack.yaml` in `scenarios`'],
    ['export --to json --date 2025-03-31', '--date has no use with --to json: it writes the whole pack'],
    ['export --to module --no-deal', '--no-deal has no use with --to module'],
    ['export --to dot --act distribute', 'choose with --provider: `incumbent` or `rival`'],
    ['export --to dot --provider rival', 'choose with --act: `procure-capacity` or `distribute`'],
    ['export --to dot --act distribute --provider rival --provider rival', 'give --provider once'],
    ['export --to mermaid --assumptions none', 'Allowed choices are as-stated, open.'],
    ['check rules --grade-floor Z', '`Z` is no grade of `example`: take `A`'],
    ['ledger shwo deals.jsonl', 'Did you mean show?'],
    ['test --format markdown', 'Allowed choices are text, json, junit, tap, github.'],
  ])('%s: %s', async (commandLine, message) => {
    const result = await run(commandLine);

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain(message);
    expect(result.stderr).toContain('--help');
  });

  test('no command at all shows the help on stderr', async () => {
    const result = await runInProcess([], WORKPLACE);

    expect({ code: result.code, stdout: result.stdout }).toEqual({ code: 2, stdout: '' });
    expect(result.stderr).toContain('Examples:');
  });
});

describe('a mistyped word is answered with what may have been meant', () => {
  test.each([
    ['evaluate requst.yaml', 'did you mean `request.yaml`?'],
    ['evaluate request.yaml --provider rivl', 'did you mean `rival`?'],
    ['evaluate request.yaml --act distribut', 'did you mean `distribute`?'],
    ['evaluate request.yaml --set megawats=1', 'did you mean `megawatts`?'],
    ['evaluate request.yaml --set capacity=nwe', 'did you mean `new`?'],
    ['evaluate request.yaml --reading R-1=only-grwoth', 'did you mean `only-growth`?'],
    ['compare rules/example --from-day 2025-01-1 --to-day 2025-01-02', 'no day such as 2025-01-21'],
  ])('%s: %s', async (commandLine, hint) => {
    const { code, stdout, stderr } = await run(commandLine);

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(hint);
  });
});

describe('help', () => {
  test.each(['--help', 'evaluate --help', 'check --help', 'test --help', 'export --help', 'ledger --help'])(
    '%s shows examples first',
    async (line) => {
      const result = await run(line);

      expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
      expect(result.stdout.indexOf('Examples:')).toBeGreaterThan(0);
      expect(result.stdout.indexOf('Examples:')).toBeLessThan(result.stdout.indexOf('Options:'));
    },
  );

  test('shows command lines whose commands and options exist', async () => {
    const names = ['evaluate', 'check', 'test', 'export'];
    const shown = await Promise.all(names.map((name) => run(`${name} --help`)));
    const examples = shown.flatMap(({ stdout }) => [
      ...stdout.matchAll(/compute-rights (\w+) .*?(--.*)?$/gm),
    ]);
    const optionsOf = new Map(names.map((name, index) => [name, shown[index]?.stdout]));

    expect(examples.length).toBeGreaterThanOrEqual(8);
    for (const [line, command = ''] of examples) {
      for (const [option] of line.matchAll(/--[a-z-]+/g))
        expect(optionsOf.get(command)).toContain(`  ${option} `);
    }
  });

  test('gives the version of the package', async () => {
    const result = await run('--version');

    expect(result).toEqual({ code: 0, stdout: expect.stringMatching(/^\d+\.\d+\.\d+\n$/), stderr: '' });
  });
});

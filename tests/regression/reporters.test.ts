import { describe, expect, test } from 'vitest';
import { diagnosticOf } from '../../src/diagnostics/diagnostic.ts';
import type { Report, ScenarioResult } from '../../src/regression/report.ts';
import { githubReport } from '../../src/regression/reporters/github-report.ts';
import { junitReport } from '../../src/regression/reporters/junit-report.ts';
import { tapReport } from '../../src/regression/reporters/tap-report.ts';
import { elementsIn } from '../support/read-xml.ts';
import { readTap } from '../support/read-tap.ts';

/** Texts that would end a comment, an attribute, a line or a command where they were not escaped. */
const NASTY = `]]>&<"'\u0000\u001B[31m\uFFFE\uD800 # SKIP \\ 100%, a:b\r\n::error::\u2028end`;

const about = { pack: 'example', file: `a ${NASTY}.yaml`, line: 3 };
const nothing = { mismatches: [], diagnostics: [] };
const passed: ScenarioResult = { ...about, id: 'fine', status: 'passed', ...nothing };
const pending: ScenarioResult = { ...about, id: 'later', status: 'pending', reason: NASTY, ...nothing };
const mismatch = { provider: 'rival', what: 'outcome', expected: ['permitted'], found: [] } as const;
const failed: ScenarioResult = {
  ...about,
  id: 'deal[a=1,b=2]',
  status: 'failed',
  mismatches: [mismatch, { ...mismatch, act: 'procure', found: [NASTY] }],
  diagnostics: [diagnosticOf('scenario/not-examined', NASTY, { path: NASTY })],
};
const unusable = {
  file: NASTY,
  diagnostics: [diagnosticOf('yaml/syntax', 'this is not YAML', { path: NASTY })],
};
const report: Report = {
  format: 'compute-rights/test/1',
  passed: 1,
  failed: 2,
  pending: 1,
  scenarios: [passed, pending, failed],
  unusable: [unusable],
};

describe('JUnit XML', () => {
  const elements = elementsIn(junitReport(report));

  test('has the elements and attributes that its schema demands, in their places', () => {
    expect(elements.map(({ name, inside }) => `${inside} ${name}`.trim())).toEqual([
      'testsuites',
      'testsuites testsuite',
      'testsuite testcase',
      'testsuite testcase',
      'testcase skipped',
      'testsuite testcase',
      'testcase failure',
      'testsuites testsuite',
      'testsuite testcase',
      'testcase error',
    ]);
    const counts = elements.filter(({ name }) => name.startsWith('testsuite'));
    expect(
      counts.map(({ attributes: { tests, failures, errors, skipped } }) => [
        tests,
        failures,
        errors,
        skipped,
      ]),
    ).toEqual([
      ['4', '1', '1', '1'],
      ['3', '1', '0', '1'],
      ['1', '0', '1', '0'],
    ]);
    const cases = elements.filter(({ name }) => name === 'testcase');
    expect(cases.filter(({ attributes: { name, classname } }) => !name || !classname)).toEqual([]);
  });

  test('says in a failure all that was wrong', () => {
    const failure = elements.find(({ name }) => name === 'failure');

    expect(failure?.attributes).toEqual({
      type: 'scenario',
      message: 'rival, outcome: expected permitted, found none',
    });
    expect(failure?.text).toContain('\nrival, procure, outcome: expected permitted, found ]]>&<"\'');
    expect(failure?.text).toContain('error scenario/not-examined: ]]>');
  });

  test('has nothing in it that XML has no way to write', () => {
    const xml = junitReport(report);

    expect(xml).not.toMatch(/[^\t\n\u0020-\uD7FF\uE000-\uFFFD]/u);
    expect(xml).not.toContain(']]>');
    expect(elements.find(({ name }) => name === 'skipped')?.attributes['message']).toContain(
      String.raw`]]>&<"'\u{0}\u{1b}[31m\u{fffe}\u{d800} # SKIP \ 100%, a:b\u{d}\u{a}::error::\u{2028}end`,
    );
  });
});

describe('TAP', () => {
  test('reads back as what was reported', () => {
    const { version, plan, points } = readTap(tapReport(report));

    expect({ version, plan }).toEqual({ version: 14, plan: 4 });
    const escaped =
      String.raw`]]>&<"'\u{0}\u{1b}[31m` +
      '\uFFFE' +
      String.raw`\u{d800} # SKIP \ 100%, a:b\u{d}\u{a}::error::\u{2028}end`;
    expect(points.map(({ ok, title, directive }) => [ok, title, directive])).toEqual([
      [false, escaped, undefined],
      [true, 'fine', undefined],
      [true, 'later', `SKIP ${escaped}`],
      [false, 'deal[a=1,b=2]', undefined],
    ]);
    expect(points[3]?.details).toMatchObject({
      file: expect.stringContaining(']]>'),
      line: 3,
      complaints: expect.arrayContaining(['rival, outcome: expected permitted, found none']),
    });
  });
});

describe('GitHub annotations', () => {
  test('stand on one line each, and nothing in them begins another command', () => {
    const lines = githubReport(report).trimEnd().split('\n');

    expect(lines.map((line) => line.split(/[ ,]/u, 1).join())).toEqual([
      '::error',
      '::notice',
      '::error',
      '1',
    ]);
    expect(lines.slice(0, 3).filter((line) => /\p{Cc}/u.test(line))).toEqual([]);
    expect(lines.at(-1)).toBe('1 passed, 2 failed, 1 pending');
  });

  test('name file and line, with what would end them escaped', () => {
    const [, , error = ''] = githubReport({
      ...report,
      scenarios: [pending, { ...failed, file: 'a,b:c%.yaml' }],
    }).split('\n');

    expect(error).toMatch(
      /^::error file=a%2Cb%3Ac%25\.yaml,line=3,title=failed%3A deal\[a=1%2Cb=2\]::rival, outcome: expected/u,
    );
    expect(error).toContain('found none%0Arival, procure');
    expect(error).toContain('100%25, a:b');
  });
});

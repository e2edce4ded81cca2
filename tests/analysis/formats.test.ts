import { describe, expect, test } from 'vitest';
import { githubAnnotations } from '../../src/analysis/render/github-annotations.ts';
import { sarifLog } from '../../src/analysis/render/sarif.ts';
import type { Told } from '../../src/diagnostics/render-diagnostic.ts';
import { examine, FIRST } from './small-pack.ts';

interface Log {
  readonly version: string;
  readonly runs: readonly {
    readonly tool: {
      readonly driver: { readonly name: string; readonly rules: readonly { readonly id: string }[] };
    };
    readonly results: readonly Result[];
  }[];
}

interface Result {
  readonly ruleId: string;
  readonly ruleIndex: number;
  readonly level: string;
  readonly message: { readonly text: string };
  readonly locations: readonly object[];
  readonly suppressions?: readonly object[];
}

const PACK = {
  clauses: [FIRST],
  facts: 'colour: { type: boolean, question: Is it red? }, weight: { type: number, question: How heavy? }',
  pack: 'suppress: [{ code: lint/unread-fact, of: weight, because: it is asked for the file }]',
};

function expectWhole(run: Log['runs'][number] | undefined): void {
  for (const result of run?.results ?? []) {
    expect(run?.tool.driver.rules[result.ruleIndex]?.id).toBe(result.ruleId);
    expect(['error', 'warning', 'note', 'none']).toContain(result.level);
    expect(result.message.text).not.toBe('');
  }
}

describe('a log of SARIF', () => {
  test('has what the standard asks for: a rule for each result, a level, a message, a place', async () => {
    const { findings, suppressed } = await examine(PACK);
    const { version, runs } = JSON.parse(
      JSON.stringify(sarifLog([...findings, ...suppressed], '1.2.3')),
    ) as Log;

    const [run] = runs;
    expect({ version, runs: runs.length }).toEqual({ version: '2.1.0', runs: 1 });
    expect(run?.tool.driver).toMatchObject({ name: 'compute-rights', version: '1.2.3' });
    expect(run?.results).toHaveLength(2);
    expectWhole(run);
    expect(run?.results[0]?.locations).toEqual([
      {
        physicalLocation: {
          artifactLocation: { uri: 'pack.yaml' },
          region: { startLine: 8, startColumn: 56, endColumn: 62 },
        },
      },
    ]);
    expect(run?.results.map(({ suppressions }) => suppressions)).toEqual([
      undefined,
      [{ kind: 'inSource', justification: 'it is asked for the file' }],
    ]);
  });

  test('writes paths as addresses, and names what has no place', () => {
    const place = { file: 'a b/ü.yaml', line: 1, column: 2, length: 3, lineText: '' };
    const log = sarifLog(
      [
        { ...told, place },
        { ...told, path: 'small' },
      ],
      '1',
    );

    const [one, other] = (JSON.parse(JSON.stringify(log)) as Log).runs[0]?.results ?? [];
    expect(JSON.stringify(one?.locations)).toContain('"uri":"a%20b/%C3%BC.yaml"');
    expect(other?.locations).toEqual([{ logicalLocations: [{ fullyQualifiedName: 'small' }] }]);
  });
});

describe('annotations for GitHub', () => {
  test('stand at the place, and cannot be broken out of', () => {
    const place = { file: 'a,b:c.yaml', line: 3, column: 5, length: 2, lineText: '' };
    const text = githubAnnotations([
      { ...told, place, message: '100%\n::error::no' },
      { ...told, severity: 'information', path: 'small' },
    ]);

    expect(text).toBe(
      '::warning file=a%2Cb%3Ac.yaml,line=3,col=5,endColumn=7,title=lint/conflict::100%25%0A::error::no\n' +
        '::notice file=small,title=lint/conflict::two promises\n',
    );
  });
});

const told: Told = { code: 'lint/conflict', severity: 'warning', message: 'two promises' };

import { describe, expect, test } from 'vitest';
import { commentsOf, importsOf } from './read-source.ts';
import * as rules from './rules.ts';

const read = (path: string, text: string) => importsOf({ path, text });
const comments = (path: string, text: string) => commentsOf({ path, text });

describe('reading imports', () => {
  test('finds every way to import', () => {
    const text = [
      `import './a.ts';`,
      `/* after a comment */ import b, { type C } from "./b.ts";`,
      `import type { D } from '../diagnostics/d.ts';`,
      `export { e } from './e.ts'; export * from './f.ts';`,
      `export type { G } from 'zod';`,
      `const h = await import('yaml');`,
      `type I = import('commander').Command;`,
      `import fs = require('fs');`,
      `const j = require('node:path');`,
      `const k = await import(name);`,
    ].join('\n');

    const found = read('pack/x.ts', text).sort((one, other) => one.line - other.line);

    expect(found.map(({ line, kind, to }) => `${line} ${kind} ${to}`)).toEqual([
      '1 source pack/a.ts',
      '2 source pack/b.ts',
      '3 source diagnostics/d.ts',
      '4 source pack/e.ts',
      '4 source pack/f.ts',
      '5 package zod',
      '6 package yaml',
      '7 package commander',
      '8 builtin node:fs',
      '9 builtin node:path',
      '10 computed import(name)',
    ]);
  });

  test('reads none in comments, strings and names', () => {
    const text = [
      `// import 'yaml';`,
      `/** import { z } from 'zod'; */`,
      'const text = `import "yaml"`;',
      `const importer = { from: 'zod' };`,
      `export { importer };`,
    ].join('\n');

    expect(read('pack/x.ts', text)).toEqual([]);
  });

  test('refuses a file that it cannot parse', () => {
    expect(() => read('pack/x.ts', 'import {')).toThrow('cannot parse pack/x.ts');
  });
});

describe('the order of the rooms', () => {
  test.each([
    ['diagnostics/x.ts', '../vocabulary/y.ts'],
    ['vocabulary/x.ts', '../pack/y.ts'],
    ['pack/x.ts', '../evaluation/y.ts'],
    ['pack/deep/x.ts', '../../evaluation/y.ts'],
    ['evaluation/x.ts', '../explanation/y.ts'],
    ['explanation/x.ts', '../pack/y.ts'],
    ['explanation/x.ts', '../regression/y.ts'],
    ['regression/x.ts', '../explanation/y.ts'],
    ['regression/x.ts', '../commands/y.ts'],
    ['commands/x.ts', '../cli.ts'],
    ['commands/x.ts', '../index.ts'],
    ['index.ts', './commands/y.ts'],
    ['index.ts', './cli.ts'],
    ['cli.ts', './evaluation/y.ts'],
    ['cli.ts', './index.ts'],
    ['cellar/x.ts', '../diagnostics/y.ts'],
    ['commands/x.ts', '../cellar/y.ts'],
    ['commands/x.ts', '../../tests/y.ts'],
    ['other.ts', './diagnostics/y.ts'],
  ])('%s may not import %s', (from, specifier) => {
    expect(rules.wrongWayImports(read(from, `import type { Y } from '${specifier}';`))).toHaveLength(1);
  });

  test.each([
    ['pack/x.ts', './y.ts'],
    ['pack/deep/x.ts', '../y.ts'],
    ['evaluation/x.ts', '../diagnostics/y.ts'],
    ['explanation/x.ts', '../evaluation/y.ts'],
    ['cli.ts', './commands/y.ts'],
    ['index.ts', './regression/y.ts'],
  ])('%s may import %s', (from, specifier) => {
    expect(rules.wrongWayImports(read(from, `import { y } from '${specifier}';`))).toEqual([]);
  });
});

describe('a computed specifier', () => {
  test('is refused', () => {
    expect(rules.computedImports(read('pack/x.ts', 'await import(name);'))).toEqual([
      'pack/x.ts:1 imports import(name)',
    ]);
  });
});

describe('third parties', () => {
  test.each([
    ['evaluation/x.ts', `import { z } from 'zod/v4';`],
    ['vocabulary/x.ts', `import type { Document } from 'yaml';`],
    ['pack/x.ts', `import { Engine } from 'json-rules-engine';`],
    ['cli.ts', `const { Command } = await import('commander');`],
    ['pack/x.ts', `import { thing } from '@scope/homeless/part';`],
    ['pack/x.ts', `import { thing } from 'constructor';`],
    ['commands/x.ts', `import { loadPack } from 'compute-rights';`],
  ])('are strangers in %s: %s', (path, text) => {
    expect(rules.strayThirdParties(read(path, text))).toHaveLength(1);
  });

  test.each([
    ['pack/x.ts', `import { parse } from 'yaml'; import { z } from 'zod';`],
    ['evaluation/x.ts', `import { Engine } from 'json-rules-engine'; import path from 'node:path';`],
    ['commands/x.ts', `import { Command } from 'commander';`],
    ['vocabulary/x.ts', `import canonicalize from 'canonicalize';`],
  ])('are at home in %s: %s', (path, text) => {
    expect(rules.strayThirdParties(read(path, text))).toEqual([]);
    expect(rules.crowdedThirdParties(read(path, text))).toEqual([]);
  });

  test.each(['json-rules-engine', 'canonicalize'])('%s has one file', (name) => {
    const once = read('evaluation/a.ts', `import a from '${name}'; import type { B } from '${name}';`);
    const again = read('evaluation/b.ts', `import a from '${name}';`);

    expect(rules.crowdedThirdParties(once)).toEqual([]);
    expect(rules.crowdedThirdParties([...once, ...again])).toEqual([
      `${name} is imported by evaluation/a.ts, evaluation/b.ts`,
    ]);
  });
});

describe('the disk', () => {
  test.each(['node:fs', 'fs', 'node:fs/promises', 'fs/promises', 'node:child_process', 'child_process'])(
    'is not reached from evaluation through %s',
    (specifier) => {
      const text = `import * as disk from '${specifier}';`;

      expect(rules.strayDiskAccess(read('evaluation/x.ts', text))).toHaveLength(1);
      expect(rules.strayDiskAccess(read('index.ts', text))).toHaveLength(1);
      expect(rules.strayDiskAccess(read('pack/x.ts', text))).toEqual([]);
    },
  );
});

describe('names', () => {
  test.each(['pack/utils/x.ts', 'helpers/x.ts', 'common/x.ts', 'pack/types/deep/x.ts', 'lib/x.ts'])(
    '%s stands in a folder with a vague name',
    (path) => {
      expect(rules.vagueFolderNames([path, 'vocabulary/types.ts'])).toEqual([path]);
    },
  );

  test('index files stand in no folder', () => {
    expect(
      rules.innerIndexFiles(['index.ts', 'pack/index.ts', 'pack/deep/index.mts', 'pack/index-of.ts']),
    ).toEqual(['pack/index.ts', 'pack/deep/index.mts']);
  });

  test.each(['openai', 'Microsoft', 'AZURE', 'oracle', 'CoreWeave', 'stargate', 'SoftBank'])(
    'a party is found: %s',
    (name) => {
      const clean = { path: 'pack/x.ts', text: 'const provider = 1;\n' };
      const inText = { path: 'pack/x.ts', text: `const a = 1;\nconst b = 'the${name}Deal';\n` };
      const inPath = { path: `pack/${name}.ts`, text: '' };

      expect(rules.namedParties([clean, inText, inPath])).toEqual([
        `pack/x.ts:2: const b = 'the${name}Deal';`,
        `pack/${name}.ts:1: `,
      ]);
    },
  );
});

describe('suppressions', () => {
  test.each([
    '// oxlint-disable-next-line no-console',
    '// oxlint-disable-next-line -- because',
    '/* eslint-disable no-eval */',
    '// @ts-expect-error',
    '// @ts-ignore -- because',
    '// @ts-nocheck -- because',
  ])('without a reason or a rule are found: %s', (text) => {
    expect(rules.unexplainedSuppressions(comments('pack/x.ts', text))).toHaveLength(1);
  });

  test.each([
    '// oxlint-disable-next-line no-console -- the one place that prints',
    '// @ts-expect-error -- wrong on purpose',
    '// an ordinary comment',
  ])('with both are not: %s', (text) => {
    expect(rules.unexplainedSuppressions(comments('pack/x.ts', text))).toEqual([]);
  });
});

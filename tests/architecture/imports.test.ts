import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { commentsOf, importsOf, readSource } from './read-source.ts';
import * as rules from './rules.ts';

const files = readSource();
const paths = files.map(({ path }) => path);
const imports = files.flatMap(importsOf);

describe('what the checks below have read', () => {
  test('is more than a few files and imports', () => {
    expect(files.length).toBeGreaterThanOrEqual(30);
    expect(imports.length).toBeGreaterThanOrEqual(60);
  });

  test('is every room that the rules name', () => {
    const rooms = new Set(paths.map(rules.roomOf));

    expect([...rooms].sort()).toEqual(Object.keys(rules.mayImport).sort());
  });
});

describe('imports in src', () => {
  test('go only towards the rooms on the left', () => {
    expect(rules.wrongWayImports(imports)).toEqual([]);
  });

  test('have no computed specifier', () => {
    expect(rules.computedImports(imports)).toEqual([]);
  });

  test('reach third parties only at home', () => {
    expect(rules.strayThirdParties(imports)).toEqual([]);
    expect(rules.crowdedThirdParties(imports)).toEqual([]);
  });

  test('reach the disk only from the rooms that read files', () => {
    expect(rules.strayDiskAccess(imports)).toEqual([]);
  });
});

describe('package.json', () => {
  test('depends on the third parties that have a home, and on no others', () => {
    const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8');
    const manifest = JSON.parse(text) as Record<'dependencies' | 'peerDependencies', Record<string, string>>;

    const wanted = [...Object.keys(manifest.dependencies), ...Object.keys(manifest.peerDependencies)];
    expect(wanted.sort()).toEqual(Object.keys(rules.homes).sort());
  });
});

describe('files in src', () => {
  test('stand in no folder with a vague name', () => {
    expect(rules.vagueFolderNames(paths)).toEqual([]);
  });

  test('have no index inside a folder', () => {
    expect(rules.innerIndexFiles(paths)).toEqual([]);
  });

  test('name no party', () => {
    expect(rules.namedParties(files)).toEqual([]);
  });

  test('give a reason for every suppression', () => {
    expect(rules.unexplainedSuppressions(files.flatMap(commentsOf))).toEqual([]);
  });
});

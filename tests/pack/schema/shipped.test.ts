import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { asJson } from '../../../src/commands/format-option.ts';
import { loadPack } from '../../../src/pack/load-pack.ts';
import {
  DOCUMENT_KINDS,
  schemasOfPack,
  type DocumentKind,
} from '../../../src/pack/schema/schemas-of-pack.ts';
import { complaintsBy } from '../../support/schema-complaints.ts';
import { valueOf } from '../good-pack.ts';

const ROOT = path.resolve(import.meta.dirname, '../../..');
const MODELINE = /^# yaml-language-server: \$schema=(\S+)\n/;
const HOW_TO_WRITE = 'write them again: npm run build && npx compute-rights check --schema';
const packs = readdirSync(path.join(ROOT, 'rules'));
const documents = packs.flatMap(documentsOf);

describe('the schemas of the packs in rules', () => {
  test.each(packs)('of %s are those of its words', async (name) => {
    const schemas = schemasOfPack(valueOf(await loadPack(path.join(ROOT, 'rules', name))));

    expect(readdirSync(path.join(ROOT, 'rules', name, 'schema')).toSorted()).toEqual(
      DOCUMENT_KINDS.map((kind) => `${kind}.json`).toSorted(),
    );
    for (const kind of DOCUMENT_KINDS) {
      const isFresh = asJson(schemas[kind]) === readFileSync(schemaFile(name, kind), 'utf8');
      expect(isFresh, `rules/${name}/schema/${kind}.json is not what the pack says; ${HOW_TO_WRITE}`).toBe(
        true,
      );
    }
  });
});

describe('the YAML files of the packs in rules, and the requests and scenarios about them', () => {
  test('are many', () => {
    const counts = DOCUMENT_KINDS.map((kind) => documents.filter((each) => each.kind === kind).length);

    expect(counts.every((count) => count > 0)).toBe(true);
    expect(documents.length).toBeGreaterThan(25);
  });

  test.each(documents)('$file names its schema in the first line', ({ file, kind, pack }) => {
    const [, named = ''] = MODELINE.exec(textOf(file)) ?? [];

    const schema = path.resolve(ROOT, path.dirname(file), named);
    expect(schema).toBe(schemaFile(pack, kind));
    expect(existsSync(schema)).toBe(true);
  });

  test.each(packs)('have nothing in them that a schema of %s refuses', (pack) => {
    const complaints = complaintsBy(
      (kind) => JSON.parse(readFileSync(schemaFile(pack, kind), 'utf8')) as object,
    );
    const own = documents.filter((each) => each.pack === pack);

    expect(
      own.flatMap(({ file, kind }) => complaints(kind, textOf(file)).map((said) => `${file}: ${said}`)),
    ).toEqual([]);
  });
});

interface ShippedDocument {
  readonly pack: string;
  readonly file: string;
  readonly kind: DocumentKind;
}

function documentsOf(pack: string): readonly ShippedDocument[] {
  const instruments = yamlIn(`rules/${pack}`).filter((file) => !file.endsWith('/pack.yaml'));
  const files: Readonly<Record<DocumentKind, readonly string[]>> = {
    pack: [`rules/${pack}/pack.yaml`],
    instrument: instruments,
    request: yamlIn(`fixtures/${pack}/requests`),
    scenarios: yamlIn(`fixtures/${pack}/scenarios`),
  };
  return DOCUMENT_KINDS.flatMap((kind) => files[kind].map((file) => ({ pack, file, kind })));
}

function yamlIn(folder: string): readonly string[] {
  const names = readdirSync(path.join(ROOT, folder)).filter((name) => name.endsWith('.yaml'));
  return names.map((name) => `${folder}/${name}`);
}

function schemaFile(pack: string, kind: DocumentKind): string {
  return path.join(ROOT, 'rules', pack, 'schema', `${kind}.json`);
}

function textOf(file: string): string {
  return readFileSync(path.join(ROOT, file), 'utf8');
}

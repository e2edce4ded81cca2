import { readdirSync, readFileSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseSync, Visitor } from 'oxc-parser';

/** One file of `src`; `path` is relative to `src`, with forward slashes. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/**
 * One import, re-export, dynamic import, type import or `require`. `to` is a path in `src`, a package's specifier,
 * a built-in with its `node:`, or, where the specifier is computed, the statement as written.
 */
export interface Import {
  readonly kind: 'source' | 'package' | 'builtin' | 'computed';
  readonly from: string;
  readonly to: string;
  readonly line: number;
}

/** A comment's text, without its delimiters. */
export interface Comment {
  readonly path: string;
  readonly text: string;
  readonly line: number;
}

export function readSource(): SourceFile[] {
  const src = fileURLToPath(new URL('../../src/', import.meta.url));
  return readdirSync(src, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter((path) => /\.[cm]?[jt]sx?$/.test(path))
    .sort()
    .map((path) => ({ path, text: readFileSync(posix.join(src, path), 'utf8') }));
}

export function importsOf(file: SourceFile): Import[] {
  const found: Import[] = [];
  const add = (specifier: unknown, { start, end }: { start: number; end: number }): void => {
    const line = lineAt(file.text, start);
    if (typeof specifier === 'string') found.push({ ...target(file.path, specifier), from: file.path, line });
    else found.push({ kind: 'computed', from: file.path, to: file.text.slice(start, end), line });
  };

  new Visitor({
    ImportDeclaration: (node) => add(node.source.value, node),
    ExportAllDeclaration: (node) => add(node.source.value, node),
    ExportNamedDeclaration(node) {
      if (node.source !== null) add(node.source.value, node);
    },
    ImportExpression: (node) => add(valueOf(node.source), node),
    TSImportType: (node) => add(valueOf(node.source), node),
    TSExternalModuleReference: (node) => add(node.expression.value, node),
    CallExpression(node) {
      if (node.callee.type === 'Identifier' && node.callee.name === 'require') {
        add(valueOf(node.arguments[0]), node);
      }
    },
  }).visit(parse(file).program);

  return found;
}

export function commentsOf(file: SourceFile): Comment[] {
  return parse(file).comments.map((comment) => ({
    path: file.path,
    text: comment.value,
    line: lineAt(file.text, comment.start),
  }));
}

/** Parses a file, whose statements and comments the result gives. */
export function parse(file: SourceFile): ReturnType<typeof parseSync> {
  const parsed = parseSync(file.path, file.text);
  if (parsed.errors.length > 0) throw new Error(`cannot parse ${file.path}: ${parsed.errors[0]?.message}`);
  return parsed;
}

function valueOf(node: object | undefined): unknown {
  return node !== undefined && 'value' in node ? node.value : undefined;
}

function target(from: string, specifier: string): Pick<Import, 'kind' | 'to'> {
  if (specifier.startsWith('.')) return { kind: 'source', to: posix.join(posix.dirname(from), specifier) };
  if (!isBuiltin(specifier)) return { kind: 'package', to: specifier };
  return { kind: 'builtin', to: specifier.startsWith('node:') ? specifier : `node:${specifier}` };
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split('\n').length;
}

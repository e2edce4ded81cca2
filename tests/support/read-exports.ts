import { posix } from 'node:path';
import type { Declaration, ExportNamedDeclaration } from 'oxc-parser';
import { parse, readSource, type SourceFile } from '../architecture/read-source.ts';

/** A name that the library exports, with the docstring of its declaration; `''` where there is none. */
export interface Export {
  readonly name: string;
  readonly is: 'function' | 'value' | 'type';
  readonly docstring: string;
}

/** Gives everything that `src/index.ts` exports, each as the file that declares it has it. */
export function readExports(): readonly Export[] {
  return exportsOf('index.ts', new Map(readSource().map((file) => [file.path, file])));
}

function exportsOf(path: string, files: ReadonlyMap<string, SourceFile>): readonly Export[] {
  const file = files.get(path);
  if (file === undefined) throw new Error(`there is no ${path}`);
  return parse(file).program.body.flatMap((statement) => {
    if (statement.type === 'ExportAllDeclaration' || statement.type === 'ExportDefaultDeclaration')
      throw new Error(`${path} exports without names`);
    if (statement.type !== 'ExportNamedDeclaration') return [];
    const { declaration, source, start } = statement;
    if (source !== null) return reExported(statement, posix.join(posix.dirname(path), source.value), files);
    if (declaration === null) throw new Error(`${path} exports apart from the declaration`);
    const docstring = docstringBefore(start, file);
    return declaredIn(declaration).map((declared) => ({ ...declared, docstring }));
  });
}

function reExported(
  { specifiers }: ExportNamedDeclaration,
  target: string,
  files: ReadonlyMap<string, SourceFile>,
): readonly Export[] {
  const found = new Map(exportsOf(target, files).map((each) => [each.name, each]));
  return specifiers.map(({ local }) => {
    const declared = local.type === 'Literal' ? undefined : found.get(local.name);
    if (declared === undefined) throw new Error(`${target} lacks what is exported from it`);
    return declared;
  });
}

function declaredIn(declaration: Declaration): readonly Omit<Export, 'docstring'>[] {
  if (declaration.type === 'VariableDeclaration') {
    return declaration.declarations.map(({ id, init }) => ({
      name: id.type === 'Identifier' ? id.name : '',
      is:
        init?.type === 'ArrowFunctionExpression' || init?.type === 'FunctionExpression'
          ? 'function'
          : 'value',
    }));
  }
  if (declaration.type === 'FunctionDeclaration')
    return [{ name: declaration.id?.name ?? '', is: 'function' }];
  if (declaration.type === 'TSInterfaceDeclaration' || declaration.type === 'TSTypeAliasDeclaration')
    return [{ name: declaration.id.name, is: 'type' }];
  throw new Error(`no export of this library is a ${declaration.type}`);
}

/** Gives the text of the docstring that ends where a statement begins, without stars and indentation. */
function docstringBefore(start: number, file: SourceFile): string {
  const comment = parse(file).comments.findLast(({ end }) => end <= start);
  const isDocstring = comment?.type === 'Block' && comment.value.startsWith('*');
  if (!isDocstring || file.text.slice(comment.end, start).trim() !== '') return '';
  return comment.value
    .slice(1)
    .replaceAll(/^\s*\* ?/gmu, '')
    .trim();
}

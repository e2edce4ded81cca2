import type { Comment, Import, SourceFile } from './read-source.ts';

/** For each room of `src`, and its three doors, the other rooms that it may import. */
export const mayImport: Readonly<Record<string, readonly string[]>> = {
  diagnostics: [],
  vocabulary: ['diagnostics'],
  pack: ['diagnostics', 'vocabulary'],
  ledger: ['diagnostics', 'vocabulary', 'pack'],
  procedure: ['vocabulary', 'pack'],
  measure: ['vocabulary', 'pack'],
  diagram: ['vocabulary', 'pack', 'procedure', 'measure'],
  evaluation: ['diagnostics', 'vocabulary', 'pack', 'procedure', 'measure', 'diagram'],
  export: ['diagnostics', 'vocabulary', 'pack', 'procedure', 'measure', 'diagram', 'evaluation'],
  explanation: ['diagnostics', 'vocabulary', 'evaluation'],
  regression: ['diagnostics', 'vocabulary', 'pack', 'evaluation'],
  comparison: ['diagnostics', 'vocabulary', 'pack', 'procedure', 'diagram', 'evaluation', 'explanation'],
  interview: ['diagnostics', 'pack', 'diagram', 'evaluation'],
  timeline: ['diagnostics', 'vocabulary', 'pack', 'diagram', 'evaluation', 'explanation'],
  analysis: ['diagnostics', 'vocabulary', 'pack', 'procedure', 'diagram', 'evaluation'],
  coverage: [
    'diagnostics',
    'vocabulary',
    'pack',
    'procedure',
    'diagram',
    'evaluation',
    'regression',
    'analysis',
  ],
  unlock: [
    'diagnostics',
    'vocabulary',
    'pack',
    'procedure',
    'measure',
    'diagram',
    'evaluation',
    'explanation',
  ],
  mutation: ['diagnostics', 'vocabulary', 'pack', 'evaluation', 'regression', 'comparison'],
  replay: ['diagnostics', 'vocabulary', 'pack', 'ledger', 'evaluation', 'explanation'],
  commands: [
    'diagnostics',
    'vocabulary',
    'pack',
    'ledger',
    'diagram',
    'evaluation',
    'export',
    'explanation',
    'regression',
    'comparison',
    'timeline',
    'analysis',
    'coverage',
    'unlock',
    'mutation',
    'replay',
    'interview',
  ],
  vitest: ['diagnostics', 'vocabulary', 'evaluation', 'regression', 'commands'],
  'cli.ts': ['diagnostics', 'commands'],
  'vitest.ts': ['vitest'],
  'index.ts': [
    'diagnostics',
    'vocabulary',
    'pack',
    'ledger',
    'diagram',
    'evaluation',
    'explanation',
    'regression',
    'comparison',
    'unlock',
    'replay',
    'timeline',
  ],
};

/** Where each third party may be imported: in which room, and in how many files of it. */
export const homes: Readonly<Record<string, { readonly room?: string; readonly files?: number }>> = {
  '@clack/prompts': { room: 'commands', files: 1 },
  canonicalize: { files: 1 },
  commander: { room: 'commands' },
  'json-rules-engine': { room: 'evaluation', files: 1 },
  vitest: { room: 'vitest' },
  yaml: { room: 'pack' },
  zod: { room: 'pack' },
};

const diskModules = ['node:fs', 'node:fs/promises', 'node:child_process'];
const diskRooms = ['pack', 'ledger', 'regression', 'commands', 'cli.ts'];
const vagueFolders = ['utils', 'helpers', 'common', 'types', 'lib'];
const parties = /openai|microsoft|azure|oracle|coreweave|stargate|softbank/i;

/** Rooms import only themselves and the rooms named in `mayImport`. */
export function wrongWayImports(imports: readonly Import[]): string[] {
  return imports
    .filter(({ kind }) => kind === 'source')
    .filter(({ from, to }) => !allowedRooms(roomOf(from)).includes(roomOf(to)))
    .map(violation);
}

/** No specifier is computed: what an import reaches can be read off the page. */
export function computedImports(imports: readonly Import[]): string[] {
  return imports.filter(({ kind }) => kind === 'computed').map(violation);
}

/** Third parties are imported only at home; one without a home is imported nowhere. */
export function strayThirdParties(imports: readonly Import[]): string[] {
  return imports
    .filter(({ kind }) => kind === 'package')
    .filter(({ from, to }) => {
      const home = Object.hasOwn(homes, packageOf(to)) ? homes[packageOf(to)] : undefined;
      return home === undefined || (home.room !== undefined && home.room !== roomOf(from));
    })
    .map(violation);
}

/** A third party that has one file for its home is imported by no second. */
export function crowdedThirdParties(imports: readonly Import[]): string[] {
  return Object.entries(homes).flatMap(([name, { files = Infinity }]) => {
    const guests = imports.filter(({ kind, to }) => kind === 'package' && packageOf(to) === name);
    const importers = [...new Set(guests.map(({ from }) => from))].sort();
    return importers.length > files ? [`${name} is imported by ${importers.join(', ')}`] : [];
  });
}

/** The disk and other programs are reached only from the rooms that read files. */
export function strayDiskAccess(imports: readonly Import[]): string[] {
  return imports
    .filter(({ kind, to }) => kind === 'builtin' && diskModules.includes(to))
    .filter(({ from }) => !diskRooms.includes(roomOf(from)))
    .map(violation);
}

/** Folders are named for what is in them. */
export function vagueFolderNames(paths: readonly string[]): string[] {
  return paths.filter((path) =>
    path
      .split('/')
      .slice(0, -1)
      .some((folder) => vagueFolders.includes(folder)),
  );
}

/** `index.ts` is the public door and stands in no folder. */
export function innerIndexFiles(paths: readonly string[]): string[] {
  return paths.filter((path) => /\/index\.[cm]?[jt]sx?$/.test(path));
}

/** The engine knows rights, not companies: no path and no text names a party. */
export function namedParties(files: readonly SourceFile[]): string[] {
  return files.flatMap(({ path, text }) => {
    const lines = text.split('\n').map((line, index) => `${path}:${index + 1}: ${line.trim()}`);
    const named = parties.test(path) ? lines : lines.filter((line) => parties.test(line));
    return named.slice(0, 3);
  });
}

/** A suppression names the lint rule, and gives its reason after ` -- `. */
export function unexplainedSuppressions(comments: readonly Comment[]): string[] {
  return comments
    .filter(({ text }) => /(oxlint|eslint)-disable|@ts-(ignore|expect-error|nocheck)/.test(text))
    .filter(({ text }) => !/(-disable(-next-line|-line)? +[\w@].*|@ts-expect-error\b.*) -- \S/.test(text))
    .map(({ path, line, text }) => `${path}:${line}: ${text.trim()}`);
}

/** The name of an import's package: `@scope/name/part` gives `@scope/name`. */
function packageOf(specifier: string): string {
  return specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');
}

/** A path's first part: the room, or the name of a file that stands beside the rooms. */
export function roomOf(path: string): string {
  return path.split('/', 1).join();
}

function allowedRooms(room: string): readonly string[] {
  const others = Object.hasOwn(mayImport, room) ? mayImport[room] : undefined;
  return others === undefined ? [] : [room, ...others];
}

function violation({ from, to, line }: Import): string {
  return `${from}:${line} imports ${to}`;
}

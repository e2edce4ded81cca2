import { dirname, join } from 'node:path';
import { findPacks } from '../find-packs.ts';
import type { StarterFile } from './starter-files.ts';

/** Says what was written, and what to type next. */
export function describeStart(files: readonly StarterFile[], folder: string, cwd: string): string {
  const width = Math.max(...files.map(({ path }) => path.length));
  const written = files.map(({ path, holds }) => `  ${path.padEnd(width)}  ${holds}`);
  return [
    folder === '.' ? 'Written' : `Written in ${folder}`,
    ...written,
    '',
    'Next',
    ...nextSteps(files, folder, cwd).map((line) => `  ${line}`),
    '',
  ].join('\n');
}

function nextSteps(files: readonly StarterFile[], folder: string, cwd: string): readonly string[] {
  const rules = join(folder, 'rules');
  const isAlone = findPacks(rules, { cwd }).length === 1;
  // Beside other packs the new one has to be named.
  const chosen = isAlone ? '' : ` --rules ${dirname(files[0]?.path ?? '')}`;
  return [
    ...(folder === '.' ? [] : [`cd ${quoted(folder)}`]),
    `npx compute-rights evaluate request.yaml${chosen}`,
    'npx compute-rights test',
    `npx compute-rights check${isAlone ? '' : ` ${dirname(files[0]?.path ?? '')}`}`,
  ];
}

/** As a shell takes it for one word. */
function quoted(folder: string): string {
  return /^[\w./-]+$/.test(folder) ? folder : `'${folder.replaceAll("'", "'\\''")}'`;
}

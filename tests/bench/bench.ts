import { copyFileSync } from 'node:fs';
import path from 'node:path';
import { renderFigures } from './figures.ts';
import { measureCommonWork } from './measure-common-work.ts';
import { measureGrowth } from './measure-growth.ts';
import { measureLibrary } from './measure-library.ts';
import { measureMutation } from './measure-mutation.ts';
import { measureProgram } from './measure-program.ts';
import { measureShippedWork } from './measure-shipped-work.ts';

/** Prints measured figures as a table, or with `--json` for programs. Nothing fails for being slow. */
const built = path.resolve(import.meta.dirname, '../..');
// The program reads its version two folders up from its commands, in the compiled copy as in `dist`.
copyFileSync('package.json', path.join(built, 'package.json'));
const figures = [
  ...(await measureLibrary()),
  ...(await measureProgram()),
  ...(await measureCommonWork()),
  ...(await measureShippedWork()),
  ...measureMutation(),
  ...measureGrowth(),
];
const asJson = process.argv.includes('--json');
process.stdout.write(asJson ? `${JSON.stringify(figures, undefined, 2)}\n` : renderFigures(figures));

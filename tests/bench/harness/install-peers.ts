import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LISTED = 'tests/bench/peers';
/** Beside the compiled peers, where they are looked for, and out of everybody's way. */
const INSTALLED = path.join(import.meta.dirname, '../peers');
const FILES = ['package.json', '.npmrc', 'package-lock.json'];

/** Installs the packages that the bench compares with, unless they are there. Gives whether they are. */
export function installPeers(): boolean {
  if (areInstalled()) return true;
  process.stderr.write('bench: installing the packages that are compared; this happens once\n');
  for (const file of FILES) cpSync(path.join(LISTED, file), path.join(INSTALLED, file));
  const npm = spawnSync('npm', ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
    cwd: INSTALLED,
    encoding: 'utf8',
  });
  if (npm.status === 0) return true;
  process.stderr.write(
    `bench: they could not be installed, perhaps for want of a network; their figures are left out\n${npm.stderr}`,
  );
  return false;
}

/** npm writes what it installed last of all. */
function areInstalled(): boolean {
  const [listed, copied] = [LISTED, INSTALLED].map((folder) => path.join(folder, 'package-lock.json'));
  if (listed === undefined || copied === undefined) return false;
  return (
    existsSync(path.join(INSTALLED, 'node_modules/.package-lock.json')) &&
    existsSync(copied) &&
    readFileSync(listed, 'utf8') === readFileSync(copied, 'utf8')
  );
}

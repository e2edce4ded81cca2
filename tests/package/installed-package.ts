import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What a clone holds that the build needs, or that must not be shipped. */
const CLONED = [
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'docs',
  'fixtures',
  'package.json',
  'package-lock.json',
  'rules',
  'src',
  'templates',
  'tests/package',
  'tsconfig.json',
];

export interface InstalledPackage {
  /** What the tarball holds. */
  readonly files: readonly string[];
  /** The project that has it under `node_modules`, far from the repository. */
  readonly project: string;
}

/**
 * Builds and packs a copy of the repository, so that no test loses its `dist` meanwhile and what is packed is never
 * stale, and has npm install the tarball in an empty project; all in the folder given.
 */
export function installPackage(folder: string): InstalledPackage {
  const clone = path.join(folder, 'clone');
  const project = path.join(folder, 'project');
  for (const each of CLONED) cpSync(path.join(ROOT, each), path.join(clone, each), { recursive: true });
  symlinkSync(path.join(ROOT, 'node_modules'), path.join(clone, 'node_modules'));
  npm(['run', 'build'], clone);
  const tarball = npm(['pack', '--ignore-scripts', '--silent', '--pack-destination', folder], clone).trim();
  const listed = execFileSync('tar', ['-tzf', path.join(folder, tarball)], { encoding: 'utf8' });
  installIn(project, path.join(folder, tarball));
  return { files: listed.trim().split('\n').toSorted(), project };
}

/** Installs without a network: npm finds the dependencies in place, for they are copied from the repository first. */
function installIn(project: string, tarball: string): void {
  mkdirSync(project);
  writeFileSync(path.join(project, 'package.json'), '{ "private": true, "type": "module" }\n');
  for (const dependency of shippedDependencies())
    cpSync(path.join(ROOT, dependency), path.join(project, dependency), { recursive: true });
  npm(['install', '--offline', '--ignore-scripts', '--no-audit', '--no-fund', tarball], project);
}

/** Where the lock file puts what the package needs when it runs, and what that needs. */
function shippedDependencies(): readonly string[] {
  const lock = JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')) as Lock;
  const entries = Object.entries(lock.packages);
  return entries.flatMap(([at, { dev, devOptional }]) => (at === '' || dev || devOptional ? [] : [at]));
}

interface Lock {
  readonly packages: Readonly<
    Record<string, { readonly dev?: boolean; readonly devOptional?: boolean; readonly optional?: boolean }>
  >;
}

function npm(args: readonly string[], cwd: string): string {
  return execFileSync('npm', args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

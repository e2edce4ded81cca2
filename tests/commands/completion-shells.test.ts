import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { SHELL_SCRIPTS } from '../../src/commands/completion/shell-scripts.ts';
import { WORKPLACE } from './workplace.ts';

const CLI = path.resolve(import.meta.dirname, '../../dist/cli.js');

const folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
const program = path.join(folder, 'compute-rights');
writeFileSync(program, `#!/bin/sh\nexec '${process.execPath}' '${CLI}' "$@"\n`);
chmodSync(program, 0o755);
afterAll(() => rmSync(folder, { recursive: true }));

/** The words of a command line as bash breaks them, the last being typed, and what TAB makes of it. */
const CASES: readonly (readonly [line: string, proposals: readonly string[]])[] = [
  ['compute-rights eval', ['evaluate']],
  ['compute-rights evaluate request.yaml --set cap', ['capacity=']],
  ['compute-rights evaluate --set capacity=n', ['capacity=new']],
  ['compute-rights evaluate --set=own-site=', ['--set=own-site=true', '--set=own-site=false']],
  ['compute-rights evaluate --provider ', ['incumbent', 'rival']],
  ['compute-rights evaluate req', ['request.yaml']],
  ['compute-rights check two', ['two-packs']],
];

function run(shell: string, argv: readonly string[]): readonly string[] {
  const { stdout, stderr } = spawnSync(shell, argv, {
    cwd: WORKPLACE,
    env: { PATH: `${folder}:${process.env['PATH'] ?? ''}`, HOME: folder },
    encoding: 'utf8',
  });
  expect(stderr).toBe('');
  return stdout.split('\n').filter((line) => line !== '');
}

const isInstalled = (shell: string): boolean =>
  (process.env['PATH'] ?? '').split(':').some((place) => existsSync(path.join(place, shell)));

describe('bash', { timeout: 60_000 }, () => {
  /** Bash puts what is proposed in place of the piece after the last = or :. */
  const piecesOf = (line: string): readonly string[] =>
    line.split(' ').flatMap((word) => (word === '' ? [''] : (word.match(/[=:]|[^=:]+/g) ?? [])));

  const complete = (line: string): readonly string[] =>
    run('bash', [
      '--norc',
      '-c',
      `${SHELL_SCRIPTS.bash}\ncompopt() { :; }\nCOMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _compute_rights; printf '%s\\n' "\${COMPREPLY[@]}"`,
      'bash',
      ...piecesOf(line),
    ]);

  test.each(CASES)('completes: %s', (line, proposals) => {
    const last = line.split(' ').at(-1) ?? '';
    const before = last.slice(0, last.lastIndexOf('=') + 1);

    expect(complete(line).map((piece) => `${before}${piece}`)).toEqual(proposals);
  });

  test('evaluates nothing that is typed', () => {
    expect(complete('compute-rights evaluate --set $(touch$IFS-here) `touch$IFS-here` --prov')).toEqual([
      '--provider',
    ]);
    expect(readdirSync(WORKPLACE).filter((name) => name.includes('here'))).toEqual([]);
  });

  test('says nothing where the program is not there', () => {
    expect(complete(`${path.join(folder, 'gone')} ev`)).toEqual([]);
  });
});

describe.skipIf(!isInstalled('zsh'))('zsh', { timeout: 60_000 }, () => {
  /** The builtins that work only while a line is being edited, as functions that print what they are given. */
  const BUILTINS = `
    compset() { PREFIX=\${PREFIX#--*=}; }
    _files() { local name; [[ $1 == -/ ]] && print -l -- $PREFIX*(/) || print -l -- $PREFIX*; }
    compadd() { print -l -- \${(P)@[-1]}; }
    compdef() { :; }`;

  test.each(CASES.slice(-3))('completes: %s', (line, proposals) => {
    const words = line.split(' ');
    const given = `words=("$@"); CURRENT=$#; PREFIX="\${words[-1]}"; _compute_rights`;

    const proposed = run('zsh', ['-f', '-c', `${BUILTINS}\n${SHELL_SCRIPTS.zsh}\n${given}`, 'zsh', ...words]);

    expect(proposed).toEqual(proposals);
  });
});

describe.skipIf(!isInstalled('fish'))('fish', { timeout: 60_000 }, () => {
  test.each(CASES.slice(-3))('completes: %s', (line, proposals) => {
    const asked = `complete -C ${JSON.stringify(line)}`;

    const proposed = run('fish', ['--no-config', '-c', `${SHELL_SCRIPTS.fish}\n${asked}`]);

    const words = proposed.map((each) => (each.split('\t')[0] ?? '').replace(/\/$/, ''));
    expect(words.toSorted()).toEqual(proposals.toSorted());
  });
});

import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runInProcess, type Run } from '../support/run-in-process.ts';
import { WORKPLACE } from './workplace.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');
const PICTURE = 'export --act procure-capacity --provider rival';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), 'compute-rights-'));
  cpSync(WORKPLACE, folder, { recursive: true });
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('export', () => {
  test('draws what a day and known facts leave, for the only actor that is bound', async () => {
    const result = await run(`${PICTURE} --to mermaid --date 2025-03-31 --set capacity=new --no-deal`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.stdout.replace(/digest .*|example [0-9a-f]{12}/g, '…')).toBe(`---
title: "A worked example"
config: { flowchart: { wrappingWidth: 320 } }
---
flowchart TD
  %% …
  q1("How large is the order?<br/>[megawatts]")
  q2("Does the buyer own the site?<br/>[own-site]")
  q3("Does a renewal of the same size count as new?<br/>[R-1]")
  first-refusal["first-refusal"]
  permitted["permitted"]
  q1 -->|"less than 5 MW"| permitted
  q1 -->|"at least 5 MW"| q2
  q2 -->|"yes"| q3
  q2 -->|"no"| first-refusal
  q3 -->|"only-growth"| permitted
  q3 -->|"any-order"| first-refusal
  about["May Buyer procure compute capacity with Rival Cloud as the provider?<br/>Known: date = 2025-03-31, capacity = new, no deal on record<br/>Rules: A worked example (…)<br/>Invented for tests. Not legal advice."]
  about -.- q1
  style first-refusal fill:#fbdfa6,color:#000
  style permitted fill:#c3e6c5,color:#000
  style about fill:none,stroke-dasharray:3
`);
  });

  test('takes readings, and gives assumptions up, before anything is drawn', async () => {
    const taken = await run(`${PICTURE} --to dot --reading R-1=any-order`);
    const open = await run(`${PICTURE} --to dot --reading R-1=any-order --assumptions open`);

    expect(taken.stdout).not.toContain('[own-site]');
    expect(taken.stdout).toContain('Taken: R-1 = any-order');
    expect(open.stdout).toContain('Taken: R-1 = any-order, no assumption');
  });

  test('says that a large picture is hard to read, and draws it', async () => {
    const result = await runInProcess(
      'export rules/openai --to dot --actor openai --act distribute --provider oracle'.split(' '),
      ROOT,
    );

    expect(result.code).toBe(0);
    expect(result.stdout).toMatch(/^digraph \{\n[^]*\}\n$/);
    expect(result.stderr).toMatch(/^note: \d\d+ nodes are hard to read; .*--set.*\n$/);
  });

  test.each(['json', 'json-rules-engine', 'module'])('writes all of a pack as %s', async (form) => {
    const result = await run(`export --to ${form}`);

    expect({ code: result.code, stderr: result.stderr }).toEqual({ code: 0, stderr: '' });
    expect(result.stdout).toContain('Invented for tests. Not legal advice.');
  });

  test('writes a file whole, over what was there, and leaves nothing beside it', async () => {
    writeFileSync(path.join(folder, 'picture.dot'), 'an older one, longer or not\n'.repeat(1_000));
    const shown = await run(`${PICTURE} --to dot`);

    const result = await run(`${PICTURE} --to dot -o picture.dot`);

    expect(result).toEqual({ code: 0, stdout: '', stderr: 'wrote `picture.dot`\n' });
    expect(readFileSync(path.join(folder, 'picture.dot'), 'utf8')).toBe(shown.stdout);
    expect(namesBeside('picture')).toEqual(['picture.dot']);
  });

  test.each(['missing/picture.dot', 'rules', 'request.yaml/picture.dot'])(
    'writes nothing where %s has no place',
    async (file) => {
      mkdirSync(path.join(folder, 'picture'));
      const before = readdirSync(folder, { recursive: true });

      const result = await run(`${PICTURE} --to dot -o ${file}`);

      expectRefusal(result, 'file/unwritable');
      expect(result.stderr).toContain(file);
      expect(readdirSync(folder, { recursive: true })).toEqual(before);
    },
  );
});

describe('an export that cannot be made gives one diagnostic, exit code 2 and no file', () => {
  test.each([
    ['an unknown fact', 'request/undeclared-fact', '--set capcity=new', 'did you mean `capacity`?'],
    ['an unknown value', 'request/undeclared-value', '--set capacity=nwe', 'did you mean `new`?'],
    ['a fact of the wrong type', 'request/unfit-value', '--set megawatts=many', ''],
    ['a fact set twice', 'request/bad-override', '--set capacity=new --set capacity=new', ''],
    ['__proto__', 'request/undeclared-fact', '--set __proto__=new', ''],
    ['an impossible day', 'shape/impossible-date', '--date 2025-02-30', ''],
    ['an unknown actor', 'request/undeclared-party', '--actor byer', 'did you mean `buyer`?'],
    ['an unknown reading', 'request/undeclared-reading', '--reading R-2=any-order', 'did you mean `R-1`?'],
    ['an unknown option', 'request/undeclared-option', '--reading R-1=any', ''],
  ])('%s: %s', async (_, code, options, hint) => {
    const result = await run(`${PICTURE} --to dot ${options} -o picture.dot`);

    expectRefusal(result, code);
    expect(result.stderr).toContain(hint);
    expect(namesBeside('picture')).toEqual([]);
  });

  test.each([
    ['an unknown provider', 'request/undeclared-party', 'export --to dot --act distribute --provider rivl'],
    ['an unknown act', 'request/undeclared-act', 'export --to dot --act procure --provider rival'],
    ['a pack with a cycle', 'clause/precedence-cycle', 'export cycle --to json'],
    ['a folder that is not there', 'file/unreadable', 'export nowhere --to json'],
    ['a file for a folder', 'file/unreadable', 'export request.yaml --to json'],
    ['an unknown reading for all of a pack', 'request/undeclared-reading', 'export --to json --reading R=x'],
  ])('%s: %s', async (_, code, commandLine) => {
    expectRefusal(await run(commandLine), code);
  });
});

function run(commandLine: string): Promise<Run> {
  return runInProcess(commandLine.split(' '), folder);
}

function expectRefusal({ code, stdout, stderr }: Run, diagnostic: string): void {
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr.match(/^error \S+/gm)).toEqual([`error ${diagnostic}:`]);
}

function namesBeside(start: string): readonly string[] {
  return readdirSync(folder).filter((name) => name.startsWith(start));
}

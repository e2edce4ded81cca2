import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/regression/report.ts';
import { runInProcess, type Run } from '../support/run-in-process.ts';

const GOOD_PACK = path.resolve(import.meta.dirname, '../../fixtures/diagnostics/good-pack');
const REQUEST = '{ actor: buyer, date: 2025-01-01, acts: [procure], providers: [rival] }';

let home: string;
let top: string;
let cases = 0;
beforeAll(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'compute-rights-'));
});
beforeEach(() => {
  top = path.join(home, String((cases += 1)));
});
afterAll(() => rm(home, { recursive: true }));

/** A pack that bars the rival, or without the bar one that has its right only. */
async function pack(folder: string, isBarred = true): Promise<void> {
  await cp(GOOD_PACK, path.join(top, folder), { recursive: true });
  if (!isBarred) await rm(path.join(top, folder, 'deed.yaml'));
}

async function scenarios(folder: string, outcome = 'prohibited', id = 'one'): Promise<void> {
  await mkdir(path.join(top, folder), { recursive: true });
  const text = `pack: good\nscenarios:\n  - { id: ${id}, request: ${REQUEST}, expect: { rival: { outcome: ${outcome} } } }\n`;
  await writeFile(path.join(top, folder, `${id}.yaml`), text);
}

async function run(line: string, cwd = ''): Promise<Run> {
  await mkdir(path.join(top, cwd), { recursive: true });
  return runInProcess(line.split(' '), path.join(top, cwd));
}

function statuses({ stdout, stderr }: Run): readonly string[] {
  if (stdout === '') throw new Error(stderr);
  return (JSON.parse(stdout) as Report).scenarios.map(({ status }) => status);
}

describe('the pack of scenarios, where none is named', () => {
  test.each([
    ['beside them', 'deal', 'deal/scenarios'],
    ['in `rules` beside them', 'deal/rules', 'deal/scenarios'],
    ['in a folder of such `rules`', 'deal/rules/good', 'deal/scenarios'],
    ['far above them', 'rules/good', 'deal/north/site/scenarios'],
  ])('is found %s', async (_, folder, place) => {
    await pack(folder);
    await scenarios(place);

    expect(statuses(await run(`test ${place} --format json`))).toEqual(['passed']);
  });

  test('is found above the working directory too', async () => {
    await pack('rules/good');
    await scenarios('work/scenarios');

    expect(statuses(await run('test scenarios --format json', 'work'))).toEqual(['passed']);
  });

  test('is the nearest of that name, each file with its own', async () => {
    await pack('rules/good');
    await pack('deal/rules/good', false);
    await scenarios('scenarios', 'prohibited', 'far');
    await scenarios('deal/scenarios', 'first-refusal', 'near');

    expect(statuses(await run('test . --format json'))).toEqual(['passed', 'passed']);
    expect(statuses(await run('test scenarios --format json', 'deal'))).toEqual(['passed']);
  });

  test('is not one of another name, however near', async () => {
    await pack('rules/good');
    await mkdir(path.join(top, 'deal/rules/other'), { recursive: true });
    await writeFile(path.join(top, 'deal/rules/other/pack.yaml'), 'pack: other\n');
    await writeFile(path.join(top, 'deal/pack.yaml'), 'pack: [\n');
    await scenarios('deal/scenarios');

    expect(statuses(await run('test deal/scenarios --format json'))).toEqual(['passed']);
  });

  test('is that of the working directory where none lies above', async () => {
    await pack('work/rules/good');
    await scenarios('elsewhere/scenarios');

    expect(statuses(await run('test ../elsewhere --format json', 'work'))).toEqual(['passed']);
  });

  test.each([
    ['in `rules`', 'deal/rules/one', 'deal/rules/two'],
    ['beside and in `rules`', 'deal', 'deal/rules'],
  ])('is an error where there are two %s', async (_, one, other) => {
    await pack(one);
    await pack(other, false);
    await scenarios('deal/scenarios');

    const { code, stdout, stderr } = await run('test deal/scenarios');

    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toContain(
      `\`deal/scenarios/one.yaml\` is for the pack \`good\`, and there are several: \`${one}\` and \`${other}\`; choose with --rules`,
    );
  });

  test('that does not load is named with its mistakes, once', async () => {
    await pack('deal');
    await writeFile(path.join(top, 'deal/wrong.yaml'), 'instrument: wrong\n');
    await scenarios('deal/scenarios', 'permitted', 'one');
    await scenarios('deal/scenarios', 'permitted', 'two');

    const { code, stderr } = await run('test deal/scenarios');

    expect(code).toBe(2);
    expect(stderr.match(/deal\/wrong\.yaml/g)?.length).toBeGreaterThan(0);
    expect(new Set(stderr.split('\n\n')).size).toBe(stderr.split('\n\n').length);
  });

  test('is what --rules says, where that is given', async () => {
    await pack('deal');
    await pack('others', false);
    await scenarios('deal/scenarios', 'first-refusal');

    expect(statuses(await run('test deal/scenarios --rules others --format json'))).toEqual(['passed']);
    expect(statuses(await run('test deal/scenarios --format json'))).toEqual(['failed']);
  });
});

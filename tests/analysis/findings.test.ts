import { describe, expect, test } from 'vitest';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import { checkRequest } from '../../src/pack/check-request.ts';
import { valueOf } from '../pack/good-pack.ts';
import { examine, FIRST, findingsOf, loaded, smallTexts, type SmallPack } from './small-pack.ts';

const PERMIT = 'id: free, kind: permission, holder: buyer, grantor: seller';

describe('an examination', () => {
  test('finds nothing in a pack in which nothing is doubtful', async () => {
    expect(await findingsOf({ clauses: [FIRST] })).toEqual([]);
  });

  test('reads the same pack whatever the order of files', () => {
    const more = { 'later.yaml': other('later', '2025-01-01', 'ends: [first]') };
    const texts = smallTexts({ clauses: [FIRST, PERMIT], files: more });

    const turned = Object.fromEntries(Object.entries(texts).toReversed());

    expect(loaded(turned).digest).toBe(loaded(texts).digest);
  });
});

describe('a conflict', () => {
  const rival =
    'id: second, kind: exclusivity, holder: rival, grantor: buyer, when: { size: { at-least: 9 } }';
  const pack: SmallPack = { clauses: [FIRST, rival] };

  test('is found between two exclusivities that meet', async () => {
    expect(await findingsOf(pack)).toEqual(['lint/conflict first deed.yaml:7']);
  });

  test('is told where it is, and by a request that the pack answers so', async () => {
    const [found] = (await examine(pack)).findings;
    const checked = valueOf(checkRequest(loaded(smallTexts(pack)), found?.request));
    const { answers } = await evaluateRequest(loaded(smallTexts(pack)), checked);

    expect(found?.where).toEqual(['size at least 9', 'from 2024-01-01']);
    expect(found?.related?.map(({ place }) => place?.line)).toEqual([8]);
    expect(answers.map(({ outcome }) => outcome)).toEqual(['conflicted']);
  });

  test('is none where one prevails, or where they never meet', async () => {
    expect(await findingsOf({ clauses: [FIRST, `${rival}, notwithstanding: [first]`] })).toEqual([]);
    expect(await findingsOf({ clauses: [FIRST, rival.replace('at-least: 9', 'less-than: 5')] })).toEqual([]);
  });

  test('is found between a permission and a ban that nobody ranked', async () => {
    const ban =
      'id: ban, kind: prohibition, holder: seller, grantor: buyer, when: { size: { more-than: 7 } }';

    expect(await findingsOf({ clauses: [PERMIT, ban] })).toContain('lint/conflict free deed.yaml:7');
    expect(await findingsOf({ clauses: [PERMIT, `${ban}, notwithstanding: [free]`] })).toEqual([]);
  });
});

describe('a clause that never decides', () => {
  test('is one with a scope that nothing can meet', async () => {
    const never =
      'id: never, kind: prohibition, when: { all: [{ size: { at-least: 9 } }, { size: { less-than: 9 } }] }';

    expect(await findingsOf({ clauses: [FIRST, never] })).toEqual(['lint/never-decides never deed.yaml:8']);
  });

  test('is one that another displaces wherever it speaks', async () => {
    const displaced =
      'id: ban, kind: prohibition, holder: seller, grantor: buyer, when: { size: { at-least: 9 } }';
    const free = (scope: string): string =>
      `${PERMIT}, when: { size: { at-least: ${scope} } }, notwithstanding: [ban]`;

    expect(await findingsOf({ clauses: [displaced, free('8')] })).toEqual([
      'lint/never-decides ban deed.yaml:7',
    ]);
    expect(await findingsOf({ clauses: [displaced, free('10')] })).toEqual([]);
  });

  test('is none that only displaces another, for without it that would govern', async () => {
    const clauses = [
      'id: ban, kind: prohibition, when: { size: { at-least: 5 } }',
      'id: ban-too, kind: prohibition, when: { size: { at-least: 9 } }',
      `${PERMIT}, when: { size: { at-least: 9 } }, notwithstanding: [ban-too]`,
    ];

    const found = await findingsOf({ clauses });

    expect(found).not.toContain('lint/never-decides free deed.yaml:9');
  });

  test('is no duty, which takes no position', async () => {
    const duty = 'id: duty, kind: obligation, holder: seller, grantor: buyer, duty: The buyer pays.';

    expect(await findingsOf({ clauses: [FIRST, duty] })).toEqual([]);
  });
});

describe('a carve-out', () => {
  const source = 'source: { document: deed, grade: A }';
  const carved = (scope: string): SmallPack => ({
    clauses: [`${FIRST}, except: [{ id: part, when: { ${scope} }, ${source} }]`],
  });

  test('is idle where it lies outside of its clause', async () => {
    expect(await findingsOf(carved('size: { less-than: 5 }'))).toEqual([
      'lint/idle-carve-out first.part deed.yaml:7',
    ]);
    expect(await findingsOf(carved('size: { less-than: 6 }'))).toEqual([]);
  });

  test('is total where it leaves nothing', async () => {
    expect(await findingsOf(carved('size: { at-least: 4 }'))).toContain(
      'lint/total-carve-out first.part deed.yaml:7',
    );
    expect(await findingsOf(carved('size: { at-least: 6 }'))).toEqual([]);
  });

  test('is held against the carve-out around it', async () => {
    const nested = (bound: string): SmallPack => ({
      clauses: [
        `${FIRST}, except: [{ id: part, when: { size: { at-least: 8 } }, ${source}, except: [{ id: inner, when: { size: { less-than: ${bound} } }, ${source} }] }]`,
      ],
    });

    expect(await findingsOf(nested('8'))).toEqual(['lint/idle-carve-out first.inner deed.yaml:7']);
    expect(await findingsOf(nested('9'))).toEqual([]);
  });

  test('without a source of its own is remarked on', async () => {
    const clauses = [`${FIRST}, except: [{ id: part, when: { size: { at-least: 8 } } }]`];

    expect(await findingsOf({ clauses })).toEqual(['lint/missing-source first.part deed.yaml:7']);
  });
});

describe('a word', () => {
  const reading = (scope: string): SmallPack => ({
    clauses: [FIRST, `id: ban, kind: prohibition, when: { size: { less-than: 5 }, ${scope} }`],
    pack: 'readings: { R-1: { question: Does it count?, options: { it-does: yes it does, it-does-not: no } } }',
  });

  test('is idle as a reading where no answer turns on it', async () => {
    expect(await findingsOf(reading('R-1: it-does'))).toEqual([]);
    expect(await findingsOf(reading('any: [{ R-1: it-does }, { R-1: it-does-not }]'))).toEqual([
      'lint/idle-reading R-1 pack.yaml:11',
    ]);
  });

  test('is unread as a fact that no clause tests', async () => {
    const facts = 'colour: { type: boolean, question: Is it red? }';
    const until = 'gone: { type: event, question: When did it go? }';

    expect(await findingsOf({ clauses: [FIRST], facts })).toEqual(['lint/unread-fact colour pack.yaml:8']);
    expect(
      await findingsOf({ clauses: [FIRST.replace('size: { at-least: 5 }', 'colour: true')], facts }),
    ).toEqual(['lint/unread-fact size pack.yaml:8']);
    expect(await findingsOf({ clauses: [`${FIRST}, until: { event: gone }`], facts: until })).toEqual([]);
  });

  test('is read as the gate of an exercise, and as a number of which a part may be taken', async () => {
    const right = `id: right, kind: first-refusal, holder: seller, grantor: buyer, procedure: { notice: { requires: none, clock: notice-given }, response: { within: 5 calendar-days, silence: releases }, exercise: { able: able }, release: { for: none } }`;
    const facts = 'able: { type: boolean, question: Is it able? }';

    expect(await findingsOf({ clauses: [right], facts })).toEqual([]);
  });

  test('is unused as a term, group, document, grade or party', async () => {
    const found = await findingsOf({
      clauses: [FIRST],
      pack: `terms: { large: { means: large, when: { size: { at-least: 5 } } } }
groups: { clouds: { means: clouds, parties: [seller] } }`,
      parties: 'idle: { name: Idle }',
      grades: 'B: a report',
      documents: 'note: { title: Note, date: 2024-01-02 }',
    });

    expect(found.toSorted()).toEqual([
      'lint/unused-document note pack.yaml:10',
      'lint/unused-grade B pack.yaml:9',
      'lint/unused-group clouds pack.yaml:12',
      'lint/unused-party idle pack.yaml:6',
      'lint/unused-term large pack.yaml:11',
    ]);
  });

  test('is used as a term or group that a scope names', async () => {
    const found = await findingsOf({
      clauses: [FIRST.replace('size: { at-least: 5 }', 'defined: large, provider: { within: clouds }')],
      pack: `terms: { large: { means: large, when: { size: { at-least: 5 } } } }
groups: { clouds: { means: clouds, parties: [seller, rival] } }`,
    });

    expect(found).toEqual([]);
  });
});

describe('a day', () => {
  test('leaves a gap where a clause ended and nothing followed', async () => {
    const files = { 'later.yaml': other('later', '2025-01-01', 'ends: [first]') };
    const free =
      'clauses: [{ id: free, title: Free, kind: permission, act: procure, source: { document: deed, grade: A } }]';
    const followed = { 'later.yaml': other('later', '2025-01-01', `ends: [first]\n${free}`) };

    expect(await findingsOf({ clauses: [FIRST], files })).toEqual(['lint/gap first deed.yaml:7']);
    expect(await findingsOf({ clauses: [FIRST], files: followed })).toEqual([]);
  });

  test('leaves a gap where a clause ran out', async () => {
    expect(await findingsOf({ clauses: [`${FIRST}, until: 2026-01-01`] })).toEqual([
      'lint/gap first deed.yaml:7',
    ]);
  });

  test('may be in the bands of two instruments', async () => {
    const files = (from: string) => ({
      'one.yaml': other('one', '2025-01-10, possibly-from: 2025-01-01'),
      'two.yaml': other('two', `2025-01-20, possibly-from: ${from}`),
    });

    expect(await findingsOf({ clauses: [FIRST], files: files('2025-01-10') })).toEqual([
      'lint/overlapping-bands two two.yaml:1',
    ]);
    expect(await findingsOf({ clauses: [FIRST], files: files('2025-01-11') })).toEqual([]);
  });
});

describe('a source', () => {
  test('is weak below the floor that was asked for', async () => {
    const texts = { clauses: [FIRST], grades: 'B: a report', files: { 'note.yaml': NOTE } };

    expect(await findingsOf(texts)).toEqual([]);
    expect(await findingsOf(texts, { gradeFloor: 'A' })).toEqual(['lint/weak-source ban note.yaml:7']);
    expect(await findingsOf(texts, { gradeFloor: 'B' })).toEqual([]);
  });
});

describe('an analysis that gave up', () => {
  test('says so, and never that there is nothing', async () => {
    const { findings, proved } = await examine({ clauses: [FIRST] }, { nodes: 1 });

    expect(findings.map(({ code }) => code)).toEqual(['lint/gave-up']);
    expect(findings[0]?.message).toContain('conflicts, clauses that never decide');
    expect(proved).toEqual([]);
  });
});

describe('a suppression', () => {
  const suppressing = (of: string): SmallPack => ({
    clauses: [FIRST],
    facts: 'colour: { type: boolean, question: Is it red? }',
    pack: `suppress: [{ code: lint/unread-fact, of: ${of}, because: it is asked for the file }]`,
  });

  test('lets a finding stand, with its reason', async () => {
    const { findings, suppressed } = await examine(suppressing('colour'));

    expect(findings).toEqual([]);
    expect(suppressed.map(({ of, because }) => [of, because])).toEqual([
      ['colour', 'it is asked for the file'],
    ]);
  });

  test('that matches nothing is a finding', async () => {
    expect(await findingsOf(suppressing('size'))).toEqual([
      'lint/unread-fact colour pack.yaml:8',
      'lint/idle-suppression size pack.yaml:11',
    ]);
  });

  test('is not idle where an analysis gave up that might have matched', async () => {
    const pack = 'suppress: [{ code: lint/conflict, of: first, because: it is known }]';
    const { findings } = await examine({ clauses: [FIRST], pack }, { nodes: 1 });

    expect(findings.map(({ code }) => code)).toEqual(['lint/gave-up']);
  });
});

const NOTE = `instrument: note
title: Note
parties: [buyer, seller]
basis: press
effective: { from: 2024-01-01 }
clauses:
  - id: ban
    title: Ban
    kind: prohibition
    act: procure
    when: { size: 3 }
    source: { document: deed, grade: B }
`;

function other(id: string, from: string, more = ''): string {
  return `instrument: ${id}\ntitle: Another\nparties: [buyer, seller, rival]\nbasis: text\neffective: { from: ${from} }\n${more}\n`;
}

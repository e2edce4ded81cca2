import { describe, expect, test } from 'vitest';
import { compare } from '../../src/comparison/compare.ts';
import type { PackComparison } from '../../src/comparison/comparison.ts';
import { loadedPack } from '../support/load-documents.ts';

const VOCABULARY = `
pack: small
title: A small pack
language: 1
disclaimer: Invented.
otherwise: permitted
parties:
  buyer: { name: Buyer }
  seller: { name: Seller, provider: true }
  rival: { name: Rival, provider: true }
acts: { procure: { title: procure capacity }, resell: { title: resell capacity } }
facts:
  kind: { type: enum, question: Which kind?, open: true, values: { compute: computing, storage: storing } }
  size: { type: number, unit: MW, question: How much? }
  own: { type: boolean, question: Own site? }
readings:
  R-1: { question: Does a renewal count?, options: { counts: it does, excluded: it does not } }
grades: { A: the text itself }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`;

const FIRST_REFUSAL = `
  - id: refusal
    title: First refusal
    kind: first-refusal
    holder: seller
    grantor: buyer
    act: procure
    when: { kind: compute, size: { at-least: 10 } }
    counts-with-holder: none
    procedure:
      trigger: offer
      notice: { requires: [price], clock: complete-notice-received }
      response: { within: 30 calendar-days, silence: releases }
      exercise: { part: not-allowed, match: same, falls-short: declines }
      negotiation: { within: 30 calendar-days, no-agreement: releases }
      terms: { others: immaterial, reopen-on: any-change }
      pending: extinguished
      release: { for: 90 calendar-days }
    source: { document: deed, grade: A }
`;

const deed = (clauses: string, dates = 'from: 2024-01-01'): string => `
instrument: deed
title: Deed
parties: [buyer, seller]
basis: text
effective: { ${dates} }
clauses:${clauses}`;

interface Sketch {
  readonly vocabulary?: string;
  readonly clauses?: string;
  readonly dates?: string;
}

const pack = ({ vocabulary = VOCABULARY, clauses = FIRST_REFUSAL, dates }: Sketch = {}) =>
  loadedPack({ 'pack.yaml': vocabulary, 'deed.yaml': deed(clauses, dates) });

/** What is said, one line for each statement. */
const told = ({ changes }: PackComparison): readonly string[] =>
  changes.map(
    ({ acts, providers, before, after, where, ordinarily }) =>
      `${ordinarily ? 'ordinarily ' : ''}${acts.map(({ id }) => id).join('+')} ${providers.map(({ id }) => id).join('+')}: ${where.map(({ words }) => words).join(', ')}: ${before} → ${after}`,
  );

describe('an amendment', () => {
  test('that moves a threshold changes what lies between, and the statement names the clause', async () => {
    const after = pack({ clauses: FIRST_REFUSAL.replace('at-least: 10', 'at-least: 20') });

    const found = await compare(pack(), after);

    expect(found.verdict).toBe('more-permissive');
    expect(told(found)).toContain(
      'ordinarily procure other: kind compute, size at least 10 MW and less than 20 MW, from 2024-01-01: first-refusal → permitted',
    );
    const [first] = found.changes;
    expect(first?.governing).toEqual({ before: [{ clause: 'refusal', always: true }], after: [] });
    expect(first?.causes).toEqual(['refusal']);
    expect(found.clauses).toEqual([{ clause: 'refusal', change: 'changed', parts: ['when'] }]);
  });

  test('that says the same in other words changes nothing', async () => {
    const after = pack({
      clauses: FIRST_REFUSAL.replace('title: First refusal', 'title: The refusal').replace(
        'when: { kind: compute, size: { at-least: 10 } }',
        'when: { not: { any: [{ not: { kind: compute } }, { size: { less-than: 10 } }] } }',
      ),
    });

    const found = await compare(pack(), after);

    expect(found).toMatchObject({ verdict: 'equal', changes: [], otherChanges: [], governing: [] });
    expect(found.clauses).toEqual([{ clause: 'refusal', change: 'changed', parts: ['when'] }]);
  });

  test('of a stage is no change of outcomes, and is named with both values', async () => {
    const after = pack({ clauses: FIRST_REFUSAL.replace('within: 30', 'within: 45') });

    const found = await compare(pack(), after);

    expect(found.verdict).toBe('undirected');
    expect(found.changes).toEqual([]);
    expect(found.otherChanges).toMatchObject([
      {
        kind: 'stage',
        name: 'refusal.response.within',
        before: '30 calendar-days',
        after: '45 calendar-days',
      },
    ]);
  });

  test('of what is assumed is told, though nothing changes as stated', async () => {
    const assumed = FIRST_REFUSAL.replace('at-least: 10', 'at-least: { assume: 10, because: usual }');

    const found = await compare(pack(), pack({ clauses: assumed }));

    expect(found.verdict).toBe('undirected');
    expect(found.otherChanges).toMatchObject([
      { kind: 'assumption', before: '10 MW', after: 'assumed: 10 MW' },
    ]);
  });

  test('by which a clause has another name leaves outcomes as they are, and says who governs now', async () => {
    const found = await compare(
      pack(),
      pack({ clauses: FIRST_REFUSAL.replace('id: refusal', 'id: offer-first') }),
    );

    expect(found).toMatchObject({ verdict: 'equal', changes: [] });
    expect(
      found.governing.map(({ outcome, nowGoverns, noLongerGoverns }) => [
        outcome,
        nowGoverns,
        noLongerGoverns,
      ]),
    ).toContainEqual(['first-refusal', ['offer-first'], ['refusal']]);
  });

  test('that turns a first refusal into a ban is more restrictive, one into conflict neither', async () => {
    const ban = FIRST_REFUSAL.replace('kind: first-refusal', 'kind: prohibition')
      .replace(/ {4}procedure:[^]*days \}\n/, '')
      .replace('    counts-with-holder: none\n', '    providers: { not: seller }\n');

    expect((await compare(pack(), pack({ clauses: ban }))).verdict).toBe('more-restrictive');
  });

  test('of a start is told by the days between', async () => {
    const found = await compare(pack(), pack({ dates: 'from: 2024-03-01' }));

    expect(found.verdict).toBe('more-permissive');
    expect(told(found)[0]).toContain('from 2024-01-01 to 2024-02-29: first-refusal → permitted');
    expect(found.vocabulary).toMatchObject([{ kind: 'instrument', id: 'deed', change: 'changed' }]);
    expect(found.changes[0]?.causes).toEqual(['refusal']);
  });

  test('of a start within a band is told of those days, with both answers', async () => {
    const found = await compare(pack(), pack({ dates: 'from: 2024-01-01, possibly-from: 2023-12-20' }));

    expect(found.verdict).toBe('more-restrictive');
    expect(found.changes[0]?.witness).toMatchObject({
      before: { possible: ['permitted'] },
      after: { possible: ['first-refusal', 'permitted'] },
    });
  });
});

describe('a change of the vocabulary', () => {
  test('that adds a value lets the new value be told apart, and nothing else', async () => {
    const vocabulary = VOCABULARY.replace('storage: storing', 'storage: storing, chips: chips');
    const clauses = FIRST_REFUSAL.replace('kind: compute', 'kind: [compute, chips]');

    const found = await compare(pack(), pack({ vocabulary, clauses }));

    expect(found.verdict).toBe('more-restrictive');
    expect(told(found)[0]).toContain('kind chips, size at least 10 MW');
    expect(found.changes[0]?.witness?.before.request).toMatchObject({ facts: { kind: 'other' } });
    expect(found.changes[0]?.witness?.after.request).toMatchObject({ facts: { kind: 'chips' } });
    expect(found.vocabulary).toMatchObject([{ kind: 'fact', id: 'kind', change: 'changed' }]);
  });

  test('that parts a value in two keeps both where the old one was', async () => {
    const vocabulary = VOCABULARY.replace(
      'compute: computing',
      'compute: { means: computing, within: { gpu: gpu, cpu: cpu } }',
    );
    const parted = pack({
      vocabulary,
      clauses: FIRST_REFUSAL.replace('kind: compute', 'kind: { within: compute }'),
    });

    expect((await compare(pack(), parted)).verdict).toBe('equal');
    expect((await compare(parted, pack())).verdict).toBe('equal');
  });

  test('that gives a fact another type makes it two facts', async () => {
    const vocabulary = VOCABULARY.replace(
      '{ type: boolean, question: Own site? }',
      '{ type: enum, question: Own site?, values: { mine: mine, theirs: theirs } }',
    );
    const clauses = FIRST_REFUSAL.replace('kind: compute', 'own: true');
    const retyped = FIRST_REFUSAL.replace('kind: compute', 'own: mine');

    const found = await compare(pack({ clauses }), pack({ vocabulary, clauses: retyped }));

    expect(found.verdict).toBe('mixed');
    expect(told(found).join('\n')).toMatch(/own yes \(before\).*own theirs \(after\)/);
  });

  test('by which an act, a party and a reading come and go is said', async () => {
    const vocabulary = VOCABULARY.replace(', resell: { title: resell capacity }', '')
      .replace('  rival:', '  third: { name: Third, provider: true }\n  rival:')
      .replace(
        'counts: it does, excluded: it does not }',
        'counts: it does, excluded: it does not }, assume: counts, because: usual',
      );

    const { verdict, vocabulary: words } = await compare(pack(), pack({ vocabulary }));

    expect(verdict).toBe('equal');
    expect(words.map(({ kind, id, change }) => `${change} ${kind} ${id}`)).toEqual([
      'added party third',
      'removed act resell',
      'changed reading R-1',
    ]);
  });

  test('by which a reading is assumed otherwise is told of requests that do not say how they read it', async () => {
    const clauses = FIRST_REFUSAL.replace('kind: compute', 'R-1: counts');
    const assuming = (option: string) =>
      pack({
        clauses,
        vocabulary: VOCABULARY.replace(
          'excluded: it does not }',
          `excluded: it does not }, assume: ${option}, because: usual`,
        ),
      });

    const found = await compare(assuming('counts'), assuming('excluded'));

    expect(found.verdict).toBe('more-permissive');
    expect(told(found)[0]).toContain('first-refusal → permitted');
    expect(found.changes[0]?.witness?.after.request).not.toHaveProperty('readings');
  });
});

describe('a comparison that gives up', () => {
  test('says so and never that packs are equal', async () => {
    const found = await compare(pack(), pack(), { nodes: 3 });

    expect(found).toMatchObject({ verdict: 'unfinished', changes: [] });
    expect(found.gaveUp).toContain('more than 3 nodes');
  });

  test('counts the changes that take too many statements, and still knows the verdict', async () => {
    const after = pack({ clauses: FIRST_REFUSAL.replace('at-least: 10', 'at-least: 20') });

    const found = await compare(pack(), after, { statements: 0 });

    expect(found).toMatchObject({ verdict: 'more-permissive', changes: [] });
    expect(found.unlisted).toBeGreaterThan(0);
  });
});

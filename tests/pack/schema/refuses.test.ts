import { existsSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { CATALOGUE } from '../../../src/diagnostics/catalogue.ts';
import { loadPackFiles } from '../../../src/pack/load-pack.ts';
import type { DocumentKind } from '../../../src/pack/schema/schemas-of-pack.ts';
import { complaintsOf, type Complaints } from '../../support/schema-complaints.ts';
import { goodPack, goodTexts, textsIn } from '../good-pack.ts';

const ROOT = path.resolve(import.meta.dirname, '../../../fixtures/diagnostics');
const ofGoodPack = complaintsOf(goodPack());

/** Each mistake that can be seen in one place with the words of the pack, and the part that is complained of first. */
const SEEN: Readonly<Record<string, string>> = {
  'calendar/none-declared': '/clauses/0/survives',
  'calendar/not-named': '/clauses/0/survives',
  'calendar/undeclared': '/clauses/0/survives',
  'clause/event-in-scope': '/clauses/0/when',
  'clause/key-of-another-kind': '/clauses/0',
  'clause/missing-for-kind': '/clauses/0',
  'clause/missing-option': '/clauses/0/until',
  'clause/number-not-quoted': '/clauses/0/number',
  'clause/undeclared-act': '/clauses/0/act',
  'clause/undeclared-document': '/clauses/0/source/document',
  'clause/undeclared-fact': '/clauses/0/when',
  'clause/undeclared-grade': '/clauses/0/source/grade',
  'clause/undeclared-group': '/clauses/0/when/provider',
  'clause/undeclared-option': '/clauses/0/when/R-1',
  'clause/undeclared-party': '/clauses/0/holder',
  'clause/undeclared-reading': '/clauses/0/until',
  'clause/undeclared-term': '/clauses/0/when',
  'clause/undeclared-unit': '/clauses/0/when/megawatts',
  'clause/undeclared-value': '/clauses/0/when/size',
  'clause/unfit-comparison': '/clauses/0/when/delivery',
  'clause/unfit-gate': '/clauses/0/procedure/exercise/able',
  'clause/unfit-value': '/clauses/0/when/megawatts',
  'clause/unknown-instrument': '/clauses/0/from',
  'clause/unknown-clause': '/clauses/0/subject-to/0',
  'clause/unlike-facts': '/clauses/0/when/megawatts',
  'clause/wrong-level': '/clauses/0/when/kind',
  'instrument/unchangeable-key': '/amends/0',
  'instrument/undeclared-party': '/parties/1',
  'instrument/unknown-clause': '/ends/0',
  'pack/bad-unit': '/facts/megawatts/units/GW',
  'pack/language': '/language',
  'request/assessment-as-fact': '/facts',
  'request/holder-needed': '/opportunity/events/0',
  'request/indivisible-fact': '/divisible',
  'request/undeclared-act': '/acts/0',
  'request/undeclared-election': '/elections',
  'request/undeclared-fact': '/facts',
  'request/undeclared-option': '/readings/R-1',
  'request/undeclared-party': '/providers/0',
  'request/undeclared-reading': '/readings',
  'request/undeclared-unit': '/facts/megawatts',
  'request/undeclared-value': '/facts/size',
  'request/unfit-value': '/facts/megawatts',
  'request/unknown-clause': '/opportunity/events/0',
  'scenario/no-expectation': '/scenarios/0',
  'scenario/other-pack': '/pack',
  'scenario/two-expectations': '/scenarios/0',
  'scenario/unknown-clause': '/scenarios/0/expect/rival/governing/0',
  'scenario/unknown-code': '/scenarios/0/diagnostics/0',
  'shape/bad-duration': '/clauses/0/procedure/response/within',
  'shape/bad-id': '/instrument',
  'measure/bad-period': '/measures/wrong/over',
  'request/measure-as-fact': '/facts',
  'request/undeclared-happening': '/happened/entries/0',
  'shape/empty': '/clauses/0/when',
  'shape/impossible-date': '/effective/from',
  'shape/long-quote': '/clauses/0/source/quote',
  'shape/missing-key': '/clauses/0',
  'shape/repeated': '/parties',
  'shape/reserved-id': '/clauses/0/id',
  'shape/unknown-key': '',
  'shape/wrong-value': '/basis',
};

/** About which file lies where, or about clauses that the bad document itself adds and the schema cannot know. */
const OF_ANOTHER_SORT = [
  'acknowledgement/matches-nothing',
  'file/not-a-file',
  'file/not-text',
  'pack/several-packs',
  'pack/scenarios-inside',
  'instrument/ends-own-clause',
  'clause/precedence-cycle',
];

describe('the schemas of a pack', () => {
  test('refuse the documents whose mistakes can be seen in one place, and no others', () => {
    const codes = Object.keys(CATALOGUE).filter((code) => !OF_ANOTHER_SORT.includes(code));
    const seen = codes.flatMap((code) =>
      complaintsAbout(code).map((complaint) => [code, complaint] as const),
    );

    expect(Object.fromEntries(seen)).toEqual(SEEN);
  });
});

/** The first part of each document of a fixture that is complained of. */
function complaintsAbout(code: string): readonly string[] {
  const folder = path.join(ROOT, code.replace('/', '-'));
  if (!existsSync(path.join(folder, 'expected.json'))) return [];
  const texts = textsIn(folder);
  const complaints = complaintsWith(texts);
  return Object.entries(texts)
    .flatMap(([file, text]) => complaints(kindOf(file), text).slice(0, 1))
    .map((complaint) => complaint.split(' ', 1).join());
}

/** A pack that has a vocabulary of its own, if that is not what is wrong with it, or else the good one. */
function complaintsWith({ 'pack.yaml': own }: Readonly<Record<string, string>>): Complaints {
  const loaded = own === undefined ? undefined : loadPackFiles({ ...goodTexts, 'pack.yaml': own });
  return loaded?.ok === true ? complaintsOf(loaded.value) : ofGoodPack;
}

function kindOf(file: string): DocumentKind {
  if (file === 'pack.yaml') return 'pack';
  if (file === 'request.yaml') return 'request';
  return file === 'scenarios.yaml' ? 'scenarios' : 'instrument';
}

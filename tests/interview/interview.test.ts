import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { evaluateRequest } from '../../src/evaluation/evaluate-request.ts';
import {
  changesIn,
  draftOf,
  nextTurn,
  startInterview,
  withoutLastReply,
  withReply,
  type Interview,
  type Turn,
} from '../../src/interview/interview.ts';
import type { Question, Reply } from '../../src/interview/question.ts';
import { checkRequest, readRequest } from '../../src/pack/check-request.ts';
import type { Pack } from '../../src/pack/pack.ts';
import { writeRequest } from '../../src/pack/requests/write-request.ts';
import { valueOf } from '../pack/good-pack.ts';
import { documentedPack } from '../support/documented-pack.ts';
import { loadedPack } from '../support/load-documents.ts';
import { runs, SEED } from '../support/seed.ts';

const WHOLE = { actor: 'buyer', date: '2025-03-31', acts: ['procure-capacity'], providers: ['rival'] };

type Person = (question: Question) => string | undefined;

interface Held {
  readonly interview: Interview;
  readonly turn: Turn;
  readonly asked: readonly string[];
}

/** Holds an interview with somebody who does not know what they give no value for. */
async function held(pack: Pack, given: Readonly<Record<string, unknown>>, person: Person): Promise<Held> {
  let interview = startInterview(pack, given);
  for (;;) {
    const turn = valueOf(await nextTurn(interview));
    const { question } = turn;
    if (question === undefined)
      return { interview, turn, asked: interview.replies.map((each) => each.question.id) };
    interview = valueOf(withReply(interview, question, replyOf(question, person(question))));
  }
}

function replyOf(question: Question, value: string | undefined): Reply {
  if (value === undefined) return { is: 'unknown' };
  const by = question.about === 'assessment' ? { by: { who: 'counsel', on: '2025-01-01' } } : {};
  return { is: 'value', value, ...by };
}

describe('an interview', () => {
  test('asks first for what there is no request without, in the words of the pack', async () => {
    const known: Readonly<Record<string, string>> = {
      actor: 'buyer',
      act: 'procure-capacity',
      date: '2025-03-31',
      provider: 'incumbent',
    };

    const { asked, interview, turn } = await held(documentedPack(), {}, ({ id }) => known[id]);

    expect(asked).toEqual(['actor', 'act', 'date', 'provider']);
    expect(interview.replies[1]?.question).toMatchObject({
      text: 'What is to be done?',
      choices: [{ value: 'procure-capacity', label: 'procure compute capacity' }],
      mayBeUnknown: false,
    });
    expect(turn.decision?.answers).toMatchObject([{ provider: 'incumbent', outcome: 'permitted' }]);
  });

  test('asks only what the answer still turns on', async () => {
    const known: Readonly<Record<string, string>> = { capacity: 'existing' };

    const { asked, turn } = await held(documentedPack(), WHOLE, ({ id }) => known[id]);

    expect(asked).toEqual(['capacity']);
    expect(turn.decision?.answers).toMatchObject([{ outcome: 'permitted', turnsOn: [] }]);
  });

  test('asks nothing twice, and stops with an answer that is open where nothing is known', async () => {
    const { asked, turn } = await held(documentedPack(), WHOLE, () => undefined);

    expect(new Set(asked).size).toBe(asked.length);
    expect(new Set(asked)).toEqual(new Set(['capacity', 'own-site', 'R-1', 'megawatts']));
    expect(turn.decision?.answers).toMatchObject([{ outcome: 'undetermined' }]);
  });

  test('names what only the contract can say, and does not ask for it', async () => {
    const given = {
      ...WHOLE,
      date: '2025-01-15',
      facts: { capacity: 'new', customer: 'company', megawatts: 200 },
    };

    const { turn } = await held(documentedPack(), given, ({ id }) =>
      id === 'own-site' ? 'false' : undefined,
    );

    expect(turn.beyond.map(({ id, kind }) => [id, kind])).toEqual([['amendment-2025.effective', 'start']]);
  });

  test('does not ask with whom where a whole request names nobody', async () => {
    const { providers: _, ...everybody } = WHOLE;

    const { question } = valueOf(await nextTurn(startInterview(documentedPack(), everybody)));

    expect(question?.id).toBe('capacity');
  });

  test('refuses a reply that no request can hold, and says what a request would be told', () => {
    const begun = startInterview(documentedPack(), {
      ...WHOLE,
      facts: { capacity: 'new', 'own-site': false, customer: 'company' },
    });
    const question: Question = {
      id: 'megawatts',
      about: 'fact',
      text: '',
      typed: 'number',
      mayBeUnknown: true,
    };

    const refused = withReply(begun, question, { is: 'value', value: 'a lot' });

    expect(refused).toMatchObject({ ok: false, diagnostics: [{ code: 'request/unfit-value' }] });
    expect(withReply(begun, question, { is: 'value', value: '0.2 GW' })).toMatchObject({ ok: true });
  });

  test('is as it was before once a reply is taken back', async () => {
    const before = startInterview(documentedPack(), WHOLE);
    const { question } = valueOf(await nextTurn(before));
    if (question === undefined) throw new Error('nothing is asked');

    const after = withoutLastReply(valueOf(withReply(before, question, { is: 'value', value: 'new' })));

    expect(after).toEqual(before);
  });

  test('asks nothing about a request that has a mistake', async () => {
    const refused = await nextTurn(startInterview(documentedPack(), { ...WHOLE, facts: { capcity: 'new' } }));

    expect(refused).toMatchObject({ ok: false, diagnostics: [{ code: 'request/undeclared-fact' }] });
  });
});

describe('whatever a person knows, an interview', () => {
  const KNOWS = fc.record({
    capacity: fc.constantFrom('new', 'existing', undefined),
    customer: fc.constantFrom('government', 'defence', 'civil', 'company', 'other', undefined),
    megawatts: fc.constantFrom('1', '10', '11', '5 MW', '0.3 GW', undefined),
    'own-site': fc.constantFrom('true', 'false', undefined),
    operator: fc.constantFrom('rival', 'other', undefined),
    'R-1': fc.constantFrom('only-growth', 'any-order', undefined),
  });
  const DAYS = fc.constantFrom('2024-06-01', '2025-01-15', '2025-03-31');

  test('ends in a request that is answered as was shown, and leaves nothing that could be asked', async () => {
    const pack = documentedPack();
    await fc.assert(
      fc.asyncProperty(KNOWS, DAYS, async (knows, date) => {
        const facts: Readonly<Record<string, string | undefined>> = knows;
        const { interview, turn, asked } = await held(pack, { ...WHOLE, date }, ({ id }) => facts[id]);

        const text = writeRequest('', [
          ...Object.entries({ ...WHOLE, date }).map(([key, value]) => ({ path: [key], value })),
          ...changesIn(interview),
        ]);
        const decision = await evaluateRequest(pack, valueOf(readRequest(pack, text, 'request.yaml')));

        expect(decision).toEqual(turn.decision);
        const open = decision.answers.flatMap(({ turnsOn }) => turnsOn.map(({ id }) => id));
        expect(open.filter((id) => facts[id] !== undefined)).toEqual([]);
        expect(asked.length).toBeLessThanOrEqual(6);
      }),
      { seed: SEED, numRuns: runs(15) },
    );
  });

  test('asks at each step something on which the answer turns just then', async () => {
    const pack = documentedPack();
    await fc.assert(
      fc.asyncProperty(KNOWS, async (knows) => {
        const facts: Readonly<Record<string, string | undefined>> = knows;
        const { interview } = await held(pack, WHOLE, ({ id }) => facts[id]);

        for (let step = 0; step < interview.replies.length; step += 1) {
          const then = { ...interview, replies: interview.replies.slice(0, step) };
          const decided = await evaluateRequest(pack, valueOf(checkRequest(pack, draftOf(then))));
          const open = decided.answers.flatMap(({ turnsOn }) => turnsOn.map(({ id }) => id));
          expect(open).toContain(interview.replies[step]?.question.id);
        }
      }),
      { seed: SEED, numRuns: runs(8) },
    );
  });
});

describe('the first question', () => {
  /** Two locks: either one shuts the rival out; the door is shut whatever the key. */
  const pack = loadedPack({
    'pack.yaml': `pack: doors
language: 1
title: Doors
disclaimer: Invented.
otherwise: permitted
parties: { buyer: { name: Buyer }, holder: { name: Holder, provider: true }, rival: { name: Rival, provider: true } }
acts: { buy: { title: buy } }
facts:
  rare: { type: number, question: 'How rare?' }
  one: { type: boolean, question: 'One?' }
  two: { type: boolean, question: 'Two?' }
  door: { type: boolean, question: 'Is the door shut?' }
grades: { A: text }
documents: { deed: { title: Deed, date: 2024-01-01 } }
`,
    'deed.yaml': `instrument: deed
title: Deed
parties: [buyer, holder]
basis: text
effective: { from: 2024-01-01 }
clauses:
  - id: shut
    title: Shut
    kind: prohibition
    grantor: buyer
    act: buy
    providers: rival
    when: { any: [{ door: true }, { one: true, two: true, rare: { more-than: 99 } }] }
    source: { document: deed, grade: A }
`,
  });
  const given = { actor: 'buyer', date: '2025-01-01', acts: ['buy'], providers: ['rival'] };

  test('is the one after which the fewest outcomes are left on average', async () => {
    const { question } = valueOf(await nextTurn(startInterview(pack, given)));

    expect(question?.id).toBe('door');
  });

  test('is put with what may be typed', async () => {
    const known = { ...given, facts: { door: false, one: true, two: true } };

    const { question } = valueOf(await nextTurn(startInterview(pack, known)));

    expect(question).toEqual({
      id: 'rare',
      about: 'fact',
      text: 'How rare?',
      typed: 'number',
      mayBeUnknown: true,
    });
  });
});

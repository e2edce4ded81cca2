import { describe, expect, test } from 'vitest';
import { evaluate, loadPack, type Answer, type EvaluateOptions } from '../../../src/index.ts';
import { actAnswer } from '../../support/act-answer.ts';

const QUANTITIES = 'fixtures/semantics/rules/quantities';

describe('a reduction', () => {
  test.each([
    ['to the bound itself where that is within the limit', 'capped', 200, 'at most 100 MW by cap'],
    ['to less than a bound that the limit excludes', 'strict', 200, 'less than 100 MW by strict-cap'],
    ['to less than the whole where that is the bound', 'strict', 100, 'less than 100 MW by strict-cap'],
    ['into a band', 'banded', 200, 'at least 20 MW and at most 100 MW by band'],
    ['into the upper of two bands', 'split', 200, 'more than 20 MW and less than 30 MW by two-bands'],
    ['into the lower of two bands from between them', 'split', 15, 'at most 10 MW by two-bands'],
    ['to a single figure', 'single', 60, 'exactly 50 MW by one-size'],
    ['to where a first right does not reach', 'offered', 200, 'at most 100 MW by large-orders'],
    ['to where an exemption begins', 'exempt', 50, 'at most 10 MW by small-deals'],
    ['to what is certain under every reading', 'read', 200, 'at most 40 MW by read-cap'],
    [
      'to an assumed figure',
      'assumed',
      200,
      'at most 80 MW by assumed-cap on assumed-cap.megawatts.more-than',
    ],
    ['perhaps, where the limit may not be there', 'named', 200, 'at most 100 MW by cap-for-some perhaps'],
    [
      'perhaps, to a figure that nobody published',
      'redacted',
      200,
      'a figure below 200 MW that is not known by redacted-cap perhaps',
    ],
    ['not needed', 'capped', 100, ''],
  ])('is %s', async (_, act, megawatts, expected) => {
    const { steps } = await actAnswer(QUANTITIES, request([act], { megawatts }));

    expect(steps.map(inShort).join('; ')).toBe(expected);
  });

  test('comes before the steps that remain for the smaller deal', async () => {
    const { steps } = await actAnswer(QUANTITIES, request(['staged'], { megawatts: 200, tested: false }));

    expect(steps.map(({ kind, do: what, by, certain }) => [kind, what, by.name, certain])).toEqual([
      ['reduce', 'reduce megawatts to at most 50 MW', 'Buyer', true],
      ['precondition', 'test it', 'Buyer', true],
    ]);
  });

  test('is of the first quantity named that leaves room by itself', async () => {
    const facts = { megawatts: 200, months: 24 };

    const { steps } = await actAnswer(QUANTITIES, request(['paired'], facts, ['months', 'megawatts']));

    expect(steps.map(inShort)).toEqual(['at most 12 by long-and-large']);
  });

  test('says in numbers what it says in words', async () => {
    const { steps } = await actAnswer(QUANTITIES, request(['banded'], { megawatts: 200 }));

    expect(steps.map(({ reduction }) => reduction)).toEqual([
      {
        fact: 'megawatts',
        unit: 'MW',
        to: 'at least 20 MW and at most 100 MW',
        atLeast: 20,
        atMost: 100,
        setBy: ['band'],
        certain: true,
      },
    ]);
  });

  test('is one quantity for all acts of a deal', async () => {
    const answer = await answerTo(request(['capped', 'small'], { megawatts: 120 }));

    expect(answer.reduction).toMatchObject({ to: 'at most 50 MW', setBy: ['low-cap'], certain: true });
    expect(answer.acts.map(({ steps }) => steps.map(inShort))).toEqual([
      ['at most 100 MW by cap'],
      ['at most 50 MW by low-cap'],
    ]);
  });

  test('is none where no quantity suits all acts', async () => {
    const answer = await answerTo(request(['small', 'large'], { megawatts: 120 }));

    expect(answer).not.toHaveProperty('reduction');
  });

  test('stands on the figure that is assumed, and says so', async () => {
    const { assumptions } = await actAnswer(QUANTITIES, request(['assumed'], { megawatts: 200 }));

    expect(assumptions.map(({ id, otherwise }) => [id, otherwise.possible])).toEqual([
      ['assumed-cap.megawatts.more-than', ['prohibited', 'conditional', 'permitted']],
    ]);
  });
});

type Step = Awaited<ReturnType<typeof actAnswer>>['steps'][number];

function inShort({ reduction, restsOn, certain }: Step): string {
  const assumed = restsOn.length === 0 ? '' : ` on ${restsOn.join()}`;
  return `${reduction?.to ?? ''} by ${reduction?.setBy.join() ?? ''}${assumed}${certain ? '' : ' perhaps'}`;
}

function request(
  acts: readonly string[],
  facts: object,
  divisible: readonly string[] = ['megawatts'],
): object {
  return { actor: 'buyer', date: '2025-01-01', providers: ['rival'], acts, facts, divisible };
}

async function answerTo(asked: object, options: EvaluateOptions = {}): Promise<Answer> {
  const pack = await loadPack(QUANTITIES);
  const evaluated = pack.ok ? await evaluate(pack.value, asked, options) : undefined;
  const [answer] = evaluated?.ok === true ? evaluated.decision.answers : [];
  if (answer === undefined) throw new Error('nobody was examined');
  return answer;
}

import { describe, expect, test } from 'vitest';
import { actAnswer } from '../../support/act-answer.ts';

const KINDS = 'fixtures/semantics/rules/kinds';
const UNKNOWNS = 'fixtures/semantics/rules/unknowns';
const PROCEDURE = 'fixtures/semantics/rules/procedure';
const dealt = (act: string, date: string, events: readonly object[]): object => ({
  actor: 'orchard',
  providers: ['mill'],
  acts: [act],
  date,
  opportunity: { id: 'deal', counterparty: 'mill', 'complete-to': date, events },
});
const offered = (date: string, events: readonly object[]): object => ({
  acts: ['banded'],
  date,
  opportunity: { id: 'deal', counterparty: 'rival', 'complete-to': date, events },
});

describe('the next step', () => {
  test('is none where the offer is missing only in a case that is barred all the same', async () => {
    const act = await actAnswer(UNKNOWNS, { acts: ['shared'] });

    expect(act.possible).toEqual(['prohibited', 'permitted']);
    expect(act.steps).toEqual([]);
  });

  test.each([
    [
      'to give notice where nothing was offered',
      offered('2025-02-01', []),
      'give-notice Buyer free 2025-02-12',
    ],
    [
      'to wait for the answer, by the last day of the window',
      offered('2025-02-05', [{ notice: '2025-02-01' }]),
      'await-response Holder by 2025-02-11 free 2025-02-12',
    ],
    [
      'to obtain a release for what was signed first',
      offered('2025-02-05', [{ signature: '2025-02-01' }, { notice: '2025-02-02' }]),
      'obtain-release Holder',
    ],
    ['none where the right has been released', offered('2025-02-12', [{ notice: '2025-02-01' }]), ''],
    [
      'none where it has been exercised',
      offered('2025-02-12', [{ notice: '2025-02-01' }, { exercise: '2025-02-03' }]),
      '',
    ],
  ])('is %s', async (_, request, expected) => {
    expect(await stepsFor(UNKNOWNS, request)).toBe(expected);
  });

  test.each([
    [
      'to decline expressly where silence does not release',
      {
        acts: ['offer'],
        opportunity: {
          id: 'o',
          counterparty: 'rival',
          'complete-to': '2025-01-01',
          events: [{ notice: '2024-06-01' }],
        },
      },
      'obtain-release Holder',
    ],
    ['the step of a precondition', { acts: ['stepwise'], facts: { tested: false } }, 'precondition Buyer'],
    ['the same if it may be needless', { acts: ['stepwise'] }, 'precondition Buyer perhaps'],
    ['consent', { acts: ['consented'] }, 'obtain-consent Buyer'],
    ['none where nothing helps', { acts: ['barred'] }, ''],
  ])('is %s', async (_, request, expected) => {
    expect(await stepsFor(KINDS, request)).toBe(expected);
  });

  const told = { notice: '2025-03-01', contains: ['price', 'volume'] };
  test.each([
    [
      'to bring the deal to the stage that triggers the right, and offer it then',
      dealt('whole', '2025-03-02', [{ 'letter-of-intent': '2025-03-02' }]),
      'await-trigger Orchard free 2025-03-13',
    ],
    [
      'to agree or decline, by the last day of the talks',
      dealt('whole', '2025-03-06', [told, { interest: '2025-03-05' }]),
      'await-agreement Lighthouse by 2025-03-13 free 2025-03-14',
    ],
    [
      'to offer again what has changed',
      dealt('whole', '2025-03-06', [told, { change: '2025-03-05', of: { price: 'higher' } }]),
      'give-notice Orchard free 2025-03-17',
    ],
    [
      'to give what the holder asked for',
      dealt('asking', '2025-03-06', [told, { 'information-request': '2025-03-05' }]),
      'give-information Orchard free 2025-03-17',
    ],
    [
      'to agree, with no day set, where the talks have no end',
      dealt('asking', '2025-03-06', [told, { interest: '2025-03-05' }]),
      'await-agreement Lighthouse',
    ],
  ])('is %s', async (_, request, expected) => {
    expect(await stepsFor(PROCEDURE, request)).toBe(expected);
  });
});

async function stepsFor(pack: string, request: object): Promise<string> {
  const { steps } = await actAnswer(pack, request);
  return steps
    .map(({ kind, by, deadline, freeFrom, certain }) =>
      [
        kind,
        by.name,
        ...(deadline === undefined ? [] : [`by ${deadline}`]),
        ...(freeFrom === undefined ? [] : [`free ${freeFrom}`]),
        ...(certain ? [] : ['perhaps']),
      ].join(' '),
    )
    .join('; ');
}

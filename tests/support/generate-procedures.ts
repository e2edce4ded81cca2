import fc from 'fast-check';

import { stageLengths } from './generate-days.ts';
import { group, sometimes, withoutBlanks } from './generate-parts.ts';
import { stated } from './generate-scopes.ts';
import { NOTICE_CONTENTS, type Document, type Part } from './generated-words.ts';

/** Left out one time in eight, and else in every form, most often plain: of many parts, few come to matter in one deal. */
function perhaps(values: fc.Arbitrary<Part>, withNone = true): fc.Arbitrary<Part | undefined> {
  const limits = withNone
    ? fc.oneof({ weight: 9, arbitrary: values }, { weight: 1, arbitrary: fc.constant('none') })
    : values;
  return fc.oneof(
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 8, arbitrary: limits },
    { weight: 6, arbitrary: stated(values, withNone) },
  );
}

function word(...words: readonly string[]): fc.Arbitrary<Part | undefined> {
  return perhaps(fc.constantFrom(...words), false);
}

const notices = fc
  .record({
    requires: perhaps(fc.subarray([...NOTICE_CONTENTS], { minLength: 1 })),
    clock: word('complete-notice-received', 'notice-received', 'notice-given', 'last-information-received'),
    'at-most': sometimes(
      2,
      fc.record({
        notices: fc.integer({ min: 1, max: 2 }),
        in: fc.oneof(
          {
            weight: 3,
            arbitrary: fc.integer({ min: 1, max: 5 }).map((days) => `${String(days)} calendar-days`),
          },
          { weight: 1, arbitrary: stageLengths },
        ),
      }),
    ),
  })
  .map(group);

const responses = fc
  .record({
    within: perhaps(stageLengths),
    silence: word('releases', 'releases', 'declines', 'does-not-release'),
  })
  .map(group);

const exercises = fc
  .record({
    part: word('allowed', 'allowed', 'not-allowed'),
    match: word('same', 'same-or-better', 'same-or-better', 'any-terms'),
    able: sometimes(2, fc.constantFrom('owned', 'refusal-reasonable')),
    'falls-short': word('declines', 'no-answer'),
    effect: sometimes(2, stated(fc.constantFrom('reserves', 'reserves-nothing', 'reserves-nothing'), false)),
  })
  .map(group);

const negotiations: fc.Arbitrary<Part | undefined> = fc.oneof(
  { weight: 1, arbitrary: fc.constant('none') },
  {
    weight: 4,
    arbitrary: fc
      .record({ within: perhaps(stageLengths), 'no-agreement': word('releases', 'does-not-release') })
      .map(group),
  },
);

const exits = sometimes(
  2,
  perhaps(stageLengths).map((length) => ({ for: length ?? 'unknown' })),
);

const releases = fc
  .record({
    for: perhaps(stageLengths),
    to: sometimes(2, fc.constantFrom('counterparty', 'anyone', 'anyone')),
    declined: exits,
    silent: exits,
    'no-agreement': exits,
  })
  .map(group);

/** Few, so that two rights of a pack compare terms alike as often as not. */
const directions = fc.constantFrom<(Document | undefined)[]>(
  { price: 'lower', volume: 'higher', site: 'unordered' },
  { price: 'lower', volume: 'higher', site: 'unordered' },
  { price: 'higher' },
  undefined,
);

const terms = fc
  .record({
    'better-for-grantor': directions,
    tolerance: sometimes(4, fc.constantFrom({ price: '5 %' }, { price: '5 %' }, { price: '10 %' })),
    others: word('immaterial', 'material'),
    'reopen-on': word('any-change', 'any-change', 'better-for-grantor', 'worse-for-grantor', 'none'),
  })
  // A tolerance is for a term that is listed.
  .map(({ tolerance, ...rest }) =>
    group(rest['better-for-grantor'] === undefined ? rest : { ...rest, tolerance }),
  );

/** The procedure of a first right, with each part set, assumed, by a reading, unknown or left out. */
export const procedures: fc.Arbitrary<Document> = fc
  .record({
    trigger: word('intent', 'letter-of-intent', 'offer', 'offer'),
    notice: notices,
    response: responses,
    exercise: exercises,
    negotiation: negotiations,
    release: releases,
    terms,
    pending: word('survives', 'survives', 'extinguished'),
  })
  .map(withoutBlanks);

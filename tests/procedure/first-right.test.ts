import { describe, expect, test } from 'vitest';
import { stateOn, type Terms } from '../../src/procedure/first-right.ts';
import { statesReachable } from '../../src/procedure/unrecorded.ts';
import type { OpportunityEvent } from '../../src/pack/request.ts';

const TERMS: Terms = { clock: 'complete-notice-received', within: 30, silence: 'releases', releaseFor: 90 };

/** Events on small day numbers: `n1` a complete notice on day 1, `i` an incomplete one, d decline, x exercise, s signature. */
const CASES: readonly (readonly [
  story: string,
  events: string,
  day: number,
  terms: Partial<Terms>,
  state: string,
])[] = [
  ['nothing offered', '', 9, {}, 'must-offer'],
  ['the day of receipt does not count', 'n1', 1, {}, 'window-open'],
  ['the last day of the window counts', 'n1', 31, {}, 'window-open'],
  ['silence frees on the day after the window', 'n1', 32, {}, 'released'],
  ['silence that does not release', 'n1', 32, { silence: 'does-not-release' }, 'awaiting-express-refusal'],
  ['an express refusal after such silence', 'n1 d50', 50, { silence: 'does-not-release' }, 'released'],
  ['an exercise after such silence', 'n1 x50', 50, { silence: 'does-not-release' }, 'exercised'],
  ['a window without limit never closes', 'n1', 9999, { within: Infinity }, 'window-open'],
  ['a decline frees on its own day', 'n1 d10', 10, {}, 'released'],
  ['the last day of a release counts', 'n1 d10', 100, {}, 'released'],
  ['a release ends', 'n1 d10', 101, {}, 'release-ended'],
  ['the release after silence counts from its first day', 'n1', 122, {}, 'released'],
  ['and ends a day later', 'n1', 123, {}, 'release-ended'],
  ['a release for good', 'n1 d10', 9999, { releaseFor: Infinity }, 'released'],
  ['exercise on the last day', 'n1 x31', 99, {}, 'exercised'],
  ['exercise a day too late', 'n1 x32', 40, {}, 'released'],
  ['a decline after exercise', 'n1 x5 d6', 9, {}, 'exercised'],
  ['an incomplete notice', 'i1', 99, {}, 'notice-incomplete'],
  [
    'an incomplete notice starts a clock that does not ask',
    'i1',
    2,
    { clock: 'notice-received' },
    'window-open',
  ],
  ['an incomplete notice made good', 'i1 n5', 35, {}, 'window-open'],
  ['a second notice does not restart the window', 'n1 n20', 32, {}, 'released'],
  ['a new round after the release', 'n1 d10 n101', 131, {}, 'window-open'],
  ['a notice while released changes nothing', 'n1 d10 n50', 90, {}, 'released'],
  ['signing first', 's1 n2 d3', 99, {}, 'signed-first'],
  ['signing while the window is open', 'n1 s5', 99, {}, 'signed-first'],
  ['signing once released', 'n1 d5 s5', 6, {}, 'released'],
  ['a deal signed within the release outlives it', 'n1 d5 s5', 500, {}, 'released'],
  ['signing on the last day of the release', 'n1 d10 s100', 500, {}, 'released'],
  ['signing a day later', 'n1 d10 s101', 500, {}, 'signed-first'],
  ['offers and consents are no notices', 'o1 c2', 9, {}, 'must-offer'],
];

describe('a first right', () => {
  test.each(CASES)('%s: %s on day %i', (_story, events, day, terms, expected) => {
    const listed = events.split(' ').filter((code) => code !== '');
    const complete = listed.map((code) => !code.startsWith('i'));

    const state = stateOn(
      day,
      listed.map(eventOf),
      { ...TERMS, ...terms },
      (index) => complete[index] === true,
    );

    expect(state.is).toBe(expected);
  });
});

describe('days without a record', () => {
  test.each([
    [
      'where an offer is due, anything may have happened in a day',
      '',
      5,
      6,
      'exercised must-offer released signed-first window-open',
    ],
    ['but not in no time', '', 5, 5, 'must-offer'],
    ['an open window may have been answered', 'n1', 5, 6, 'exercised released signed-first window-open'],
    ['a window that closed on the record cannot', 'n1', 31, 40, 'released'],
    ['a decline stays one', 'n1 d2', 5, 50, 'released'],
    ['until its release ends', 'n1 d2', 5, 93, 'exercised release-ended released signed-first window-open'],
    ['an exercise stays one', 'n1 x2', 5, 999, 'exercised'],
  ])('%s', (_story, events, recordedTo, day, expected) => {
    const listed = events.split(' ').filter((code) => code !== '');
    const state = stateOn(recordedTo, listed.map(eventOf), TERMS, () => true);

    const reached = new Set(statesReachable(state, recordedTo, day, TERMS).map((each) => each.is));

    expect([...reached].toSorted().join(' ')).toBe(expected);
  });
});

function eventOf(code: string): OpportunityEvent {
  const on = Number(code.slice(1));
  switch (code.charAt(0)) {
    case 'n':
    case 'i':
      return { is: 'notice', on, party: 'holder' };
    case 'd':
      return { is: 'decline', on, party: 'holder' };
    case 'x':
      return { is: 'exercise', on, party: 'holder' };
    case 'c':
      return { is: 'consent', on, party: 'holder' };
    case 's':
      return { is: 'signature', on };
    default:
      return { is: 'offer', on };
  }
}

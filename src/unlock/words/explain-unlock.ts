import { counted, joined } from '../../explanation/counting.ts';
import type { ChangeSource } from '../options/option.ts';
import type { Lifted, Unlock, Way } from '../unlocks.ts';

/** What would let a candidate serve, in words: every format writes the same parts in the same order. */
export interface ExplainedUnlock {
  readonly heading: string;
  /** How many ways there are, and whether these are all. */
  readonly summary: string;
  readonly groups: readonly { readonly heading: string; readonly ways: readonly ExplainedWay[] }[];
}

export interface ExplainedWay {
  /** The changes, each a sentence without its full stop. */
  readonly changes: readonly string[];
  /** What comes of them: the day, and the clauses. */
  readonly follows: readonly string[];
}

/** Puts in words what would let a candidate serve. */
export function explainUnlock(unlock: Unlock, asked: string): ExplainedUnlock {
  const { name, ways } = unlock;
  const groups = HEADINGS.flatMap(([source, heading]) => {
    const own = ways.filter((way) => way.source === source);
    return own.length === 0 ? [] : [{ heading, ways: own.map((way) => explainWay(way, asked)) }];
  });
  return { heading: `What would let ${name} serve`, summary: summaryOf(unlock), groups };
}

export const HEADINGS: readonly (readonly [ChangeSource, string])[] = [
  ['actor', 'By ourselves'],
  ['party', 'With what others do'],
  ['time', 'With time'],
  ['settlement', 'If an open question is settled'],
  ['circumstance', 'If things were otherwise'],
];

function summaryOf({ ways, atMost, complete, gaveUp }: Unlock): string {
  const size = `at most ${counted(atMost, 'change')}`;
  const rest = complete ? '' : ` Not looked at: ${joined(gaveUp, 'and')}.`;
  if (ways.length === 0) return `No way was found with ${size}${complete ? ALL_THERE_ARE : ''}.${rest}`;
  return `${counted(ways.length, 'way')} with ${size}${complete ? ALL_THERE_ARE : ', and there may be others'}.${rest}`;
}

/** The page on unlocking lists what is looked at. */
const ALL_THERE_ARE = '; among what can be changed there is no other';

function explainWay({ changes, day, until, lifts, restsOn }: Way, asked: string): ExplainedWay {
  const last = until === undefined ? '' : `, the last ${until}`;
  const when =
    day === asked && until === undefined ? [] : [`The earliest day for the act is then ${day}${last}`];
  const rests = restsOn.length === 0 ? [] : [`It rests on what is assumed: ${restsOn.join(', ')}`];
  return { changes: changes.map(({ says }) => says), follows: [...when, ...lifts.map(lifted), ...rests] };
}

function lifted({ clause, number, title, how }: Lifted): string {
  return `${number ?? clause} (${title}) ${how}`;
}

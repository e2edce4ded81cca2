import { describeDuration } from '../../evaluation/criteria/describe-test.ts';
import type { Duration } from '../../vocabulary/duration.ts';
import type { EventDomain } from '../../diagram/variables/event-domain.ts';
import { startsOver, tailsOverIn } from './tails-over.ts';

/** Puts a class of an event in words: not yet, or how long ago as far as some clause asks. */
export function eventWords({ classes, tails }: EventDomain, klass: number): string {
  return klass === 0 ? 'not yet' : agoWords(tails, classes[klass]?.over ?? 0);
}

/** Puts the start of an instrument in words: `no`, `yes`, or how long ago. */
export function startWords(tails: readonly Duration[], over: number): string {
  if (!startsOver(over)) return 'no';
  return tails.length === 1 ? 'yes' : agoWords(tails, over);
}

/** The first tail is no time at all: where not even that is over, the day is still to come. */
function agoWords(tails: readonly Duration[], over: number): string {
  if (!startsOver(over)) return over === 0 ? 'still to come' : `cannot occur (${String(over)})`;
  const isOver = tailsOverIn(tails, over);
  const lengths = tails.slice(1).map((tail, place) => ({ tail, isOver: isOver[place + 1] === true }));
  const parts = lengths.map(({ tail, isOver: past }) =>
    past ? `at least ${describeDuration(tail)} ago` : `less than ${describeDuration(tail)} ago`,
  );
  return ['happened', ...parts].join(', ');
}

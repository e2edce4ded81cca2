import type { Offset } from '../../vocabulary/offset.ts';
import type { EventDomain } from '../../diagram/variables/event-domain.ts';
import { isPlainTail, tailWords } from './tail-words.ts';
import { startsOver, tailsOverIn } from './tails-over.ts';

/** Puts a class of an event in words: not yet, or how long ago as far as some clause asks. */
export function eventWords({ classes, tails, mayLieAhead }: EventDomain, klass: number): string {
  if (klass === 0 && mayLieAhead) return 'no day at all, which cannot occur';
  return klass === 0 ? 'not yet' : agoWords(tails, classes[klass]?.over ?? 0);
}

/** Puts the start of an instrument in words: `no`, `yes`, or how long ago; days counted back from it may have come before. */
export function startWords(tails: readonly Offset[], over: number): string {
  if (over === 0) return 'no';
  if (!startsOver(over)) return `no; ${agoWords(tails, over)}`;
  return tails.length === 1 ? 'yes' : agoWords(tails, over);
}

/** Where days are counted back, or on calendars, each is come or to come by itself. */
function countedWords(tails: readonly Offset[], over: number): string {
  const isOver = tailsOverIn(tails, over);
  const lengths = tails
    .slice(1)
    .map((tail, place) => `${isOver[place + 1] === true ? 'past' : 'not past'} ${tailWords(tail)}`);
  return [startsOver(over) ? 'come' : 'still to come', ...lengths].join(', ');
}

/** The first tail is no time at all: where not even that is over, the day is still to come. */
function agoWords(tails: readonly Offset[], over: number): string {
  if (!tails.every(isPlainTail)) return countedWords(tails, over);
  if (!startsOver(over)) return over === 0 ? 'still to come' : `cannot occur (${String(over)})`;
  const isOver = tailsOverIn(tails, over);
  const lengths = tails.slice(1).map((tail, place) => ({ tail, isOver: isOver[place + 1] === true }));
  const parts = lengths.map(({ tail, isOver: past }) =>
    past ? `at least ${tailWords(tail)} ago` : `less than ${tailWords(tail)} ago`,
  );
  return ['happened', ...parts].join(', ');
}

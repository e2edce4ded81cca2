import { textOfPeriod, type Offset } from '../../vocabulary/offset.ts';

/** Names a length of time after a day, or before it: `6 months`, `90 calendar-days before`. */
export function tailWords({ steps, bound }: Offset): string {
  if (steps.length === 0) return '0 calendar-days';
  const counts = steps.map(
    ({ towards, by }) => `${textOfPeriod(by)}${towards === 'before' ? ' before' : ''}`,
  );
  const isOnCalendar = steps.some(({ by }) => by.unit === 'business-days');
  return `${counts.join(', then ')}${isOnCalendar ? ` at the ${bound}` : ''}`;
}

/** True for a length that is counted forward at one go, as most are. */
export function isPlainTail({ steps }: Offset): boolean {
  return (
    steps.length <= 1 && steps.every(({ towards, by }) => towards === 'after' && by.unit !== 'business-days')
  );
}

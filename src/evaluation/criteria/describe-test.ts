import type { Pack } from '../../pack/pack.ts';
import { textOfPeriod } from '../../vocabulary/offset.ts';
import type { StageLength } from '../../vocabulary/period.ts';
import type { Scalar, Subject, Test } from '../../vocabulary/criterion.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import { factOf, partyOf } from '../../pack/lookup.ts';
import { limitOf, type Settlement } from '../../pack/settlement.ts';

/** Puts a comparison in words: `new`, `new or renewal`, `at least 100 MW`, `before 2025-01-21`. */
export function describeTest(test: Test, pack: Pack, settlement: Settlement): string {
  const { subject, comparison } = test;
  if (comparison.is === 'one-of') {
    const values = comparison.values.map((value) => describeValue(subject, value, pack));
    return values.length === 1
      ? values.join()
      : `${values.slice(0, -1).join(', ')} or ${values.slice(-1).join()}`;
  }
  if (comparison.is === 'same-as') return `the same as ${comparison.fact}`;
  const words = comparison.is.replaceAll('-', ' ');
  const limit = limitOf<number>(comparison.bound, settlement);
  if (limit === undefined) return `${words} a figure that is not known`;
  return limit.is === 'none' ? 'without limit' : `${words} ${describeValue(subject, limit.value, pack)}`;
}

/** Puts a value of a subject in words: parties by name, dates as ISO days, numbers with their unit. */
export function describeValue(subject: Subject, value: Scalar, pack: Pack): string {
  if (subject.is === 'provider') return partyOf(pack, String(value)).name;
  if (subject.is === 'date') return isoFromDay(Number(value));
  return subject.is === 'fact' ? describeFactValue(subject.id, value, pack) : String(value);
}

/** Puts the value of a declared fact in words. */
export function describeFactValue(id: string, value: Scalar, pack: Pack): string {
  const { type } = factOf(pack, id);
  if (type.is === 'date' || (type.is === 'event' && typeof value === 'number'))
    return isoFromDay(Number(value));
  if (type.is === 'party') return partyOf(pack, String(value)).name;
  if (type.is === 'boolean' || type.is === 'assessment') return value === true ? 'yes' : 'no';
  return type.is === 'number' && type.unit !== undefined ? `${String(value)} ${type.unit}` : String(value);
}

/** Writes a length as the rule language does, such as `30 calendar-days`. */
export function describeDuration(period: StageLength): string {
  return textOfPeriod(period);
}

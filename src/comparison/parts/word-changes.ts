import type { FactType, Instrument, Pack, Party, Reading } from '../../pack/pack.ts';
import { isoFromDay } from '../../vocabulary/day.ts';
import type { WordChange } from '../comparison.ts';
import { idsOfBoth, type Sided } from '../sides.ts';
import { meaningOf } from './meaning.ts';

/** Gives every word that only one pack has, or that means something else in the other. */
export function wordChanges({ before, after }: Sided<Pack>): readonly WordChange[] {
  return [
    ...changesIn('party', { before: before.parties, after: after.parties }, describeParty),
    ...changesIn('act', { before: before.acts, after: after.acts }, () => ''),
    ...changesIn('fact', { before: before.facts, after: after.facts }, ({ type }) => describeType(type)),
    ...changesIn('reading', { before: before.readings, after: after.readings }, describeReading),
    ...changesIn('instrument', { before: before.instruments, after: after.instruments }, describeInstrument),
  ];
}

function changesIn<T extends { readonly id: string }>(
  kind: string,
  lists: Sided<readonly T[]>,
  describe: (word: T) => string,
): readonly WordChange[] {
  return idsOfBoth(lists).flatMap((id): readonly WordChange[] => {
    const old = lists.before.find((word) => word.id === id);
    const young = lists.after.find((word) => word.id === id);
    if (old === undefined) return [{ kind, id, change: 'added' }];
    if (young === undefined) return [{ kind, id, change: 'removed' }];
    if (meaningOf(old) === meaningOf(young)) return [];
    const [then, now] = [describe(old), describe(young)];
    return [{ kind, id, change: 'changed', ...(then !== now && { words: `${then} → ${now}` }) }];
  });
}

function describeParty({ provider, affiliateOf = [] }: Party): string {
  const group = affiliateOf.length === 0 ? [] : [`affiliate of ${affiliateOf.join(', ')}`];
  return [provider ? 'a provider' : 'no provider', ...group].join(', ');
}

function describeType(type: FactType): string {
  if (type.is === 'enum') {
    const values = type.values.map(({ id, within }) =>
      within === undefined ? id : `${id} within ${within}`,
    );
    return [...values, ...(type.open ? ['other'] : [])].join(', ');
  }
  return type.is === 'number' && type.unit !== undefined ? `number of ${type.unit}` : type.is;
}

function describeReading({ options, assumed }: Reading): string {
  const ids = options.map(({ id }) => id).join(', ');
  return assumed === undefined ? `${ids}; none assumed` : `${ids}; ${assumed.option} assumed`;
}

function describeInstrument({ parties, assentedBy, from, possiblyFrom, basis }: Instrument): string {
  const band = possiblyFrom === from ? '' : `, possibly from ${isoFromDay(possiblyFrom)}`;
  const assent = assentedBy.length === 0 ? '' : `, with the assent of ${assentedBy.join(', ')}`;
  return `${parties.join(', ')}${assent}, from ${isoFromDay(from)}${band}, by ${basis}`;
}

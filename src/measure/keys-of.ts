import type { Fact, Pack } from '../pack/pack.ts';
import { factOf } from '../pack/lookup.ts';
import type { Request } from '../pack/request.ts';
import type { KeyValue, Measure } from '../vocabulary/measure.ts';
import type { Keys } from './tallies.ts';

/** Gives every combination of values that the keys of a measure can have for a candidate: one, where all are known. */
export function keysFor(
  { by }: Measure,
  pack: Pack,
  request: Pick<Request, 'facts'>,
  candidate: string | undefined,
): readonly Keys[] {
  return by.reduce<readonly Keys[]>(
    (combinations, key) =>
      combinations.flatMap((keys) =>
        valuesOfKey(key, pack, request, candidate).map((value) => ({ ...keys, [key]: value })),
      ),
    [{}],
  );
}

/** Keys of a measure of which the request does not say the value. */
export function openKeys({ by }: Measure, pack: Pack, request: Pick<Request, 'facts'>): readonly string[] {
  return by.filter((key) => key !== CANDIDATE && valuesOfKey(key, pack, request, undefined).length > 1);
}

const CANDIDATE = 'provider';

function valuesOfKey(
  key: string,
  pack: Pack,
  { facts }: Pick<Request, 'facts'>,
  candidate: string | undefined,
): readonly KeyValue[] {
  if (key === CANDIDATE)
    return candidate === undefined ? [...pack.parties.map(({ id }) => id), 'other'] : [candidate];
  const known = Object.hasOwn(facts, key) ? facts[key] : undefined;
  const { type } = factOf(pack, key);
  if (type.is === 'enum') return leavesOf(type, known);
  if (known !== undefined && typeof known !== 'number') return [known];
  return type.is === 'party' ? [...pack.parties.map(({ id }) => id), 'other'] : [true, false];
}

type EnumType = Extract<Fact['type'], { is: 'enum' }>;

/** The leaves of a tree, or those below what is known of it. */
function leavesOf({ values, open }: EnumType, known: unknown): readonly string[] {
  if (known === 'other') return ['other'];
  const under = (node: string): readonly string[] => {
    const below = values.filter(({ within }) => within === node);
    return below.length === 0 ? [node] : below.flatMap(({ id }) => under(id));
  };
  if (typeof known === 'string') return under(known);
  const tops = values.filter(({ within }) => within === undefined).flatMap(({ id }) => under(id));
  return open ? [...tops, 'other'] : tops;
}

import { countsWithHolder } from '../../pack/counts-with-holder.ts';
import { HOLDER_RELATIONS, type Pack } from '../../pack/pack.ts';
import {
  CLOCKS,
  EXERCISE_EFFECTS,
  MATCH_STANDARDS,
  NO_AGREEMENTS,
  OTHER_TERMS,
  PART_RULES,
  PENDING_RULES,
  REOPENINGS,
  SHORTFALLS,
  SILENCES,
  STAGES,
} from '../../pack/procedure.ts';
import type { Limit } from '../../vocabulary/stated.ts';

/** A value that a text might turn out to give, and what to call it. */
export interface Settled {
  readonly limit: Limit<unknown>;
  readonly inWords: string;
}

/** Gives the value that a class of an open parameter stands for; `undefined` where it stands for none that could be written. */
export function settledAs(pack: Pack, id: string, label: string): Settled | undefined {
  if (WORDS.includes(label)) return { limit: { is: 'set', value: label }, inWords: label };
  if (label !== 'holds' && label !== 'fails') return undefined;
  const holds = label === 'holds';
  if (pack.clauses.some(({ sole }) => sole?.id === id)) {
    return { limit: { is: 'set', value: holds }, inWords: holds ? 'yes' : 'no' };
  }
  if (!pack.clauses.some((clause) => countsWithHolder(clause).id === id)) return undefined;
  return holds
    ? { limit: { is: 'set', value: HOLDER_RELATIONS }, inWords: HOLDER_RELATIONS.join(', ') }
    : { limit: { is: 'none' }, inWords: 'nobody' };
}

/** True of a class for which a value could be written. */
export function isSettledLabel(label: string): boolean {
  return WORDS.includes(label) || label === 'holds' || label === 'fails';
}

/** Every word that may settle a stage of a procedure. */
const WORDS: readonly string[] = [
  ...STAGES,
  ...CLOCKS,
  ...SILENCES,
  ...PART_RULES,
  ...MATCH_STANDARDS,
  ...SHORTFALLS,
  ...EXERCISE_EFFECTS,
  ...NO_AGREEMENTS,
  ...OTHER_TERMS,
  ...REOPENINGS,
  ...PENDING_RULES,
];

/** Gives the pack as it would stand if its text gave a parameter a value. */
export function withSettled(pack: Pack, id: string, limit: Limit<unknown>): Pack {
  const clauses = pack.clauses.map((clause) => {
    const counted = countsWithHolder(clause);
    const whole = counted.id === id ? { ...clause, countsWithHolder: counted } : clause;
    return settledIn(whole, id, limit) as typeof clause;
  });
  return { ...pack, clauses };
}

function settledIn(part: unknown, id: string, limit: Limit<unknown>): unknown {
  if (typeof part !== 'object' || part === null) return part;
  if ('stated' in part && 'id' in part) return part.id === id ? { id, stated: limit } : part;
  if (Array.isArray(part)) {
    const items = part.map((item) => settledIn(item, id, limit));
    return items.every((item, place) => item === part[place]) ? part : items;
  }
  const entries = Object.entries(part).map(
    ([key, value]) => [key, value, settledIn(value, id, limit)] as const,
  );
  if (entries.every(([, before, after]) => before === after)) return part;
  return Object.fromEntries(entries.map(([key, , after]) => [key, after]));
}

import * as z from 'zod';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import type { Parameter } from '../../vocabulary/stated.ts';
import { checkShape, reportWrong } from '../forms/check-shape.ts';
import { optional } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import { readList, readOneOrMore } from '../forms/read-list.ts';
import { readParty } from '../forms/read-scalar.ts';
import { anything } from '../forms/shape-leaves.ts';
import { readWord } from '../forms/read-text.ts';
import { HOLDER_RELATIONS, type HolderRelation } from '../pack.ts';
import type { ProviderSelection } from '../provider-selection.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import { readGroup } from './read-group.ts';
import type { ResolveContext } from './resolve-context.ts';
import { resolveStated } from './resolve-stated.ts';

export const ALL_BUT_SHAPE = z.strictObject({ not: anything });
export const WITHIN_SHAPE = z.strictObject({ within: anything });

/** Reads who has a right and who gave it, where the clause says so. */
export function readHolderAndGrantor(spot: Spot, context: ResolveContext) {
  const naming = { code: 'clause/undeclared-party', noun: 'a party' } as const;
  const read = (each: Spot) => readName(each, context.vocabulary.parties, naming, context.report);
  const roles = {
    ...optional(spot, 'holder', 'holder', read),
    ...optional(spot, 'grantor', 'grantor', read),
  };
  if (roles.holder !== undefined && roles.holder === roles.grantor) {
    const message = `${inBackticks(roles.holder)} is holder and grantor`;
    context.report('clause/holder-is-grantor', child(spot, 'grantor'), message);
  }
  return roles;
}

/** Reads the candidates that a clause names: all of them where nothing is said. */
export function readProviders(spot: Spot, context: ResolveContext): ProviderSelection | undefined {
  if (spot.value === undefined || spot.value === 'any') return { is: 'any' };
  if (!isMap(spot.value) || child(spot, 'within').value !== undefined) {
    const parties = readCandidates(spot, context);
    return parties && { is: 'only', parties };
  }
  if (checkShape(spot, ALL_BUT_SHAPE, context.report) === undefined) return undefined;
  const parties = readCandidates(child(spot, 'not'), context);
  return parties && { is: 'all-but', parties };
}

/** Reads a party, a list of them, or `{ within: group }`. */
function readCandidates(spot: Spot, context: ResolveContext): readonly string[] | undefined {
  if (!isMap(spot.value)) return readOneOrMore(spot, (each) => readParty(each, context), context.report);
  const shape = checkShape(spot, WITHIN_SHAPE, context.report);
  return shape && readGroup(child(spot, 'within'), context);
}

/** Resolves who stands in the holder's place. */
export function resolveCounted(
  spot: Spot,
  clause: string,
  context: ResolveContext,
): Parameter<readonly HolderRelation[]> | undefined {
  const id = context.parameterId(`${clause}.counts-with-holder`);
  const { report } = context;
  const read = (list: Spot) => readList(list, (each) => readWord(each, HOLDER_RELATIONS, report), report);
  const stated = resolveStated(spot, { read, mayBeNone: true }, context);
  return stated && { id, stated };
}

/** Resolves whether an exclusive right leaves its own grantor free. */
export function resolveSole(
  spot: Spot,
  clause: string,
  context: ResolveContext,
): Parameter<boolean> | undefined {
  const id = context.parameterId(`${clause}.sole`);
  const read = (each: Spot): boolean | undefined =>
    typeof each.value === 'boolean' ? each.value : reportWrong(each, '`true` or `false`', context.report);
  const stated = resolveStated(spot, { read, mayBeNone: false }, context);
  return stated && { id, stated };
}

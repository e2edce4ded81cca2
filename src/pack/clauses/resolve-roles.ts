import * as z from 'zod';
import { inBackticks } from '../../diagnostics/plain-text.ts';
import { checkShape } from '../forms/check-shape.ts';
import { optional } from '../forms/complete.ts';
import { readName } from '../forms/names.ts';
import { readOneOrMore } from '../forms/read-list.ts';
import { readParty } from '../forms/read-scalar.ts';
import { anything } from '../forms/shape-leaves.ts';
import type { ProviderSelection } from '../pack.ts';
import { child, isMap, type Spot } from '../written/written.ts';
import type { ResolveContext } from './resolve-context.ts';

const ALL_BUT_SHAPE = z.strictObject({ not: anything });

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
  const read = (each: Spot) => readParty(each, context);
  if (!isMap(spot.value)) {
    const parties = readOneOrMore(spot, read, context.report);
    return parties && { is: 'only', parties };
  }
  if (checkShape(spot, ALL_BUT_SHAPE, context.report) === undefined) return undefined;
  const parties = readOneOrMore(child(spot, 'not'), read, context.report);
  return parties && { is: 'all-but', parties };
}

import type { Pack } from '../../pack/pack.ts';
import { carveOutParts } from './carve-out-parts.ts';
import { clauseParts } from './clause-parts.ts';
import type { ContractPart } from './contract-part.ts';
import { displacementParts } from './displacement-parts.ts';
import { endingParts } from './ending-parts.ts';
import { readingParts, stateParts } from './choice-parts.ts';

/** Lists everything in a pack that may decide, by kind, and within a kind in the pack's own order. */
export function partsOf(pack: Pack): readonly ContractPart[] {
  // An obligation takes no position, and a clause that binds nobody speaks to nobody.
  const clauses = pack.clauses.filter(({ kind, binds }) => kind !== 'obligation' && binds.length > 0);
  return [
    ...clauseParts(clauses),
    ...carveOutParts(clauses),
    ...displacementParts(clauses),
    ...endingParts(clauses),
    ...readingParts(pack),
    ...stateParts(clauses),
  ];
}

import type { ClauseKind } from '../../vocabulary/clause-kind.ts';

interface Roles {
  readonly kind: ClauseKind;
  readonly holder?: string;
  readonly grantor?: string;
}

/** Gives the parties whose acts a clause speaks of. */
export function boundBy(clause: Roles, parties: readonly string[]): readonly string[] {
  const bound = clause.kind === 'permission' ? clause.holder : clause.grantor;
  return bound === undefined ? parties : [bound];
}

/** Gives the parties without whose assent nothing may be taken from a clause. A permission is owed to nobody. */
export function owedUnder(clause: Roles, parties: readonly string[]): readonly string[] {
  if (clause.kind === 'permission') return [];
  if (clause.holder !== undefined) return [clause.holder];
  return parties.filter((party) => party !== clause.grantor);
}

import type { Parameter } from '../vocabulary/stated.ts';
import type { Procedure } from './procedure.ts';

/** Gives the parameters of a procedure in the order of its stages, each once. */
export function procedureParameters(procedure: Procedure): readonly Parameter<unknown>[] {
  const { releaseFor, terms } = procedure;
  return [
    ...new Set<Parameter<unknown>>([
      procedure.trigger,
      procedure.requires,
      procedure.clock,
      procedure.within,
      procedure.silence,
      procedure.part,
      procedure.match,
      procedure.fallsShort,
      procedure.effect,
      procedure.talks,
      procedure.noAgreement,
      releaseFor.declined,
      releaseFor.silent,
      releaseFor.noAgreement,
      terms.others,
      terms.reopenOn,
      procedure.pending,
    ]),
  ];
}
